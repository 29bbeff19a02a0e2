import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { exchangeByBrand } from '../../../cli/eval/brand-exchange.ts';
import { evaluateHosts } from '../../../cli/eval/hosts.ts';
import { hostsReport } from '../../../cli/eval/hosts-report.ts';
import { SetFaults } from '../../../cli/eval/set-faults.ts';
import { countLabelled, countNamed } from '../../../cli/lookalike/attacks.ts';
import { seededRandom } from '../../../cli/seeded-random.ts';
import { folderOf } from '../../fixtures/folder.ts';
import { exchanges, matcher } from '../lookalike/matcher.ts';

const lines = (rows: object[]) => rows.map((row) => JSON.stringify(row)).join('\n');

it('counts recall, the right exchange and false alarms by set and technique', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'hosts-'));
  writeFileSync(
    join(dir, 'filed.jsonl'),
    lines([
      { host: 'login-binance.com', brand: 'binance', technique: 'combosquat' },
      { host: 'login-coinbase.com', brand: 'binance', technique: 'combosquat' },
      { host: 'weather.example', brand: 'okx', technique: 'typo' },
    ]),
  );
  writeFileSync(join(dir, 'quiet.txt'), 'example.com\nwikipedia.org\nkucoin-login.com\n');
  const faults = new SetFaults();
  const report = await evaluateHosts(dir, matcher, exchangeByBrand(exchanges), faults);
  expect(faults.said).toEqual([]);
  expect(report.sets.filed).toEqual({ hosts: 3, hits: 2, high: 2, named: 2, right: 1 });
  expect(report.techniques.filed?.typo?.hits).toBe(0);
  expect(report.quiet.quiet?.alarms.map(({ host }) => host)).toEqual(['kucoin-login.com']);
  expect(report.misses.map(({ host }) => host)).toEqual(['weather.example']);
  expect(report.wrong.map(({ exchange }) => exchange)).toEqual(['coinbase']);
  expect(hostsReport(report, true)).toContain('missed, filed: weather.example (okx)');
});

it('measures the rest where lines are faulty, and names each fault by its line', async () => {
  const dir = folderOf({
    'a.jsonl': `\uFEFF${lines([{ host: 'login-binance.com', brand: 'binance' }])}\r\n\r\n`,
    'b.jsonl': `${lines([{ host: 'not a host', brand: 'okx' }, { brand: 'okx' }, { host: 'a.com', brand: '' }])}\n{`,
    'c.txt': '\uFEFFexample.com\r\n\r\nnot a host\r\nexample.org\r\n',
    'd.txt': '\r\n\n',
    'chromium-cases.jsonl': 'read elsewhere',
    'README.md': 'no set',
  });
  const faults = new SetFaults();
  const report = await evaluateHosts(dir, matcher, exchangeByBrand(exchanges), faults);
  expect(Object.entries(report.sets).map(([set, { hosts, hits }]) => [set, hosts, hits])).toEqual([
    ['a', 1, 1],
  ]);
  expect(Object.entries(report.quiet).map(([set, { hosts }]) => [set, hosts])).toEqual([
    ['c', 2],
    ['d', 0],
  ]);
  expect(faults.said.map((words) => words.slice(dir.length + 1))).toEqual([
    expect.stringMatching(/^b\.jsonl:1: no hostname: /),
    expect.stringMatching(/^b\.jsonl:2: host: /),
    expect.stringMatching(/^b\.jsonl:3: brand: /),
    'b.jsonl:4: not a line of JSON',
    expect.stringMatching(/^c\.txt:3: no hostname: /),
    'd.txt: holds nothing',
  ]);
});

it.each([{}, { 'README.md': 'no set' }])('refuses a folder without a set: %j', async (files) => {
  const measured = evaluateHosts(folderOf(files), matcher, () => null, new SetFaults());
  await expect(measured).rejects.toThrow(/holds no NAME\.jsonl and no NAME\.txt$/);
});

it('finds the exchange that a label means', () => {
  const exchangeOf = exchangeByBrand(exchanges);
  expect(['okx', 'okex', 'gateio', 'cexio', 'htx', 'nobody at all'].map(exchangeOf)).toEqual([
    'okx',
    'okx',
    'gate',
    'cex',
    'huobi',
    null,
  ]);
});

it('counts attacked exchanges: named hosts once, labelled hosts once', () => {
  const named = countNamed(
    ['binance-login.com', 'mybinancewallet.com', 'okx.top', 'booking.com', 'look-x.com'],
    exchanges,
  );
  expect([named.get('binance'), named.get('okx'), named.size]).toEqual([2, 1, 2]);
  const labelled = countLabelled(
    [lines([{ host: 'a.com', brand: 'okex' }]), lines([{ host: 'a.com', brand: 'okx' }])],
    exchanges,
  );
  expect(labelled).toEqual(new Map([['okx', 1]]));
});

it('draws the same numbers from the same seed', () => {
  const draw = (seed: number) => Array.from({ length: 3 }, seededRandom(seed));
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
});
