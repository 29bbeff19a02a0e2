import type { Reading } from '../reading.ts';

/** Letters are wrong, doubled, dropped, swapped or slipped in: binnance, kcucoin, polonreix, bliovnarnce. */
export function isTyposquat(reading: Reading): boolean {
  return reading.edit > 0 && !reading.visualOnly;
}
