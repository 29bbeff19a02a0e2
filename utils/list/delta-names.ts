import { asciiText } from './ascii.ts';
import { ByteFault, ByteReader } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import { hashName } from './hash.ts';
import { VALUE_EXCHANGE, VALUE_REPORTED } from './layout.ts';
import { nameRecordEnd, readNameRecord, tailOffset } from './name-record.ts';
import type { SnapshotParts } from './write-snapshot.ts';

type Names = Pick<SnapshotParts, 'high' | 'low' | 'values' | 'records'>;

/** Names that go, by their place before; names that come, with their value and record as they are after. */
export interface NameChanges {
  removed: number[];
  added: { value: number; record: Uint8Array }[];
}

/** Where exchanges and sources of before stand after; −1: gone. */
export interface Renumbering {
  exchanges: Int32Array;
  sources: Int32Array;
}

/** One name with everything that makes it the same name before and after, whatever its numbers. */
function* entriesOf(parts: SnapshotParts): Generator<{ key: string; value: number; record: Uint8Array }> {
  const utf8 = new TextDecoder();
  const sources = parts.sources.map((source) => utf8.decode(source));
  let at = 0;
  for (const value of parts.values) {
    const reported = (value & VALUE_REPORTED) !== 0;
    const end = nameRecordEnd(parts.records, at, reported);
    const record = parts.records.subarray(at, end);
    const read = readNameRecord(record, 0, reported);
    const about = read.kind === 'listed' ? [read.row] : [sources[read.source], read.firstSeen, read.lastSeen];
    const exchange = parts.exchanges[value & VALUE_EXCHANGE]?.id;
    yield { key: [read.name, exchange, value & ~VALUE_EXCHANGE, ...about].join('\n'), value, record };
    at = end;
  }
}

export function nameChanges(before: SnapshotParts, after: SnapshotParts): NameChanges {
  const now = new Map<string, { value: number; record: Uint8Array }>();
  for (const { key, value, record } of entriesOf(after)) now.set(key, { value, record });
  const removed: number[] = [];
  let place = 0;
  for (const { key } of entriesOf(before)) {
    if (!now.delete(key)) removed.push(place);
    place++;
  }
  return { removed, added: [...now.values()] };
}

/** Two parts, since they are counted apart: places and values; full records. */
export function writeNameChanges(changes: NameChanges): {
  entries: Uint8Array<ArrayBuffer>;
  records: Uint8Array<ArrayBuffer>;
} {
  const entries = new ByteWriter().count(changes.removed.length);
  let last = 0;
  for (const place of changes.removed) {
    entries.count(place - last);
    last = place;
  }
  const records = new ByteWriter();
  for (const { value, record } of changes.added) {
    entries.count(value);
    records.raw(record);
  }
  return { entries: entries.bytes, records: records.bytes };
}

/** @throws ByteFault */
export function readNameChanges(entries: Uint8Array, records: Uint8Array): NameChanges {
  const from = new ByteReader(entries);
  const removed: number[] = [];
  let place = 0;
  for (let left = from.count(); left > 0; left--) {
    place += from.count();
    removed.push(place);
  }
  const added: NameChanges['added'] = [];
  let at = 0;
  while (!from.done) {
    const value = from.count();
    if (value > 0xffff) throw new ByteFault(`value ${value}`);
    const end = nameRecordEnd(records, at, (value & VALUE_REPORTED) !== 0);
    added.push({ value, record: records.subarray(at, end) });
    at = end;
  }
  if (at !== records.length) throw new ByteFault('records left over');
  return { removed, added };
}

/** The names afterwards. @throws ByteFault where the changes do not fit these names */
export function mergeNames(before: Names, changes: NameChanges, to: Renumbering): Names {
  const length = before.values.length - changes.removed.length + changes.added.length;
  const after = {
    high: new Uint32Array(length),
    low: new Uint32Array(length),
    values: new Uint16Array(length),
  };
  const records = new ByteWriter(before.records.length);
  const gone = new Set(changes.removed);
  const added = changes.added.map((entry) => ({ ...entry, hash: hashOf(entry.record) }));
  let next = 0;
  let written = 0;
  const write = (high: number, low: number, value: number, record: Uint8Array) => {
    if (written >= length) throw new ByteFault('more names than announced');
    after.high[written] = high;
    after.low[written] = low;
    after.values[written++] = value;
    records.raw(record);
  };
  const writeAdded = () => {
    const { hash, value, record } = added[next++]!;
    write(hash[0], hash[1], value, record);
  };
  let at = 0;
  for (let place = 0; place < before.values.length; place++) {
    const value = before.values[place]!;
    const end = nameRecordEnd(before.records, at, (value & VALUE_REPORTED) !== 0);
    if (!gone.has(place)) {
      const [high, low] = [before.high[place]!, before.low[place]!];
      const renumbered = renumber(value, before.records.subarray(at, end), to);
      while (next < added.length && comesFirst(added[next]!, high, low, renumbered)) writeAdded();
      write(high, low, renumbered.value, renumbered.record);
    }
    at = end;
  }
  while (next < added.length) writeAdded();
  if (written !== length) throw new ByteFault('fewer names than announced');
  return { ...after, records: records.bytes };
}

function hashOf(record: Uint8Array): [number, number] {
  return hashName(asciiText(record.subarray(1, 1 + record[0]!)));
}

/** The order of compile-names.ts: hash, value, then row or source. */
function comesFirst(
  added: { hash: [number, number]; value: number; record: Uint8Array },
  high: number,
  low: number,
  kept: { value: number; record: Uint8Array },
): boolean {
  const order =
    added.hash[0] - high ||
    added.hash[1] - low ||
    added.value - kept.value ||
    tail(added.record) - tail(kept.record);
  return order < 0;
}

/** Row of a listed record, source of a reported one: either stands right behind the name. */
function tail(record: Uint8Array): number {
  const at = tailOffset(record);
  return record[at]! | (record[at + 1]! << 8);
}

function renumber(value: number, record: Uint8Array, to: Renumbering): { value: number; record: Uint8Array } {
  const exchange = to.exchanges[value & VALUE_EXCHANGE];
  if (exchange === undefined || exchange < 0) throw new ByteFault('a name of an exchange that is gone');
  const renumbered = (value & ~VALUE_EXCHANGE) | exchange;
  if ((value & VALUE_REPORTED) === 0) return { value: renumbered, record };
  const old = tail(record);
  const source = to.sources[old];
  if (source === undefined || source < 0) throw new ByteFault('a name of a source that is gone');
  if (source === old) return { value: renumbered, record };
  const copy = record.slice();
  copy[tailOffset(record)] = source & 0xff;
  copy[tailOffset(record) + 1] = source >>> 8;
  return { value: renumbered, record: copy };
}
