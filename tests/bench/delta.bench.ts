/** What travels: a whole list, and 1,000 changes on 250,000 names. `npm run bench:delta`. */
import { gzipSync } from 'node:zlib';
import { seededRandom } from '../../cli/seeded-random.ts';
import type { ExchangeRecord } from '../../utils/exchange/record.ts';
import { checkSnapshot } from '../../utils/list/check-snapshot.ts';
import { applyDelta, makeDelta } from '../../utils/list/delta.ts';
import { encodeSnapshot } from '../../utils/list/encode.ts';
import type { ListContents, ReportedName } from '../../utils/list/list-contents.ts';
import { openSnapshot } from '../../utils/list/lookup.ts';
import { packSnapshot, unpackSnapshot } from '../../utils/list/pack.ts';
import { readInMemory } from '../../utils/list/reading.ts';
import { Snapshot } from '../../utils/list/snapshot.ts';

const NAMES = 250_000;
const CHANGES = 1_000;
const words = ['okx', 'binance', 'login', 'wallet', 'secure', 'huobi', 'gate', 'app', 'vip', 'kyc'];
const endings = ['com', 'xyz', 'top', 'io', 'net', 'vip'];
const random = seededRandom(20_261_123);

const exchanges = Array.from({ length: 68 }, (_, i) => exchange(`ex${String(i).padStart(2, '0')}`));
const reported = Array.from({ length: NAMES }, (_, i) => report(i));
const before = list(1, reported);
const half = CHANGES / 2;
const goes = new Set(Array.from({ length: half }, () => Math.floor(random() * NAMES)));
const after = list(2, [
  ...reported.filter((_, i) => !goes.has(i)),
  ...Array.from({ length: CHANGES - goes.size }, (_, i) => report(NAMES + i)),
]);

const whole = timed('pack', () => packSnapshot(before));
const back = timed('unpack', () => unpackSnapshot(whole));
timed('check all names', () => readInMemory(back, checkSnapshot(new Snapshot(back.buffer))));
const { delta, sizes } = timed('make delta', () => makeDelta(before, after));
const result = timed('apply delta', () => applyDelta(before, delta));
if (Buffer.compare(result, after) !== 0) throw new Error('the delta does not give the later list');

const values = openSnapshot(before.buffer).section('VALU')!;
console.table({
  [`snapshot of ${NAMES} names`]: { bytes: before.length, 'a name': before.length / NAMES },
  'packed, gzip': { bytes: zipped(whole), 'a name': zipped(whole) / NAMES },
  'names part of it (hashes are made from the names)': {
    bytes: zipped(values),
    'a name': zipped(values) / NAMES,
  },
  [`delta of ${CHANGES} changes, gzip`]: { bytes: zipped(delta) },
  'its names part, uncompressed': { bytes: sizes.names },
  'its name records, uncompressed': { bytes: sizes.nameRecords },
});
const ok = sizes.names <= 12_000 && zipped(values) / NAMES <= 8.5;
console.log(`${ok ? 'ok  ' : 'FAIL'} names part: ≤ 12 kB in the delta, ≤ 8.5 bytes a name in the whole`);
if (!ok) process.exitCode = 1;

function list(version: number, names: ReportedName[]): Uint8Array<ArrayBuffer> {
  const contents: ListContents = {
    version,
    issued: '2026-01-01T00:00:00Z',
    expires: '2027-01-01T00:00:00Z',
    exchanges,
    reported: names,
  };
  return encodeSnapshot(contents);
}

function exchange(id: string): ExchangeRecord {
  return {
    id,
    name: id,
    type: 'exchange',
    names_zh: [],
    aliases: [],
    domains: [],
    lineage: [],
    status: 'unknown',
    source: ['bench'],
  };
}

/** Few exchanges take most of the imitations. */
function report(i: number): ReportedName {
  const word = () => words[Math.floor(random() * words.length)]!;
  const day = String(1 + Math.floor(random() * 28)).padStart(2, '0');
  const month = String(1 + Math.floor(random() * 12)).padStart(2, '0');
  return {
    name: `${word()}-${word()}${i.toString(36)}.${endings[Math.floor(random() * endings.length)]}`,
    exchange: exchanges[Math.floor(exchanges.length * random() ** 3)]!.id,
    source: `blocklist ${Math.floor(random() * 3)}`,
    firstSeen: `202${Math.floor(random() * 7)}-${month}-${day}`,
    lastSeen: null,
    exact: false,
  };
}

function zipped(bytes: Uint8Array): number {
  return gzipSync(bytes, { level: 9 }).length;
}

function timed<Result>(what: string, act: () => Result): Result {
  const start = performance.now();
  const result = act();
  console.log(`${what}: ${Math.round(performance.now() - start)} ms`);
  return result;
}
