import { writeContainer } from './container.ts';
import { NAMES_PER_BLOCK, SECTIONS, VALUE_REPORTED } from './layout.ts';
import { nameRecordEnd } from './name-record.ts';

/** A snapshot taken apart: what an encoder, a delta and an unpacked download have in common. */
export interface SnapshotParts {
  meta: Uint8Array;
  /** Sorted by hash; all three of one length. */
  high: Uint32Array;
  low: Uint32Array;
  values: Uint16Array;
  /** Name records on end, in the order of the hashes. */
  records: Uint8Array;
  /** In the order of their ids. */
  exchanges: readonly { id: string; text: Uint8Array }[];
  sources: readonly Uint8Array[];
  /** Sections of other rooms. */
  further: ReadonlyMap<string, Uint8Array>;
}

const utf8 = new TextEncoder();

/** Puts the parts together; the same parts give the same bytes. */
export function writeSnapshot(parts: SnapshotParts): Uint8Array<ArrayBuffer> {
  const ids = parts.exchanges.map((exchange) => exchange.id);
  const exchanges = joinTexts(parts.exchanges.map((exchange) => exchange.text));
  const sources = joinTexts(parts.sources);
  const further = [...parts.further].sort(([a], [b]) => (a < b ? -1 : 1));
  return writeContainer(
    new Map([
      [SECTIONS.meta, parts.meta],
      [SECTIONS.hashHigh, littleEndian(parts.high, 4)],
      [SECTIONS.hashLow, littleEndian(parts.low, 4)],
      [SECTIONS.values, littleEndian(parts.values, 2)],
      [SECTIONS.nameOffsets, littleEndian(blockOffsets(parts.records, parts.values), 4)],
      [SECTIONS.exchangeOffsets, littleEndian(exchanges.offsets, 4)],
      [SECTIONS.exchangeIds, utf8.encode(ids.join('\n'))],
      [SECTIONS.sourceOffsets, littleEndian(sources.offsets, 4)],
      [SECTIONS.nameRecords, parts.records],
      [SECTIONS.exchangeRecords, exchanges.bytes],
      [SECTIONS.sources, sources.bytes],
      ...further,
    ]),
  );
}

/** Where each block of name records starts, and where the last one ends. */
function blockOffsets(records: Uint8Array, values: Uint16Array): Uint32Array {
  const offsets = new Uint32Array(Math.ceil(values.length / NAMES_PER_BLOCK) + 1);
  let at = 0;
  for (let index = 0; index < values.length; index++) {
    if (index % NAMES_PER_BLOCK === 0) offsets[index / NAMES_PER_BLOCK] = at;
    at = nameRecordEnd(records, at, (values[index]! & VALUE_REPORTED) !== 0);
  }
  offsets[offsets.length - 1] = at;
  return offsets;
}

function joinTexts(texts: readonly Uint8Array[]): { offsets: Uint32Array; bytes: Uint8Array } {
  const offsets = new Uint32Array(texts.length + 1);
  for (const [index, text] of texts.entries()) offsets[index + 1] = offsets[index]! + text.length;
  const bytes = new Uint8Array(offsets.at(-1)!);
  for (const [index, text] of texts.entries()) bytes.set(text, offsets[index]);
  return { offsets, bytes };
}

function littleEndian(numbers: Uint32Array | Uint16Array, width: 2 | 4): Uint8Array {
  const view = new DataView(new ArrayBuffer(numbers.length * width));
  for (let i = 0; i < numbers.length; i++) {
    if (width === 4) view.setUint32(i * 4, numbers[i]!, true);
    else view.setUint16(i * 2, numbers[i]!, true);
  }
  return new Uint8Array(view.buffer);
}
