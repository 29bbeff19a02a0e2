import { asciiBytes, asciiText } from './ascii.ts';
import { ByteFault, ByteReader } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import { hashName } from './hash.ts';
import { MAX_SNAPSHOT_LENGTH, VALUE_REPORTED } from './layout.ts';
import { nameRecordEnd } from './name-record.ts';
import { readParts } from './read-parts.ts';
import { SnapshotError } from './snapshot-error.ts';
import { type SnapshotParts, writeSnapshot } from './write-snapshot.ts';

/**
 * The snapshot as it travels: without the names' hashes, 8 bytes each that no compression shortens much and that
 * every receiver can make from the names. Gzip comes on top. Unpacking gives the canonical bytes back, so the
 * checksum in the manifest is that of the snapshot, not of what travelled.
 */
const PACK_MAGIC = 'ENSIGN\0P';

/** @throws SnapshotError */
export function packSnapshot(snapshot: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const parts = readParts(snapshot);
  const out = new ByteWriter(snapshot.length).raw(asciiBytes(PACK_MAGIC)).text(parts.meta);
  out.count(parts.exchanges.length);
  for (const { id, text } of parts.exchanges) out.text(asciiBytes(id)).text(text);
  out.count(parts.sources.length);
  for (const source of parts.sources) out.text(source);
  out.count(parts.values.length);
  // Low bytes apart from high bytes: either column is more of a kind, which helps gzip.
  out.raw(Uint8Array.from(parts.values, (value) => value & 0xff));
  out.raw(Uint8Array.from(parts.values, (value) => value >>> 8));
  out.text(parts.records);
  const further = [...parts.further];
  out.count(further.length);
  for (const [id, bytes] of further) out.raw(asciiBytes(id)).text(bytes);
  return out.bytes;
}

/**
 * @param packed already decompressed, its length bounded by the caller
 * @throws SnapshotError
 */
export function unpackSnapshot(packed: Uint8Array): Uint8Array<ArrayBuffer> {
  try {
    return writeSnapshot(readPacked(new ByteReader(packed)));
  } catch (error) {
    if (error instanceof ByteFault) throw new SnapshotError('truncated', error.message, { cause: error });
    throw error;
  }
}

function readPacked(from: ByteReader): SnapshotParts {
  if (shortText(from.raw(PACK_MAGIC.length)) !== PACK_MAGIC)
    throw new SnapshotError('not a snapshot', 'packed');
  const meta = from.text();
  const exchanges = times(from, () => ({ id: shortText(from.text()), text: from.text() }));
  const sources = times(from, () => from.text());
  const count = from.count();
  const lows = from.raw(count);
  const highs = from.raw(count);
  const values = Uint16Array.from(lows, (low, index) => low | (highs[index]! << 8));
  const records = from.text();
  const further = new Map(times(from, () => [shortText(from.raw(4)), from.text()]));
  if (!from.done) throw new SnapshotError('truncated', `${from.left} bytes too many`);
  return { meta, ...hashRecords(records, values), values, records, exchanges, sources, further };
}

/** The hashes of all names. */
function hashRecords(records: Uint8Array, values: Uint16Array): { high: Uint32Array; low: Uint32Array } {
  if (values.length * 10 + records.length > MAX_SNAPSHOT_LENGTH)
    throw new SnapshotError('bad value', 'too long');
  const high = new Uint32Array(values.length);
  const low = new Uint32Array(values.length);
  let at = 0;
  for (let index = 0; index < values.length; index++) {
    const end = nameRecordEnd(records, at, (values[index]! & VALUE_REPORTED) !== 0);
    const [h, l] = hashName(asciiText(records.subarray(at + 1, at + 1 + records[at]!)));
    high[index] = h;
    low[index] = l;
    at = end;
  }
  if (at !== records.length) throw new SnapshotError('bad name record', 'bytes left over');
  return { high, low };
}

/** An item can be no shorter than a byte, so a count larger than what is left is a lie. */
function times<Item>(from: ByteReader, read: () => Item): Item[] {
  const count = from.count();
  if (count > from.left) throw new ByteFault(`${count} items`);
  return Array.from({ length: count }, read);
}

/** Short texts: ids and names. */
function shortText(bytes: Uint8Array): string {
  if (bytes.length > 0xff) throw new ByteFault(`${bytes.length} bytes of a short text`);
  return asciiText(bytes);
}
