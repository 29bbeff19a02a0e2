/**
 * Unicode's table of confusables (UTS #39), flat: for the sorted code point `points[i]`,
 * the prototype is `pool.slice(offsets[i], offsets[i + 1])`.
 */
export interface Confusables {
  points: Uint32Array;
  offsets: Uint16Array;
  pool: string;
}

/** Default ignorable code points: they print nothing, so a skeleton holds none. */
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * The skeleton of UTS #39, section 4: NFD, drop ignorables, map to prototypes, NFD.
 * Two texts are confusable when their skeletons are equal; a skeleton is compared, never displayed.
 * 'pаypаl' (Cyrillic а) => 'paypal'; 'm' => 'rn'; '1' => 'l'; 'te\u00adst' => 'test'.
 */
export function skeletonOf(text: string, table: Confusables): string {
  let mapped = '';
  for (const char of text.normalize('NFD').replace(IGNORABLE, '')) {
    mapped += prototypeOf(char.codePointAt(0)!, table) ?? char;
  }
  return mapped.normalize('NFD');
}

/** The prototype of one code point, or null where the table has none. */
export function prototypeOf(point: number, table: Confusables): string | null {
  const at = indexOfPoint(point, table.points);
  return at < 0 ? null : table.pool.slice(table.offsets[at], table.offsets[at + 1]);
}

/** Place of a code point in a sorted array, or -1. */
export function indexOfPoint(point: number, points: Uint32Array): number {
  let low = 0;
  let high = points.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const here = points[middle]!;
    if (here === point) return middle;
    if (here < point) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
