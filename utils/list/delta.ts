import { asciiBytes } from './ascii.ts';
import { ByteFault, ByteReader } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import { mergeNames, nameChanges, readNameChanges, writeNameChanges } from './delta-names.ts';
import { applyTextChanges, writeTextChanges } from './delta-texts.ts';
import { readParts } from './read-parts.ts';
import { SnapshotError } from './snapshot-error.ts';
import { type SnapshotParts, writeSnapshot } from './write-snapshot.ts';

const DELTA_MAGIC = 'ENSIGN\0D';
const utf8 = new TextDecoder();

/** A delta that does not fit its base, or is no delta. */
export class DeltaError extends Error {
  override name = 'DeltaError';
}

/** How many bytes of a delta each part takes, before compression. */
export interface DeltaSizes {
  /** Places of names removed, values of names added: what look-ups need. Hashes are made from the names. */
  names: number;
  /** Full names with their dates, sources and rows. */
  nameRecords: number;
  exchanges: number;
  other: number;
}

/**
 * What turns one snapshot into another: `applyDelta(before, makeDelta(before, after).delta)` is `after`, byte for byte.
 * @throws SnapshotError
 */
export function makeDelta(
  before: Uint8Array<ArrayBuffer>,
  after: Uint8Array<ArrayBuffer>,
): { delta: Uint8Array<ArrayBuffer>; sizes: DeltaSizes } {
  const [old, now] = [readParts(before), readParts(after)];
  const exchanges = writeTextChanges(exchangeTexts(old), exchangeTexts(now));
  const sources = writeTextChanges(sourceTexts(old), sourceTexts(now));
  const further = writeTextChanges(furtherTexts(old), furtherTexts(now));
  const { entries, records } = writeNameChanges(nameChanges(old, now));
  const delta = new ByteWriter().raw(asciiBytes(DELTA_MAGIC)).text(now.meta);
  for (const part of [exchanges, sources, further, entries, records]) delta.text(part);
  const sizes = { names: entries.length, nameRecords: records.length, exchanges: exchanges.length };
  const other = delta.length - sizes.names - sizes.nameRecords - sizes.exchanges;
  return { delta: delta.bytes, sizes: { ...sizes, other } };
}

/**
 * Applies a delta to the snapshot it was made for. Whether it was is told by the checksum of the result, which the
 * caller compares with the signed manifest's.
 * @param delta already decompressed, its length bounded by the caller
 * @throws DeltaError, SnapshotError where `before` is no snapshot
 */
export function applyDelta(before: Uint8Array<ArrayBuffer>, delta: Uint8Array): Uint8Array<ArrayBuffer> {
  const old = readParts(before);
  try {
    return writeSnapshot(applyParts(old, new ByteReader(delta)));
  } catch (error) {
    if (error instanceof ByteFault || error instanceof SnapshotError) {
      throw new DeltaError(error.message, { cause: error });
    }
    throw error;
  }
}

function applyParts(old: SnapshotParts, from: ByteReader): SnapshotParts {
  if (utf8.decode(from.raw(DELTA_MAGIC.length)) !== DELTA_MAGIC) throw new ByteFault('no delta');
  const meta = from.text();
  const [exchanges, sources, further] = [exchangeTexts(old), sourceTexts(old), furtherTexts(old)].map(
    (texts) => applyTextChanges(texts, from.text()),
  );
  const changes = readNameChanges(from.text(), from.text());
  if (!from.done) throw new ByteFault(`${from.left} bytes too many`);
  const names = mergeNames(old, changes, {
    exchanges: places(exchangeTexts(old), exchanges!),
    sources: places(sourceTexts(old), sources!),
  });
  return {
    meta,
    ...names,
    exchanges: [...exchanges!].map(([id, text]) => ({ id, text })),
    sources: [...sources!.values()],
    further: further!,
  };
}

/** Where each text of before stands now; −1 where it is gone. */
function places(before: ReadonlyMap<string, Uint8Array>, now: ReadonlyMap<string, Uint8Array>): Int32Array {
  const place = new Map([...now.keys()].map((key, index) => [key, index]));
  return Int32Array.from(before.keys(), (key) => place.get(key) ?? -1);
}

function exchangeTexts(parts: SnapshotParts): Map<string, Uint8Array> {
  return new Map(parts.exchanges.map(({ id, text }) => [id, text]));
}

/** A source is its own key. */
function sourceTexts(parts: SnapshotParts): Map<string, Uint8Array> {
  return new Map(parts.sources.map((source) => [utf8.decode(source), source]));
}

function furtherTexts(parts: SnapshotParts): Map<string, Uint8Array> {
  return new Map(parts.further);
}
