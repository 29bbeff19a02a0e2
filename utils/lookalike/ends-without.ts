import { nextQuad, type Quads, quadOf } from './quads.ts';

/** Symbols that an end of a stretch is told by. */
const FOUR = 4;
/** In a set of ends: the end as it stands. */
export const WHOLE = 1 << 5;

/** Bit k: the first four symbols from `from` on, the k-th left out, can begin a key; WHOLE: as they stand. */
export function headsWithoutOne(
  folded: Uint8Array,
  quads: Int32Array,
  heads: Quads,
  from: number,
  n: number,
): number {
  let found = heads.has(quads[from]!) ? WHOLE : 0;
  if (from + 4 >= n) return found;
  const a = folded[from]!;
  const b = folded[from + 1]!;
  const c = folded[from + 2]!;
  const d = folded[from + 3]!;
  const e = folded[from + 4]!;
  if (heads.has(quadOf(b, c, d, e))) found |= 1;
  if (heads.has(quadOf(a, c, d, e))) found |= 2;
  if (heads.has(quadOf(a, b, d, e))) found |= 4;
  if (heads.has(quadOf(a, b, c, e))) found |= 8;
  return found;
}

/** Bit k: the last four symbols before `to`, the k-th from the end left out, can end a key; WHOLE: as they stand. */
export function tailsWithoutOne(folded: Uint8Array, quads: Int32Array, tails: Quads, to: number): number {
  let found = tails.has(quads[to - 4]!) ? WHOLE : 0;
  if (to <= FOUR) return found;
  const a = folded[to - 5]!;
  const b = folded[to - 4]!;
  const c = folded[to - 3]!;
  const d = folded[to - 2]!;
  const e = folded[to - 1]!;
  if (tails.has(quadOf(a, b, c, d))) found |= 2;
  if (tails.has(quadOf(a, b, c, e))) found |= 4;
  if (tails.has(quadOf(a, b, d, e))) found |= 8;
  if (tails.has(quadOf(a, c, d, e))) found |= 16;
  return found;
}

/** The first four symbols from `from` on, the i-th and the j-th of the first five left out. */
export function headWithoutTwo(folded: Uint8Array, from: number, i: number, j: number): number {
  let quad = 0;
  for (let k = 0; k < 6; k++) if (k !== i && k !== j) quad = nextQuad(quad, folded[from + k]!);
  return quad;
}
