import { sectionRange } from './container.ts';
import { SECTIONS } from './layout.ts';
import { Snapshot } from './snapshot.ts';
import { SnapshotError } from './snapshot-error.ts';
import type { SnapshotParts } from './write-snapshot.ts';

const OWN: readonly string[] = Object.values(SECTIONS);

/**
 * Takes a snapshot apart; the reverse of `writeSnapshot`. The parts are views over the bytes.
 * @throws SnapshotError
 */
export function readParts(bytes: Uint8Array<ArrayBuffer>): SnapshotParts {
  const { contents, ids } = new Snapshot(bytes.buffer);
  if (bytes.length !== contents.length) throw new SnapshotError('truncated', 'whole');
  const section = (id: string): Uint8Array<ArrayBuffer> => {
    const { from, to } = sectionRange(contents, id);
    return bytes.subarray(from, to);
  };
  const texts = split(section(SECTIONS.exchangeRecords), numbers(section(SECTIONS.exchangeOffsets)));
  return {
    meta: section(SECTIONS.meta),
    high: numbers(section(SECTIONS.hashHigh)),
    low: numbers(section(SECTIONS.hashLow)),
    values: shortNumbers(section(SECTIONS.values)),
    records: section(SECTIONS.nameRecords),
    exchanges: ids.map((id, index) => ({ id, text: texts[index]! })),
    sources: split(section(SECTIONS.sources), numbers(section(SECTIONS.sourceOffsets))),
    further: new Map(
      [...contents.sections.keys()].filter((id) => !OWN.includes(id)).map((id) => [id, section(id)]),
    ),
  };
}

function numbers(bytes: Uint8Array<ArrayBuffer>): Uint32Array {
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
}

function shortNumbers(bytes: Uint8Array<ArrayBuffer>): Uint16Array {
  return new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2);
}

function split(bytes: Uint8Array, offsets: Uint32Array): Uint8Array[] {
  const parts: Uint8Array[] = [];
  for (let i = 1; i < offsets.length; i++) {
    const [from, to] = [offsets[i - 1]!, offsets[i]!];
    if (from > to || to > bytes.length) throw new SnapshotError('bad offset', `part ${i - 1}`);
    parts.push(bytes.subarray(from, to));
  }
  return parts;
}
