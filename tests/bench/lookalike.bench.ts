/**
 * What a verdict costs, in one run beside tldts and eth-phishing-detect: `npm run bench:lookalike -- [HOSTS]`.
 * HOSTS is a file of benign hosts, one a line; without it the near names of the tests serve.
 * Each host is timed alone (the least of several rounds, so that other processes do not count), then ranked.
 */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import PhishingDetector from 'eth-phishing-detect/src/detector.js';
import { getDomain } from 'tldts';
import { compileList } from '../../cli/list/compile.ts';
import { readRecords } from '../../cli/list/read-records.ts';
import { buildTables, readWeights } from '../../cli/lookalike/build-tables.ts';
import { isBadHost, parseHost } from '../../utils/domain/host.ts';
import type { ExchangeRecord } from '../../utils/exchange/record.ts';
import { LOOKALIKE_SECTION } from '../../utils/list/layout.ts';
import { openSnapshot } from '../../utils/list/lookup.ts';
import { buildLookalikeIndex } from '../../utils/lookalike/build-index.ts';
import { openLookalike } from '../../utils/lookalike/open.ts';
import { judgeHost } from '../../utils/verdict/judge-host.ts';

const LISTED = 250_000;
const MOST_HOSTS = 10_000;
const ROUNDS = 7;
/** Keeps answers alive, so that nothing measured is optimised away. */
let kept: unknown;

const given = process.argv[2] ?? new URL('../unit/lookalike/near-names.txt', import.meta.url);
const all = readFileSync(given, 'utf8').split(/\s+/).filter(Boolean);
// Evenly over the file, which may be sorted: names in b and c are dearer than others.
const stride = Math.max(1, Math.floor(all.length / MOST_HOSTS));
const hosts = all.filter((_, i) => i % stride === 0).slice(0, MOST_HOSTS);
const contents = await readRecords();
const names = Array.from({ length: LISTED }, (_, i) => `${pronounceable(i)}-listed.com`);
const reported = names.map((name) => ({
  name,
  exchange: contents.exchanges[0]!.id,
  source: 'bench',
  firstSeen: null,
  lastSeen: null,
  exact: false,
}));

const tables = buildTables(readWeights());
const snapshot = await compileList({ ...contents, reported });
const list = openSnapshot(snapshot.buffer);
const index = list.section(LOOKALIKE_SECTION)!.slice();
const opened = performance.now();
const lookalikes = openLookalike(tables.buffer, index.buffer);
const openMs = performance.now() - opened;
const detector = new PhishingDetector({
  version: 2,
  tolerance: 0,
  fuzzylist: [],
  whitelist: [],
  blacklist: names,
});

const verdict = (text: string): unknown => {
  const host = parseHost(text);
  return isBadHost(host) ? host : judgeHost({ list, lookalikes }, host);
};
const match = (text: string): unknown => {
  const host = parseHost(text);
  return isBadHost(host) ? host : lookalikes.match(host);
};

const domain = spread(hosts, (text) => getDomain(text));
const full = spread(hosts, verdict);
const peer = spread(hosts.slice(0, 60), (text) => detector.check(text), 2);
console.table({
  'tldts getDomain': row(domain),
  'parse and match': row(spread(hosts, match)),
  'full verdict, 250k listed': row(full),
  'eth-phishing-detect, 250k': row(peer),
});

const worst = worstHosts().map((text) => ({ text, ns: spread([text], verdict, 40).p50 }));
worst.sort((a, b) => b.ns - a.ns);
console.table(
  worst.slice(0, 5).map(({ text, ns }) => ({
    host: `${text.slice(0, 40)}…`,
    µs: round(ns / 1000),
    '× median': round(ns / full.p50),
  })),
);

console.table([70, 700, 7_000].map(manyExchanges));
console.table({
  'tables.bin': { bytes: tables.length, gzip: gzipSync(tables).length },
  index: { bytes: index.length, gzip: gzipSync(index).length },
});
console.log(`opened in ${round(openMs)} ms`);

const checks: [string, boolean][] = [
  ['verdict ≤ 10 × getDomain at the median', full.p50 <= 10 * domain.p50],
  ['verdict ≤ 50 × getDomain at p99', full.p99 <= 50 * domain.p99],
  ['verdict ≥ 1,000 × as fast as eth-phishing-detect', peer.p50 >= 1_000 * full.p50],
  ['worst input ≤ 1,000 × the median', worst[0]!.ns <= 1_000 * full.p50],
  ['tables ≤ 1.2 MB zipped', gzipSync(tables).length + gzipSync(index).length <= 1_200_000],
];
for (const [claim, holds] of checks) console.log(`${holds ? 'ok  ' : 'FAIL'} ${claim}`);
if (checks.some(([, holds]) => !holds) || kept === 0) process.exitCode = 1;

