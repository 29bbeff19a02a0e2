/**
 * Load and look-up beside eth-phishing-detect, on the same list in the same run: `npm run bench:list`.
 * A look-up is of a host as a browser hands it over (text → answer); a hit of ours reads the whole record.
 */
import { gzipSync } from 'node:zlib';
import PhishingDetector from 'eth-phishing-detect/src/detector.js';
import { type Host, isBadHost, parseHost } from '../../utils/domain/host.ts';
import type { ExchangeRecord } from '../../utils/exchange/record.ts';
import { encodeSnapshot } from '../../utils/list/encode.ts';
import { SECTIONS } from '../../utils/list/layout.ts';
import { type ListIndex, openSnapshot } from '../../utils/list/lookup.ts';
import { nameOf } from './names.ts';

const SIZES = [1_000, 250_000, 1_000_000];
const IMITATED: ExchangeRecord = {
  id: 'okx',
  name: 'OKX',
  type: 'exchange',
  names_zh: [],
  aliases: [],
  domains: [],
  lineage: [],
  status: 'unknown',
  source: ['bench'],
};

const rows = SIZES.map(measure);
console.table(rows);
const at250k = rows[1]!;
const checks: [string, boolean][] = [
  ['load ≥ 50 × faster at 250k', at250k['load ×'] >= 50],
  ['look-up ≥ 1,000 × faster at 250k', at250k['miss ×'] >= 1000 && at250k['hit ×'] >= 1000],
  ['≤ 10 bytes a name', rows.every((row) => row['bytes a name'] <= 10)],
];
for (const [claim, holds] of checks) console.log(`${holds ? 'ok  ' : 'FAIL'} ${claim}`);
if (checks.some(([, holds]) => !holds)) process.exitCode = 1;

function measure(size: number) {
  const names = Array.from({ length: size }, (_, i) => `${nameOf(i)}.com`);
  const bytes = encodeSnapshot({
    version: 1,
    issued: '2026-01-01T00:00:00Z',
    expires: '2027-01-01T00:00:00Z',
    exchanges: [IMITATED],
    reported: names.map((name) => ({
      name,
      exchange: 'okx',
      source: 'bench',
      firstSeen: null,
      lastSeen: null,
      exact: false,
    })),
  });
  const config = JSON.stringify({ version: 2, tolerance: 0, fuzzylist: [], whitelist: [], blacklist: names });
  const listed = Array.from({ length: 100 }, (_, i) => names[(i * 7919) % size]!);
  const strangers = Array.from({ length: 100 }, (_, i) => `www.${nameOf(i + 5_000_000)}.org`);

  const index = openSnapshot(bytes.buffer);
  const detector = new PhishingDetector(JSON.parse(config));
  for (const host of [...listed, ...strangers]) {
    if (detector.check(host).result !== isListed(index, host)) throw new Error(`they differ on ${host}`);
  }
  const load = median(21, () => openSnapshot(bytes.buffer));
  const peerLoad = median(size > 100_000 ? 5 : 21, () => new PhishingDetector(JSON.parse(config)));
  const [miss, hit] = [strangers, listed].map((hosts) => each(hosts, 5_000, (host) => isListed(index, host)));
  const [peerMiss, peerHit] = [strangers, listed].map((hosts) =>
    each(hosts, size > 100_000 ? 1 : 50, (host) => detector.check(host)),
  );
  const parsed = strangers.map((host) => parseHost(host)).filter((host): host is Host => !isBadHost(host));
  const bare = each(parsed, 5_000, (host) => index.find(host));
  const sections = namesPart(bytes);
  return {
    names: size,
    'load ms': round(load),
    'peer load ms': round(peerLoad),
    'load ×': Math.round(peerLoad / load),
    'miss µs': round(miss! * 1000),
    'of it in the list': round(bare * 1000),
    'peer miss µs': round(peerMiss! * 1000),
    'miss ×': Math.round(peerMiss! / miss!),
    'hit µs': round(hit! * 1000),
    'peer hit µs': round(peerHit! * 1000),
    'hit ×': Math.round(peerHit! / hit!),
    'bytes a name': round(sections.length / size),
    'gzip bytes a name': round(gzipSync(sections, { level: 9 }).length / size),
    'file MB': round(bytes.length / 1e6),
  };
}

function isListed(index: ListIndex, text: string): boolean {
  const host = parseHost(text);
  return !isBadHost(host) && index.find(host).length > 0;
}

function namesPart(bytes: Uint8Array<ArrayBuffer>): Uint8Array {
  const index = openSnapshot(bytes.buffer);
  const parts = [SECTIONS.hashHigh, SECTIONS.hashLow, SECTIONS.values].map((id) => index.section(id)!);
  return Buffer.concat(parts);
}

/** Milliseconds a run, median. */
function median(runs: number, act: () => unknown): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    act();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)]!;
}

/** Milliseconds an item, over rounds of all. */
function each<Item>(items: readonly Item[], rounds: number, act: (item: Item) => unknown): number {
  const start = performance.now();
  for (let round = 0; round < rounds; round++) for (const item of items) act(item);
  return (performance.now() - start) / rounds / items.length;
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
