import type { Host } from '../domain/host.ts';
import type { ExchangeRecord } from '../exchange/record.ts';
import type { SnapshotMeta } from './layout.ts';
import type { ListHit } from './list-hit.ts';
import type { Position } from './name-table.ts';
import { type Reading, readInMemory } from './reading.ts';
import { Snapshot } from './snapshot.ts';
import { SnapshotError } from './snapshot-error.ts';

/** A list held in memory whole. */
export interface ListIndex {
  readonly meta: SnapshotMeta;
  /** What the list says of a host, nearest name first. Throws SnapshotError where the bytes are broken. */
  find(host: Host): ListHit[];
  exchangeById(id: string): ExchangeRecord | null;
  /** All exchanges in the order of their ids, each read when it is asked for. */
  exchanges(): IterableIterator<ExchangeRecord>;
  /** A section by its four characters, for the rooms that know what it holds; null where the list has none. */
  section(id: string): Uint8Array | null;
}

/** Reads a stretch of a snapshot, end exclusive; fewer bytes than asked for count as truncated. */
export interface ByteSource {
  read(from: number, to: number): Promise<Uint8Array>;
}

/** A list of which only the names' hashes are in memory. */
export interface LazyListIndex {
  readonly meta: SnapshotMeta;
  /** Places that may speak of a host: none, nearly always, and then nothing is read. */
  positions(host: Host): Position[];
  /** What the list says at a place; null where only the hashes met. */
  resolve(position: Position): Promise<ListHit | null>;
  find(host: Host): Promise<ListHit[]>;
  exchangeById(id: string): Promise<ExchangeRecord | null>;
  exchanges(): AsyncIterableIterator<ExchangeRecord>;
  section(id: string): Promise<Uint8Array | null>;
}

/**
 * Opens a snapshot held in memory: views over its bytes, nothing parsed but its small meta.
 * @throws SnapshotError
 */
export function openSnapshot(bytes: ArrayBuffer): ListIndex {
  const snapshot = new Snapshot(bytes);
  if (bytes.byteLength !== snapshot.contents.length) {
    throw new SnapshotError('truncated', `${bytes.byteLength} of ${snapshot.contents.length} bytes`);
  }
  const file = new Uint8Array(bytes);
  const read = <Result>(reading: Reading<Result>): Result => readInMemory(file, reading);
  return {
    meta: snapshot.meta,
    find(host) {
      const positions = snapshot.names.positions(host);
      return positions.length === 0 ? [] : read(snapshot.hitsAt(positions));
    },
    exchangeById(id) {
      const index = snapshot.indexOfExchange(id);
      return index < 0 ? null : read(snapshot.exchangeAt(index));
    },
    *exchanges() {
      for (let index = 0; index < snapshot.exchangeCount; index++) yield read(snapshot.exchangeAt(index));
    },
    section(id) {
      const range = snapshot.contents.sections.get(id);
      return range ? file.subarray(range.from, range.to) : null;
    },
  };
}

/**
 * Opens a snapshot of which only the head is in memory.
 * @param head the first bytes, `readContents(…).headLength` of them or more
 * @param source the whole snapshot
 * @throws SnapshotError
 */
export function openLazySnapshot(head: ArrayBuffer, source: ByteSource): LazyListIndex {
  const snapshot = new Snapshot(head);
  const readRange = async (from: number, to: number): Promise<Uint8Array> => {
    const bytes = await source.read(from, to);
    if (bytes.length !== to - from) throw new SnapshotError('truncated', `bytes ${from} to ${to}`);
    return bytes;
  };
  const read = async <Result>(reading: Reading<Result>): Promise<Result> => {
    let step = reading.next();
    while (!step.done) step = reading.next(await readRange(step.value.from, step.value.to));
    return step.value;
  };
  return {
    meta: snapshot.meta,
    positions: (host) => snapshot.names.positions(host),
    resolve: (position) => read(snapshot.hit(position)),
    find: (host) => read(snapshot.hits(host)),
    async exchangeById(id) {
      const index = snapshot.indexOfExchange(id);
      return index < 0 ? null : read(snapshot.exchangeAt(index));
    },
    async *exchanges() {
      for (let index = 0; index < snapshot.exchangeCount; index++)
        yield await read(snapshot.exchangeAt(index));
    },
    async section(id) {
      const range = snapshot.contents.sections.get(id);
      return range ? readRange(range.from, range.to) : null;
    },
  };
}