interface Spread {
  p50: number;
  p99: number;
  mean: number;
}

/** Nanoseconds a host: the least of some rounds for each, then ranked. */
function spread(texts: string[], judge: (text: string) => unknown, rounds = ROUNDS): Spread {
  const least = new Float64Array(texts.length).fill(Number.POSITIVE_INFINITY);
  const burst = 4;
  for (let round = 0; round < rounds; round++) {
    for (const [i, text] of texts.entries()) {
      const start = process.hrtime.bigint();
      for (let k = 0; k < burst; k++) kept = judge(text);
      least[i] = Math.min(least[i]!, Number(process.hrtime.bigint() - start) / burst);
    }
  }
  least.sort();
  const at = (share: number) => least[Math.min(texts.length - 1, Math.floor(texts.length * share))]!;
  return { p50: at(0.5), p99: at(0.99), mean: least.reduce((sum, ns) => sum + ns, 0) / texts.length };
}

function row({ p50, p99, mean }: Spread) {
  return {
    'p50 ns': round(p50),
    'p99 ns': round(p99),
    'mean ns': round(mean),
    'p50 × tldts': round(p50 / domain.p50),
    'p99 × tldts p50': round(p99 / domain.p50),
    'p99 × tldts p99': round(p99 / domain.p99),
  };
}

/** Records with as many names that may alarm as real ones have, all attacked alike: the hardest case. */
function manyExchanges(count: number) {
  const exchanges = Array.from({ length: count }, (_, i): ExchangeRecord => {
    const name = pronounceable(i * 7 + 11);
    const row = { domain: `${name}.com`, role: 'primary' as const, source: 'bench' };
    const rest = { names_zh: [], aliases: [], lineage: [], status: 'unknown' as const, source: ['bench'] };
    return { id: name, name, type: 'exchange', domains: [row], ...rest };
  });
  const attacks = { date: '', sources: [], hosts: Object.fromEntries(exchanges.map(({ id }) => [id, 10])) };
  const bytes = buildLookalikeIndex(exchanges, attacks);
  const matcher = openLookalike(tables.buffer.slice(0), bytes.buffer);
  const cost = spread(hosts, (text) => {
    const host = parseHost(text);
    return isBadHost(host) ? null : matcher.match(host);
  });
  return {
    exchanges: count,
    'p50 ns': round(cost.p50),
    'p99 ns': round(cost.p99),
    'mean ns': round(cost.mean),
    'index KB': round(bytes.length / 1024),
  };
}

/** Six to ten letters that look like a name; distinct for distinct numbers. */
function pronounceable(number: number): string {
  let text = '';
  let rest = number + 10_000;
  while (rest > 0) {
    text += 'bcdfghklmnprstvz'[rest % 16]! + 'aeiou'[Math.floor(rest / 16) % 5]!;
    rest = Math.floor(rest / 80);
  }
  return `${text}ex`;
}

/** Labels of 63 characters and hosts of 253, made of names, near names, hyphens, pairs and other scripts. */
function worstHosts(): string[] {
  const labels = [
    'a-',
    'binance',
    'bin-ance-',
    'b1nance-',
    'coinbasecoinbas-',
    'rn',
    'cl-rn-vv-',
    'okx',
    'loginwallet',
    'i',
    'ab',
    'binanec-coinbsae-',
    'b-i-n-a-n-c-e-',
  ].map((unit) => unit.repeat(63).slice(0, 62).replace(/-$/, 'x'));
  const latin = labels.map((label) => `${[label, label, label, label].join('.').slice(0, 249)}.com`);
  const foreign = ['bіnаnсе', '币安', '欧易下载', 'ßþæ', 'ᴀʙᴄ'].map((unit) => {
    const label = unit.repeat(20).slice(0, 18);
    return `${label}.${label}.${label}.com`;
  });
  return [...latin, ...foreign, `${'okx.'.repeat(62)}com`, `${'a.'.repeat(124)}com`];
}

function round(value: number): number {
  return value >= 100 ? Math.round(value) : Math.round(value * 10) / 10;
}
