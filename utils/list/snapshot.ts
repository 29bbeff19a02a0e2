import type { Host } from '../domain/host.ts';
import type { ExchangeRecord } from '../exchange/record.ts';
import { type ByteRange, type Contents, readContents, sectionRange } from './container.ts';
import { NAMES_PER_BLOCK, SECTIONS, type SnapshotMeta } from './layout.ts';
import type { ListHit } from './list-hit.ts';
import { type NameRecord, nameRecordEnd, readNameRecord } from './name-record.ts';
import { NameTable, type Position } from './name-table.ts';
import { readExchange, readMeta } from './read-json.ts';
import type { Reading } from './reading.ts';
import { SnapshotError } from './snapshot-error.ts';

/** Records and sources kept parsed; a page visit asks for the same one several times. */
const REMEMBERED = 64;

const utf8 = new TextDecoder();

/** Neighbours compared when a snapshot is opened; `checkSnapshot` compares all. */
const SORT_SAMPLES = 4096;

/** A snapshot's head as views over its bytes; what lies behind is read when something is found. */
export class Snapshot {
  readonly meta: SnapshotMeta;
  readonly contents: Contents;
  readonly names: NameTable;
  readonly exchangeCount: number;
  readonly #head: Uint8Array<ArrayBuffer>;
  readonly #nameOffsets: Uint32Array;
  readonly #exchangeOffsets: Uint32Array;
  readonly #sourceOffsets: Uint32Array;
  readonly #exchanges = new Map<number, ExchangeRecord>();
  readonly #sources = new Map<number, string>();
  #ids: string[] | null = null;

