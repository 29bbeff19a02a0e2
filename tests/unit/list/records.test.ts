import { describe, expect, test } from 'vitest';
import type { ExchangeRecord } from '../../../utils/exchange/record.ts';
import { checkRecords, checkVersion } from '../../../utils/list/check-records.ts';
import { recordFaults } from '../../../utils/list/record-shape.ts';
import { exchange } from './sample-list.ts';

type Loose = Record<string, unknown>;

function faults(...records: Loose[]): string[] {
  const files = records.map((record) => ({ file: `${record.id}.json`, text: JSON.stringify(record) }));
  return checkRecords(files).faults.map(({ file, field, reason }) => `${file} ${field} ${reason}`);
}

const okx = (more: Partial<ExchangeRecord> | Loose = {}): Loose => ({
  ...exchange('okx', ['okx.com']),
  ...more,
});
const two = (more: Loose): Loose => ({ ...exchange('okx', ['okx.com', 'b.com']), ...more });
const row = (more: Loose) =>
  okx({ domains: [{ domain: 'okx.com', role: 'primary', source: 'a test', ...more }] });
const edge = (from: string, to: string, more: Loose = {}) => ({
  from,
  to,
  kind: 'renaming',
  source: 'a test',
  ...more,
});

describe('a record passes', () => {
  test.each<[string, Loose]>([
    ['as it is', okx()],
    ['without domains', okx({ domains: [] })],
    ['with a host of its domain', row({ domain: 'z.com', host: 'coin.z.com' })],
    ['with a month', row({ from: '2017-08', until: '2017' })],
    ['with a name under a private suffix', row({ domain: 'huobi.br.com' })],
    ['with lineage from a known subdomain', two({ lineage: [edge('pro.okx.com', 'b.com')] })],
    [
      'with a dated circle',
      two({ lineage: [edge('okx.com', 'b.com', { year: 2017 }), edge('b.com', 'okx.com', { year: 2019 })] }),
    ],
  ])('%s', (_, record) => expect(faults(record)).toEqual([]));
});

describe('a record is refused, naming file, field and reason', () => {
  test.each<[string, Loose, RegExp]>([
    ['a field nobody knows', okx({ colour: 'blue' }), /^okx\.json colour is no field of this record$/],
    ['no name', okx({ name: undefined }), /^okx\.json name is missing$/],
    ['a number for a name', okx({ name: 7 }), /^okx\.json name is 7, not string$/],
    ['a type nobody knows', okx({ type: 'bank' }), /^okx\.json type is "bank", not /],
    ['no source', okx({ source: [] }), /^okx\.json source a record needs a source$/],
    ['a domain without source', row({ source: '' }), /^okx\.json domains\.0\.source /],
    ['a date of the moon', row({ from: '2017-13' }), /^okx\.json domains\.0\.from is no date/],
    ['30 February', row({ until: '2017-02-30' }), /^okx\.json domains\.0\.until is no date/],
    ['an end before the beginning', row({ from: '2019', until: '2018' }), /domains\.0\.until ends before/],
    [
      'a public suffix',
      row({ domain: 'com' }),
      /^okx\.json domains\.0\.domain is no registrable domain \(public and private suffixes are refused\)$/,
    ],
    [
      'a private suffix',
      row({ domain: 'pages.dev' }),
      /^okx\.json domains\.0\.domain is no registrable domain \(public and private suffixes are refused\)$/,
    ],
    [
      'a subdomain as domain',
      row({ domain: 'www.okx.com' }),
      /^okx\.json domains\.0\.domain is no registrable domain: give okx\.com; a single host goes into `host`$/,
    ],
    ['an empty domain', row({ domain: '' }), /^okx\.json domains\.0\.domain is empty/],
    ['a name in capitals', row({ domain: 'OKX.com' }), /^okx\.json domains\.0\.domain is no hostname/],
    ['a name in Chinese', row({ domain: '欧易.com' }), /^okx\.json domains\.0\.domain is no hostname/],
    ['a host elsewhere', row({ host: 'okx.org' }), /^okx\.json domains\.0\.host is no host of the domain$/],
    ['a weakness nobody knows', row({ confidence: 'maybe' }), /^okx\.json domains\.0\.confidence /],
    ['a bidi mark in a name', okx({ name: 'OK\u202eX' }), /^okx\.json name has a control/],
    ['a country in words', okx({ countries: ['China'] }), /^okx\.json countries\.0 /],
    [
      'a claim of China without source',
      okx({ serves_cn: { value: true } }),
      /^okx\.json serves_cn has no source$/,
    ],
    ['an id that is another file', { ...okx(), id: 'OKX' }, /^OKX\.json id may hold/],
    [
      'lineage to a stranger',
      okx({ lineage: [edge('okx.com', 'b.com')] }),
      /lineage\.0 names b\.com, which no record has/,
    ],
    [
      'lineage from a stranger',
      okx({ lineage: [edge('a.com', 'okx.com')] }),
      /lineage\.0 names a\.com, which no record has/,
    ],
    ['lineage to itself', okx({ lineage: [edge('okx.com', 'okx.com')] }), /lineage\.0 leads to itself/],
    [
      'a circle without years',
      two({ lineage: [edge('okx.com', 'b.com', { year: 2017 }), edge('b.com', 'okx.com')] }),
      /^okx\.json lineage\.1 lies on a circle/,
    ],
    [
      'an unknown twin',
      okx({ possible_duplicate_of: 'nobody' }),
      /possible_duplicate_of nobody is no record/,
    ],
  ])('%s', (_, record, message) => {
    expect(faults(record)).toEqual([expect.stringMatching(message)]);
  });

  test('all faults of all files at once', () => {
    const found = checkRecords([
      { file: 'b.json', text: '{' },
      { file: 'a.json', text: JSON.stringify({ ...okx({ name: '', status: 'gone' }) }) },
    ]).faults;
    expect(found.map(({ file, field }) => `${file} ${field}`)).toEqual([
      'a.json name',
      'a.json status',
      'b.json ',
    ]);
  });

  test('a file that is not named for its id', () => {
    const found = checkRecords([{ file: 'okex.json', text: JSON.stringify(okx()) }]).faults;
    expect(found).toEqual([{ file: 'okex.json', field: 'id', reason: 'is okx, but the file is okex.json' }]);
  });
});

