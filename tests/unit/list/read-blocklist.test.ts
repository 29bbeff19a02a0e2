import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { attributeNames } from '../../../utils/list/attribute-names.ts';
import { readBlocklist } from '../../../utils/list/read-blocklist.ts';
import { runEnsign } from '../cli/run-ensign.ts';
import { exchange } from './sample-list.ts';

const names = (text: string, format: Parameters<typeof readBlocklist>[1]) =>
  readBlocklist(text, format).names.map(({ name }) => name);

describe('a blocklist', () => {
  test('of the hosts kind', () => {
    const text =
      '# a comment\n127.0.0.1 localhost\n0.0.0.0 0kx.com # why\r\nBinance-Login.EXAMPLE.\n\n0.0.0.0 0kx.com\n';
    expect(names(text, 'hosts')).toEqual(['0kx.com', 'binance-login.example']);
  });

  test('of the CSV kind, with dates where they are dates', () => {
    const text =
      '\ufeffid,URL,first_seen,last_seen\n1,https://0kx.com/login,2024-05-01T10:00:00Z,yesterday\n2,bitget.top,,\n';
    expect(readBlocklist(text, 'csv').names).toEqual([
      { name: '0kx.com', firstSeen: '2024-05-01', lastSeen: null },
      { name: 'bitget.top', firstSeen: null, lastSeen: null },
    ]);
  });

  test.each(['blacklist', 'blocklist'])('of the eth-phishing-detect kind: %s', (field) => {
    expect(names(JSON.stringify({ version: 2, [field]: ['0kx.com'] }), 'eth-phishing-detect')).toEqual([
      '0kx.com',
    ]);
  });

  test('says which lines it skipped', () => {
    expect(readBlocklist('0kx.com\nhello_world!\n1.2.3.4\n', 'hosts').skipped).toEqual([
      { line: 2, reason: 'not a hostname' },
      { line: 3, reason: 'ip address' },
    ]);
  });

  test.each<[string, Parameters<typeof readBlocklist>[1]]>([
    ['{', 'eth-phishing-detect'],
    ['[]', 'eth-phishing-detect'],
    ['a,b\n1,2\n', 'csv'],
  ])('that is none: %j', (text, format) => expect(() => readBlocklist(text, format)).toThrow(SyntaxError));

  test.each([
    ['0kx.com', ['0kx.com']],
    ['  0kx.com\t', ['0kx.com']],
    ['0.0.0.0\t \t0kx.com 0kx.org', ['0kx.com']],
    ['0.0.0.0 0kx.com#why', ['0kx.com']],
    ['# 0kx.com', []],
    ['localhost', []],
    ['', []],
  ])('of the hosts kind, a line: %j', (line, found) => {
    expect(readBlocklist(line, 'hosts')).toEqual({
      names: found.map((name) => ({ name, firstSeen: null, lastSeen: null })),
      skipped: [],
    });
  });

  test.each(['domain', 'Host', ' name ', 'url'])('of the CSV kind, by the column %j', (column) => {
    const text = `id,${column}, last_seen\n1, 0kx.com , 2024-05-01 \n \n2,hello_world!,\n`;
    expect(readBlocklist(text, 'csv')).toEqual({
      names: [{ name: '0kx.com', firstSeen: null, lastSeen: '2024-05-01' }],
      skipped: [{ line: 4, reason: 'not a hostname' }],
    });
  });

  test('of the CSV kind, the name in its first column; what lines lack is nothing', () => {
    expect(names('domain,x\n0kx.com\n,y\n', 'csv')).toEqual(['0kx.com']);
  });

  test.each([
    ['2024-02-29', '2024-02-29'],
    ['2024-10-31', '2024-10-31'],
    ['2024-12-09T23:59:59', '2024-12-09'],
    ['2023-02-29', null],
    ['2024-13-01', null],
    ['2024-00-10', null],
    ['2024-10-00', null],
    ['2024-10', null],
    ['1999-10-01', null],
    ['x2024-10-01', null],
    ['2024-10-01x', null],
    ['1.10.2024', null],
    ['', null],
  ])('dates a name by a day since 2000, %j as %j', (date, day) => {
    const [name] = readBlocklist(`domain,first_seen\n0kx.com,${date}`, 'csv').names;
    expect(name?.firstSeen).toBe(day);
  });

  test('counts a name once, as it came first', () => {
    const text = 'domain,first_seen\n0kx.com,2024-05-01\n0KX.com,2020-01-01\n';
    expect(readBlocklist(text, 'csv').names).toEqual([
      { name: '0kx.com', firstSeen: '2024-05-01', lastSeen: null },
    ]);
  });

  test.each<[string, Parameters<typeof readBlocklist>[1], string]>([
    ['7', 'eth-phishing-detect', 'no eth-phishing-detect config'],
    ['null', 'eth-phishing-detect', 'no eth-phishing-detect config'],
    ['{}', 'eth-phishing-detect', 'no blacklist or blocklist in it'],
    ['', 'csv', 'the first line names no column domain, host, name or url'],
  ])('that is none says why: %j', (text, format, reason) => {
    expect(() => readBlocklist(text, format)).toThrow(new SyntaxError(reason));
  });

  test('of the eth-phishing-detect kind goes by its place in it', () => {
    const config = JSON.stringify({ blocklist: ['0kx.com', 7, { a: 1 }], blacklist: ['other.com'] });
    expect(readBlocklist(config, 'eth-phishing-detect')).toEqual({
      names: [{ name: '0kx.com', firstSeen: null, lastSeen: null }],
      skipped: [
        { line: 2, reason: expect.any(String) },
        { line: 3, reason: expect.any(String) },
      ],
    });
  });
});