  /**
   * @param head the whole snapshot, or at least its first `headLength` bytes
   * @throws SnapshotError
   */
  constructor(head: ArrayBuffer) {
    this.#head = new Uint8Array(head);
    this.contents = readContents(this.#head);
    if (head.byteLength < this.contents.headLength) throw new SnapshotError('truncated', 'head');
    this.meta = readMeta(this.#resident(SECTIONS.meta));
    const high = this.#uint32(SECTIONS.hashHigh);
    const low = this.#uint32(SECTIONS.hashLow);
    const values = this.#uint16(SECTIONS.values);
    if (high.length !== this.meta.names || low.length !== high.length || values.length !== high.length) {
      throw new SnapshotError('bad section length', 'names');
    }
    this.names = new NameTable(high, low, values);
    if (!this.names.isSorted(Math.max(1, Math.floor(high.length / SORT_SAMPLES)))) {
      throw new SnapshotError('not sorted', SECTIONS.hashHigh);
    }
    this.#nameOffsets = this.#offsets(SECTIONS.nameOffsets, SECTIONS.nameRecords);
    this.#exchangeOffsets = this.#offsets(SECTIONS.exchangeOffsets, SECTIONS.exchangeRecords);
    this.#sourceOffsets = this.#offsets(SECTIONS.sourceOffsets, SECTIONS.sources);
    this.exchangeCount = this.#exchangeOffsets.length - 1;
    if (
      this.exchangeCount !== this.meta.exchanges ||
      this.#nameOffsets.length - 1 !== Math.ceil(high.length / NAMES_PER_BLOCK)
    ) {
      throw new SnapshotError('bad section length', 'offsets');
    }
  }

  /** Ids in ascending order; the place of an id is its exchange's index. */
  get ids(): readonly string[] {
    if (this.#ids) return this.#ids;
    const text = utf8.decode(this.#resident(SECTIONS.exchangeIds));
    const ids = this.exchangeCount === 0 ? [] : text.split('\n');
    if (ids.length !== this.exchangeCount)
      throw new SnapshotError('bad section length', SECTIONS.exchangeIds);
    this.#ids = ids;
    return ids;
  }

  /** The exchange's index, -1 where the list has no such id. */
  indexOfExchange(id: string): number {
    return this.ids.indexOf(id);
  }

  /** What the list says at a place; null where the names differ and only the hashes met. */
  *hit(position: Position): Reading<ListHit | null> {
    const record = yield* this.nameAt(position.index);
    if (record.name !== position.name) return null;
    const exchange = yield* this.exchangeAt(position.exchange);
    const { name } = record;
    const { exact } = position;
    if (record.kind === 'listed') {
      const domain = exchange.domains[record.row];
      if (!domain) throw new SnapshotError('bad value', `row ${record.row} of ${exchange.id}`);
      return { kind: 'listed', name, exact, exchange, domain };
    }
    const source = yield* this.sourceAt(record.source);
    const { firstSeen, lastSeen } = record;
    return { kind: 'reported', name, exact, exchange, source, firstSeen, lastSeen };
  }

  /** All hits on a host, nearest name first, listed before reported. */
  hits(host: Host): Reading<ListHit[]> {
    return this.hitsAt(this.names.positions(host));
  }

  /** What the list says at several places, in their order. */
  *hitsAt(positions: readonly Position[]): Reading<ListHit[]> {
    const hits: ListHit[] = [];
    for (const position of positions) {
      const hit = yield* this.hit(position);
      if (hit) hits.push(hit);
    }
    return hits;
  }

  /** The name records of one block. */
  *blockAt(block: number): Reading<NameRecord[]> {
    const bytes = yield this.#part(SECTIONS.nameRecords, this.#nameOffsets, block);
    const records: NameRecord[] = [];
    const start = block * NAMES_PER_BLOCK;
    const end = Math.min(start + NAMES_PER_BLOCK, this.names.size);
    for (let index = start, at = 0; index < end; index++) {
      const reported = this.names.isReported(index);
      records.push(readNameRecord(bytes, at, reported));
      at = nameRecordEnd(bytes, at, reported);
    }
    return records;
  }

  /** One name's record, passing over those before it in its block. */
  *nameAt(index: number): Reading<NameRecord> {
    const block = Math.floor(index / NAMES_PER_BLOCK);
    const bytes = yield this.#part(SECTIONS.nameRecords, this.#nameOffsets, block);
    let at = 0;
    for (let before = block * NAMES_PER_BLOCK; before < index; before++) {
      at = nameRecordEnd(bytes, at, this.names.isReported(before));
    }
    return readNameRecord(bytes, at, this.names.isReported(index));
  }

  /** An exchange's record, shared between callers: not to be changed. */
  *exchangeAt(index: number): Reading<ExchangeRecord> {
    const known = this.#exchanges.get(index);
    if (known) return known;
    const id = this.ids[index];
    if (id === undefined) throw new SnapshotError('bad value', `exchange ${index}`);
    const bytes = yield this.#part(SECTIONS.exchangeRecords, this.#exchangeOffsets, index);
    return remember(this.#exchanges, index, readExchange(bytes, id));
  }

  /** Where a name was reported. */
  *sourceAt(index: number): Reading<string> {
    const known = this.#sources.get(index);
    if (known !== undefined) return known;
    const bytes = yield this.#part(SECTIONS.sources, this.#sourceOffsets, index);
    return remember(this.#sources, index, utf8.decode(bytes));
  }

  #resident(id: string): Uint8Array {
    const { from, to } = sectionRange(this.contents, id);
    return this.#head.subarray(from, to);
  }

  #uint32(id: string): Uint32Array {
    const { from, to } = sectionRange(this.contents, id);
    if ((to - from) % 4 !== 0) throw new SnapshotError('bad section length', id);
    return new Uint32Array(this.#head.buffer, from, (to - from) / 4);
  }

  #uint16(id: string): Uint16Array {
    const { from, to } = sectionRange(this.contents, id);
    if ((to - from) % 2 !== 0) throw new SnapshotError('bad section length', id);
    return new Uint16Array(this.#head.buffer, from, (to - from) / 2);
  }

  /** A table of offsets that begins at 0 and ends at its section's length; those between are checked when used. */
  #offsets(id: string, target: string): Uint32Array {
    const offsets = this.#uint32(id);
    const { from, to } = sectionRange(this.contents, target);
    if (offsets[0] !== 0 || offsets.at(-1) !== to - from) throw new SnapshotError('bad offset', id);
    return offsets;
  }

  #part(id: string, offsets: Uint32Array, index: number): ByteRange {
    const { from, to } = sectionRange(this.contents, id);
    const start = offsets[index];
    const end = offsets[index + 1];
    if (start === undefined || end === undefined || start > end || from + end > to) {
      throw new SnapshotError('bad offset', `${id} ${index}`);
    }
    return { from: from + start, to: from + end };
  }
}

function remember<Value>(known: Map<number, Value>, index: number, value: Value): Value {
  if (known.size >= REMEMBERED) known.clear();
  known.set(index, value);
  return value;
}
