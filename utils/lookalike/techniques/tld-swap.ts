import { isExact, isWhole, type Reading } from '../reading.ts';

/** The label is the exchange's, the suffix is not: binance.top, bitflyer.pages.dev. */
export function isTldSwap(reading: Reading): boolean {
  return reading.place === 'registrable' && isWhole(reading) && isExact(reading) && !reading.hyphenInside;
}
