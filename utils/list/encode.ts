import { type CompiledName, compileNames } from './compile-names.ts';
import { writeContainer } from './container.ts';
import { NAMES_PER_BLOCK, SECTIONS, type SnapshotMeta } from './layout.ts';
import type { ListContents } from './list-contents.ts';
import { nameRecordLength, writeNameRecord } from './name-record.ts';

const utf8 = new TextEncoder();

/**
 * Writes a list as a snapshot. The same list gives the same bytes, in whatever order its entries come.
 * @param further sections that other rooms made (4 ASCII characters → bytes), carried as they are
 * @throws CompileError
 */
export function encodeSnapshot(
  list: ListContents,
  further: ReadonlyMap<string, Uint8Array> = new Map(),
): Uint8Array<ArrayBuffer> {
  const exchanges = list.exchanges.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const { names, sources } = compileNames({ ...list, exchanges });
  const meta: SnapshotMeta = {
    version: list.version,
    issued: list.issued,
    expires: list.expires,
    names: names.length,
    reported: list.reported.length,
    exchanges: exchanges.length,
  };
  const nameBlocks = packNames(names);
  const exchangeTexts = packTexts(exchanges.map((exchange) => JSON.stringify(exchange)));
  const sourceTexts = packTexts(sources);
  return writeContainer(
    new Map([
      [SECTIONS.meta, utf8.encode(JSON.stringify(meta))],
      [SECTIONS.hashHigh, uint32(names.map((name) => name.high))],
      [SECTIONS.hashLow, uint32(names.map((name) => name.low))],
      [SECTIONS.values, uint16(names.map((name) => name.value))],
      [SECTIONS.nameOffsets, nameBlocks.offsets],
      [SECTIONS.exchangeOffsets, exchangeTexts.offsets],
      [SECTIONS.exchangeIds, utf8.encode(exchanges.map((exchange) => exchange.id).join('\n'))],
      [SECTIONS.sourceOffsets, sourceTexts.offsets],
      [SECTIONS.nameRecords, nameBlocks.bytes],
      [SECTIONS.exchangeRecords, exchangeTexts.bytes],
      [SECTIONS.sources, sourceTexts.bytes],
      ...further,
    ]),
  );
}

function packNames(names: CompiledName[]): { offsets: Uint8Array; bytes: Uint8Array } {
  const bytes = new Uint8Array(names.reduce((sum, name) => sum + nameRecordLength(name.record), 0));
  const offsets: number[] = [];
  let at = 0;
  for (const [index, name] of names.entries()) {
    if (index % NAMES_PER_BLOCK === 0) offsets.push(at);
    at = writeNameRecord(name.record, bytes, at);
  }
  return { offsets: uint32([...offsets, at]), bytes };
}

function packTexts(texts: string[]): { offsets: Uint8Array; bytes: Uint8Array } {
  const parts = texts.map((text) => utf8.encode(text));
  const offsets = [0];
  for (const part of parts) offsets.push(offsets.at(-1)! + part.length);
  const bytes = new Uint8Array(offsets.at(-1)!);
  for (const [index, part] of parts.entries()) bytes.set(part, offsets[index]);
  return { offsets: uint32(offsets), bytes };
}

function uint32(numbers: number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(numbers.length * 4));
  for (const [index, number] of numbers.entries()) view.setUint32(index * 4, number, true);
  return new Uint8Array(view.buffer);
}

function uint16(numbers: number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(numbers.length * 2));
  for (const [index, number] of numbers.entries()) view.setUint16(index * 2, number, true);
  return new Uint8Array(view.buffer);
}
