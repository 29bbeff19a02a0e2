import {
  FORMAT_VERSION,
  HEADER_LENGTH,
  MAGIC,
  MAX_SECTIONS,
  MAX_SNAPSHOT_LENGTH,
  RESIDENT,
  TABLE_ROW,
} from './layout.ts';
import { SnapshotError } from './snapshot-error.ts';

/** One stretch of a snapshot, end exclusive. */
export interface ByteRange {
  from: number;
  to: number;
}

/** Where everything lies in a snapshot, read from its first bytes. */
export interface Contents {
  length: number;
  headLength: number;
  sections: ReadonlyMap<string, ByteRange>;
}

/** Sections in the order in which they are to lie; resident ones are put first, so the head is one stretch. */
export function writeContainer(sections: ReadonlyMap<string, Uint8Array>): Uint8Array<ArrayBuffer> {
  const resident = [...sections].filter(([id]) => RESIDENT.includes(id));
  const ordered = [...resident, ...[...sections].filter(([id]) => !RESIDENT.includes(id))];
  const tableEnd = aligned(HEADER_LENGTH + TABLE_ROW * ordered.length);
  let end = tableEnd;
  let headLength = tableEnd;
  const rows = ordered.map(([id, bytes], index) => {
    const row = { id, bytes, offset: end };
    end = aligned(end + bytes.length);
    if (index < resident.length) headLength = end;
    return row;
  });
  const file = new Uint8Array(end);
  const view = new DataView(file.buffer);
  for (let i = 0; i < MAGIC.length; i++) file[i] = MAGIC.charCodeAt(i);
  for (const [i, field] of [FORMAT_VERSION, rows.length, end, headLength].entries()) {
    view.setUint32(8 + 4 * i, field, true);
  }
  for (const [i, row] of rows.entries()) {
    const at = HEADER_LENGTH + TABLE_ROW * i;
    for (let c = 0; c < 4; c++) file[at + c] = row.id.charCodeAt(c);
    view.setUint32(at + 4, row.offset, true);
    view.setUint32(at + 8, row.bytes.length, true);
    file.set(row.bytes, row.offset);
  }
  return file;
}

/**
 * Reads a snapshot's table of contents from its first bytes.
 * @param head at least the header and the section table; the rest of the file need not be there
 * @throws SnapshotError
 */
export function readContents(head: Uint8Array): Contents {
  if (head.length < HEADER_LENGTH) throw new SnapshotError('truncated', `${head.length} bytes`);
  for (let i = 0; i < MAGIC.length; i++) {
    if (head[i] !== MAGIC.charCodeAt(i)) throw new SnapshotError('not a snapshot', 'magic');
  }
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const [format, count, length, headLength] = [8, 12, 16, 20].map((at) => view.getUint32(at, true)) as [
    number,
    number,
    number,
    number,
  ];
  if (format !== FORMAT_VERSION) throw new SnapshotError('unknown format version', String(format));
  if (count > MAX_SECTIONS) throw new SnapshotError('bad section table', `${count} sections`);
  if (length > MAX_SNAPSHOT_LENGTH) throw new SnapshotError('bad section table', `length ${length}`);
  const tableEnd = HEADER_LENGTH + TABLE_ROW * count;
  if (head.length < tableEnd) throw new SnapshotError('truncated', 'section table');
  const sections = new Map<string, ByteRange>();
  let end = tableEnd;
  for (let at = HEADER_LENGTH; at < tableEnd; at += TABLE_ROW) {
    const id = String.fromCharCode(...head.subarray(at, at + 4));
    const from = view.getUint32(at + 4, true);
    const to = from + view.getUint32(at + 8, true);
    if (from % 8 !== 0 || from < end || to > length || sections.has(id)) {
      throw new SnapshotError('bad section table', JSON.stringify(id));
    }
    sections.set(id, { from, to });
    end = to;
  }
  const headEnd = Math.max(tableEnd, ...RESIDENT.map((id) => sections.get(id)?.to ?? 0));
  if (headLength < headEnd || headLength > length) {
    throw new SnapshotError('bad section table', `head of ${headLength} bytes`);
  }
  return { length, headLength, sections };
}

/** The range of a section that must be there. */
export function sectionRange(contents: Contents, id: string): ByteRange {
  const range = contents.sections.get(id);
  if (!range) throw new SnapshotError('missing section', id);
  return range;
}

function aligned(offset: number): number {
  return (offset + 7) & ~7;
}
