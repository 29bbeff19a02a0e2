/** Little-endian sections behind a header, so that tables and index load as they lie, without parsing. */

const MAGIC = 0x4b4c4e45; // 'ENLK'
const HEADER_BYTES = 16;
const ENTRY_BYTES = 12;

export type SectionFault =
  | 'not lookalike data'
  | 'other format version'
  | 'cut short'
  | 'section missing'
  | 'bad section';

/** Tables or index that cannot be used. The caller keeps the last good ones. */
export class LookalikeDataError extends Error {
  readonly fault: SectionFault;
  constructor(fault: SectionFault, detail: string, options?: ErrorOptions) {
    super(`${fault}: ${detail}`, options);
    this.name = 'LookalikeDataError';
    this.fault = fault;
  }
}

export type SectionData = Uint8Array | Uint16Array | Uint32Array | Int32Array;

/** Joins numbered sections; each starts at a multiple of 8 bytes. `kind` tells tables from index. */
export function writeSections(
  kind: number,
  version: number,
  sections: ReadonlyMap<number, SectionData>,
): Uint8Array<ArrayBuffer> {
  let size = align(HEADER_BYTES + sections.size * ENTRY_BYTES);
  for (const data of sections.values()) size = align(size + data.byteLength);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, kind, true);
  view.setUint32(8, version, true);
  view.setUint32(12, sections.size, true);
  let at = align(HEADER_BYTES + sections.size * ENTRY_BYTES);
  let entry = HEADER_BYTES;
  for (const [id, data] of sections) {
    view.setUint32(entry, id, true);
    view.setUint32(entry + 4, at, true);
    view.setUint32(entry + 8, data.byteLength, true);
    bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), at);
    at = align(at + data.byteLength);
    entry += ENTRY_BYTES;
  }
  return bytes;
}

/** Sections of one buffer, by number. */
export interface Sections {
  bytes(id: number): Uint8Array;
  uint16(id: number): Uint16Array<ArrayBuffer>;
  uint32(id: number): Uint32Array<ArrayBuffer>;
  text(id: number): string;
}

/** @throws LookalikeDataError on anything but a whole buffer of this kind and version. */
export function readSections(buffer: ArrayBuffer, kind: number, version: number): Sections {
  if (buffer.byteLength < HEADER_BYTES)
    throw new LookalikeDataError('cut short', `${buffer.byteLength} bytes`);
  const view = new DataView(buffer);
  if (view.getUint32(0, true) !== MAGIC || view.getUint32(4, true) !== kind) {
    throw new LookalikeDataError('not lookalike data', 'magic number or kind');
  }
  const found = view.getUint32(8, true);
  if (found !== version) throw new LookalikeDataError('other format version', `${found}, wanted ${version}`);
  const count = view.getUint32(12, true);
  if (HEADER_BYTES + count * ENTRY_BYTES > buffer.byteLength)
    throw new LookalikeDataError('cut short', 'section table');
  const places = new Map<number, { at: number; length: number }>();
  for (let i = 0; i < count; i++) {
    const entry = HEADER_BYTES + i * ENTRY_BYTES;
    const at = view.getUint32(entry + 4, true);
    const length = view.getUint32(entry + 8, true);
    if (at % 8 !== 0 || at + length > buffer.byteLength)
      throw new LookalikeDataError('cut short', `section ${i}`);
    places.set(view.getUint32(entry, true), { at, length });
  }
  const place = (id: number, unit: number) => {
    const here = places.get(id);
    if (!here) throw new LookalikeDataError('section missing', `${id}`);
    if (here.length % unit !== 0) throw new LookalikeDataError('bad section', `${id}`);
    return here;
  };
  return {
    bytes: (id) => new Uint8Array(buffer, place(id, 1).at, place(id, 1).length),
    uint16: (id) => new Uint16Array(buffer, place(id, 2).at, place(id, 2).length / 2),
    uint32: (id) => new Uint32Array(buffer, place(id, 4).at, place(id, 4).length / 4),
    text: (id) => new TextDecoder().decode(new Uint8Array(buffer, place(id, 1).at, place(id, 1).length)),
  };
}

const align = (size: number): number => (size + 7) & ~7;
