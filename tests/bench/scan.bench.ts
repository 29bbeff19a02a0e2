/**
 * What `scan hosts` costs beside the bare verdict, and what it holds in memory:
 *   npm run bench:scan [-- HOSTS.txt]   a hostname a line; without it the near names of the tests serve, over and over
 */
import { createWriteStream, readFileSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { openJudge } from '../../cli/scan/judge.ts';
import { scanHosts } from '../../cli/scan/scan-hosts.ts';
import { isBadHost, parseHost } from '../../utils/domain/host.ts';

const ROUNDS = 5;
/** Times the lines are read in the second, longer scan. */
const LONGER = 20;
/** A shorter file is read again and again, until it has as many lines. */
const ENOUGH = 50_000;
const CHUNK_BYTES = 64 * 1024;

const given = process.argv[2] ?? new URL('../unit/lookalike/near-names.txt', import.meta.url);
const text = readFileSync(given, 'utf8').trimEnd();
const copies = Math.ceil(ENOUGH / text.split('\n').length);
const bytes = Buffer.from(`${text}\n`.repeat(copies));
const lines = bytes.toString().trimEnd().split('\n');
const judge = await openJudge({ reported: true });

/** Hosts a millisecond of a full verdict on each line, nothing read or written. */
function bare(): number {
  const started = performance.now();
  for (const line of lines) {
    const host = parseHost(line);
    if (!isBadHost(host)) judge(host);
  }
  return lines.length / (performance.now() - started);
}

/** The same from chunks of bytes to a file that keeps nothing. */
async function scan(times: number): Promise<number> {
  const started = performance.now();
  await pipeline(scanHosts(repeated(times), judge), createWriteStream('/dev/null'));
  return (lines.length * times) / (performance.now() - started);
}

async function* repeated(times: number): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < times; i++) {
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES);
  }
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1]!;
const megabytes = (): number => process.memoryUsage().rss / 1024 / 1024;

const rates: { bare: number; scan: number }[] = [];
for (let round = 0; round <= ROUNDS; round++) {
  const rate = { bare: bare(), scan: await scan(1) };
  if (round > 0) rates.push(rate);
}
const bareRate = median(rates.map((rate) => rate.bare));
const scanRate = median(rates.map((rate) => rate.scan));
console.log(`bare verdict ${bareRate.toFixed(0)} hosts/ms, scan hosts ${scanRate.toFixed(0)} hosts/ms`);
console.log(`ratio ${(scanRate / bareRate).toFixed(2)} (median of ${ROUNDS} rounds, ${lines.length} lines)`);
const before = megabytes();
await scan(LONGER);
console.log(
  `memory after ${lines.length * LONGER} lines more: ${before.toFixed(0)} → ${megabytes().toFixed(0)} MB`,
);
