import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { exchangeByBrand } from '../../../cli/eval/brand-exchange.ts';
import { evaluateHosts } from '../../../cli/eval/hosts.ts';
import { hostsReport } from '../../../cli/eval/hosts-report.ts';
import { countLabelled, countNamed } from '../../../cli/lookalike/attacks.ts';
import { seededRandom } from '../../../cli/seeded-random.ts';
import { exchanges, matcher } from '../lookalike/matcher.ts';

const lines = (rows: object[]) => rows.map((row) => JSON.stringify(row)).join('\n');

it('counts recall, the right exchange and false alarms by set and technique', () => {
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
  const report = evaluateHosts(dir, matcher, exchangeByBrand(exchanges));
  expect(report.sets.filed).toEqual({ hosts: 3, hits: 2, high: 2, named: 2, right: 1 });
  expect(report.techniques.filed?.typo?.hits).toBe(0);
  expect(report.quiet.quiet?.alarms.map(({ host }) => host)).toEqual(['kucoin-login.com']);
  expect(report.misses.map(({ host }) => host)).toEqual(['weather.example']);
  expect(report.wrong.map(({ exchange }) => exchange)).toEqual(['coinbase']);
  expect(hostsReport(report, true)).toContain('missed, filed: weather.example (okx)');
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
