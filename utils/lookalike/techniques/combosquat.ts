import type { Reading } from '../reading.ts';

/** Something stands beside the name in its label: login-binance, coinbasehelp, but not the own suffix (binance-com). */
export function isCombosquat(reading: Reading): boolean {
  return reading.rest > 0;
}
