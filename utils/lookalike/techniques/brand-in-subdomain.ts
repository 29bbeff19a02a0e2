import type { Reading } from '../reading.ts';

/** The name stands before somebody else's domain: binance.claim-bonus.top. */
export function isBrandInSubdomain(reading: Reading): boolean {
  return reading.place === 'subdomain';
}
