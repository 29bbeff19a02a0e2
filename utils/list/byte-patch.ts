import { ByteFault, type ByteReader } from './byte-reader.ts';
import type { ByteWriter } from './byte-writer.ts';
import { MAX_SNAPSHOT_LENGTH } from './layout.ts';

/** Bytes compared at once when looking for a stretch of before elsewhere. */
const WINDOW = 16;
/** A shorter stretch at its expected place costs more to name than to send. */
const RESUME = 6;

/**
 * Writes what turns one stretch of bytes into another: its length, then turns of new bytes (a count and the bytes)
 * and bytes of before (a count and how far they begin from where the last ones ended).
 */
export function writePatch(out: ByteWriter, before: Uint8Array, after: Uint8Array): void {
  const places = before.length < WINDOW ? new Map<number, number>() : windowsOf(before);
  out.count(after.length);
  let written = 0;
  let base = 0;
  const emit = (to: number, from: number, length: number) => {
    out.text(after.subarray(written, to)).count(length);
    if (length > 0) out.count(zigzag(from - base));
    written = to + length;
    base = from + length;
  };
  let at = 0;
  while (at < after.length) {
    const from = findStretch(before, after, at, base + (at - written), places);
    if (from < 0) at++;
    else {
      const length = common(before, from, after, at);
      emit(at, from, length);
      at += length;
    }
  }
  if (written < after.length) emit(after.length, 0, 0);
}

/** @throws ByteFault */
export function readPatch(from: ByteReader, before: Uint8Array): Uint8Array {
  const length = from.count();
  if (length > MAX_SNAPSHOT_LENGTH) throw new ByteFault(`${length} bytes`);
  const after = new Uint8Array(length);
  let written = 0;
  let base = 0;
  while (written < length) {
    const fresh = from.text();
    const copied = from.count();
    if (fresh.length + copied === 0 || written + fresh.length + copied > length)
      throw new ByteFault('patch too long');
    after.set(fresh, written);
    written += fresh.length;
    if (copied === 0) continue;
    base += unzigzag(from.count());
    if (base < 0 || base + copied > before.length) throw new ByteFault('patch of other bytes');
    after.set(before.subarray(base, base + copied), written);
    base += copied;
    written += copied;
  }
  return after;
}

/** Where in `before` the bytes at `at` continue: at the expected place if they do there, else wherever a window meets. */
function findStretch(
  before: Uint8Array,
  after: Uint8Array,
  at: number,
  expected: number,
  places: ReadonlyMap<number, number>,
): number {
  const rest = Math.min(RESUME, after.length - at);
  if (expected < before.length && common(before, expected, after, at, rest) === rest) return expected;
  if (at + WINDOW > after.length) return -1;
  const place = places.get(windowHash(after, at));
  return place !== undefined && common(before, place, after, at, WINDOW) === WINDOW ? place : -1;
}

function windowsOf(bytes: Uint8Array): Map<number, number> {
  const places = new Map<number, number>();
  for (let at = 0; at + WINDOW <= bytes.length; at += WINDOW) {
    const hash = windowHash(bytes, at);
    if (!places.has(hash)) places.set(hash, at);
  }
  return places;
}

/** FNV-1a. */
function windowHash(bytes: Uint8Array, at: number): number {
  let hash = 0x811c9dc5;
  for (let i = at; i < at + WINDOW; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  return hash;
}

function common(
  a: Uint8Array,
  atA: number,
  b: Uint8Array,
  atB: number,
  most = Number.POSITIVE_INFINITY,
): number {
  const limit = Math.min(a.length - atA, b.length - atB, most);
  let length = 0;
  while (length < limit && a[atA + length] === b[atB + length]) length++;
  return length;
}

/** Small numbers of either sign as small counts: 0, −1, 1, −2 => 0, 1, 2, 3. */
function zigzag(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value;
}

function unzigzag(count: number): number {
  return count % 2 === 0 ? count / 2 : -(count + 1) / 2;
}
