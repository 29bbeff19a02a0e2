import type { Reading } from '../reading.ts';

/** A letter of the name is replaced by one of the same shape, foreign or ASCII: bіnance (Cyrillic), paypa1, kuciorn is not. */
export function isHomoglyph(reading: Reading): boolean {
  return reading.foreign || (reading.edit > 0 && reading.visualOnly);
}
