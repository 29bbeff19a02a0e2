import type { Reading } from '../reading.ts';

/** A hyphen cuts the name: coin-base, k-ucoin; but gate-io is the address gate.io. */
export function isHyphenation(reading: Reading): boolean {
  return reading.hyphenInside && !reading.name.address;
}
