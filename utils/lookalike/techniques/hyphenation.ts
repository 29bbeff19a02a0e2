import type { Reading } from '../reading.ts';

/** A hyphen cuts the name: coin-base, k-ucoin. */
export function isHyphenation(reading: Reading): boolean {
  return reading.hyphenInside;
}
