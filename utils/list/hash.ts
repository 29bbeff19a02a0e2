/**
 * Stable 64-bit hash of a name, as two unsigned 32-bit lanes [high, low].
 *
 * The list's format rests on it: snapshots, deltas and every installed copy must agree, so it never changes
 * (vectors in tests/unit/list/hash.test.ts). Each step is a bijection of the 64-bit state for a given UTF-16
 * unit, so no state is lost on the way; the end is Murmur3's finaliser over both lanes, twice crossed.
 * Not cryptographic: whoever finds by hash compares the full name afterwards.
 *
 * @param name canonical ASCII hostname
 */
export function hashName(name: string): [high: number, low: number] {
  let high = 0x9e3779b9 ^ name.length;
  let low = 0x85ebca6b;
  for (let i = 0; i < name.length; i++) {
    const unit = name.charCodeAt(i);
    high = Math.imul(high ^ unit, 0xcc9e2d51);
    high = (((high << 13) | (high >>> 19)) + low) | 0;
    low = Math.imul(low ^ unit, 0x1b873593);
    low = (((low << 17) | (low >>> 15)) + high) | 0;
  }
  high = finish(high + Math.imul(low, 0x85ebca6b));
  low = finish(low + Math.imul(high, 0xc2b2ae35));
  high = (high + low) | 0;
  return [high >>> 0, low >>> 0];
}

/** Murmur3's 32-bit finaliser (Appleby, public domain). */
function finish(lane: number): number {
  let h = lane;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