test('records come in the order of their ids, those with faults left out', () => {
  const files = ['okx', 'binance', 'kraken', 'zb'].map((id) => ({
    file: `${id}.json`,
    text: JSON.stringify(id === 'kraken' ? { id } : exchange(id, [`${id}.com`])),
  }));
  const { exchanges, faults: found } = checkRecords(files);
  expect(exchanges.map(({ id }) => id)).toEqual(['binance', 'okx', 'zb']);
  expect(new Set(found.map(({ file }) => file))).toEqual(new Set(['kraken.json']));
});

test('what is no JSON is told with what is wrong in it', () => {
  const [fault] = checkRecords([{ file: 'a.json', text: '{"id":' }]).faults;
  expect(fault).toEqual({ file: 'a.json', field: '', reason: expect.stringMatching(/^is no JSON: .+/) });
});

test('faults are told by file, and of rows in their order', () => {
  const rows = Array.from({ length: 11 }, (_, i) => ({ domain: `${i}.com`, role: 'primary' }));
  const found = faults({ ...exchange('b', []), domains: rows }, { ...exchange('a', []), name: '' });
  expect(found.map((fault) => fault.split(' ').slice(0, 2).join(' '))).toEqual([
    'a.json name',
    ...rows.map((_, i) => `b.json domains.${i}.source`),
  ]);
});

test.each(['con', 'nul', 'com1', 'lpt9'])('%s is no id: some systems keep it for a device', (id) => {
  expect(faults(exchange(id, ['a.com']) as unknown as Loose)).toEqual([
    `${id}.json id is a device name on some systems`,
  ]);
});

test.each(['console', 'com', 'xcon', 'com10'])('%s is one', (id) => {
  expect(faults(exchange(id, ['a.com']) as unknown as Loose)).toEqual([]);
});

describe('two records', () => {
  const other = (more: Loose = {}) => ({
    ...exchange('other', []),
    domains: [{ domain: 'okx.com', role: 'former', source: 'a test', ...more }],
  });
  test('may not hold one name', () =>
    expect(faults(okx(), other())).toEqual([expect.stringMatching(/is also/)]));
  test('may, if a note says why', () =>
    expect(faults(okx(), other({ note: 'its predecessor' }))).toEqual([]));
  test('may not have one id', () => {
    const files = [okx(), { ...okx(), domains: [] }].map((record) => ({
      file: 'okx.json',
      text: JSON.stringify(record),
    }));
    expect(checkRecords(files).faults).toEqual([
      { file: 'okx.json', field: 'id', reason: 'is taken by another record' },
    ]);
  });
  test('may hold hosts of one domain, and the domain of one and a host of the other', () => {
    const host = (id: string, name: string) =>
      ({ ...exchange(id, [{ domain: 'z.com', host: name }]) }) as unknown as Loose;
    expect(faults(host('a', 'a.z.com'), host('b', 'b.z.com'))).toEqual([]);
  });
  test('a name that only imitators use is one too', () => {
    const rows = (id: string) =>
      exchange(id, [{ domain: 'etoro.com', imitated_only: true }]) as unknown as Loose;
    expect(faults(rows('a'), rows('b'))).toEqual([
      expect.stringMatching(/^b\.json domains\.0\.domain etoro\.com is also a's/),
    ]);
  });
  test('a name twice in one record is refused even so', () => {
    const twice = okx({ domains: [other({ note: 'x' }).domains[0], other({ note: 'y' }).domains[0]] });
    expect(faults(twice)).toEqual([expect.stringMatching(/domains\.1\.domain .*twice/)]);
  });
});

test('version.json', () => {
  const check = (value: unknown) =>
    checkVersion('version.json', JSON.stringify(value)).faults.map((f) => f.field);
  const good = { version: 3, issued: '2026-11-23T00:00:00Z', expires: '2027-05-23T00:00:00Z' };
  expect(check(good)).toEqual([]);
  expect(check({ ...good, version: 0 })).toEqual(['version']);
  expect(check({ ...good, issued: 'today' })).toEqual(['issued']);
  expect(check({ ...good, expires: '2026-11-22T00:00:00Z' })).toEqual(['expires']);
});

describe('readers of a list', () => {
  test('let pass fields that they do not know', () => {
    expect(recordFaults(okx({ colour: 'blue' }))).toEqual([]);
    expect(recordFaults(okx())).toEqual([]);
  });

  test('are told what else is wrong, and where', () => {
    const told = recordFaults(row({ source: '', colour: 'blue' }));
    expect(told).toContain('domains.0.source: a source must be named');
    expect(told.filter((fault) => !fault.startsWith('domains.0.source: '))).toEqual([]);
    expect(recordFaults(7)).toEqual([expect.stringMatching(/^: ./)]);
  });
});
