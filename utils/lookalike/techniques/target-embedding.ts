import type { Reading } from '../reading.ts';

/**
 * The whole own address stands inside another: okx.com.verify.example, okx-com.example, claim-ftxus.com.
 * Where the name without its dot is a label of its own (gateio), a hyphen in the dot's place makes it the address.
 */
export function isTargetEmbedding(reading: Reading): boolean {
  return reading.embedded || reading.name.kind === 'dotted' || (reading.name.address && reading.hyphenInside);
}