const records = [
  exchange('binance', ['binance.com', 'binance.info', { domain: 'bnb-old.com', role: 'former' }]),
  exchange('binanceus', ['binance.us']),
  exchange('okx', ['okx.com']),
  exchange('cryptocom', ['crypto.com']),
];

test('names are kept where they concern a listed exchange, refused where they are its own or protected', () => {
  const blocked = [
    'binance-login.top',
    'www.binance.com',
    'bnb-old.com',
    'nothing.example',
    'google.com',
    'pages.dev',
  ];
  const { reported, refused, others } = attributeNames(
    blocked.map((name) => ({ name, firstSeen: '2024-05-01', lastSeen: null })),
    records,
    'a blocklist',
    (host) => (host.ascii.includes('binance') || host.ascii.includes('bnb') ? 'binance' : null),
  );
  expect(reported.map(({ name }) => name)).toEqual(['binance-login.top', 'bnb-old.com']);
  expect(reported[0]).toMatchObject({ exchange: 'binance', source: 'a blocklist', firstSeen: '2024-05-01' });
  expect(refused).toEqual([
    { name: 'www.binance.com', reason: "binance's own" },
    { name: 'google.com', reason: 'a protected name' },
    { name: 'pages.dev', reason: 'a public suffix' },
  ]);
  expect(others).toBe(1);
});

test('the command keeps lookalikes of listed exchanges, misspelt ones included', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ensign-import-'));
  const file = join(folder, 'hosts.txt');
  await writeFile(
    file,
    '0.0.0.0 binance-login.top\n0.0.0.0 bimance.com\n0.0.0.0 free-pizza.top\n0.0.0.0 www.okx.com\n',
  );
  const run = await runEnsign('list', 'import', file, '--format', 'hosts', '--source', 'a test');
  await rm(folder, { recursive: true });
  expect(run.out.split('\n')).toEqual([
    'name,exchange,source,first_seen,last_seen,exact',
    'bimance.com,binance,a test,,,',
    'binance-login.top,binance,a test,,,',
    '',
  ]);
  expect(run.said).toContain("refused www.okx.com: okx's own");
});
