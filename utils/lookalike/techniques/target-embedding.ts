import type { Reading } from '../reading.ts';

/** The whole own address stands inside another: okx.com.verify.example, okx-com.example, claim-ftxus.com. */
export function isTargetEmbedding(reading: Reading): boolean {
  return reading.embedded || reading.name.kind === 'dotted';
}
