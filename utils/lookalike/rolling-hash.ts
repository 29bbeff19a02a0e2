/** Polynomial hash over small integers, so that any stretch, with letters left out, costs a few multiplications. */
export const BASE = 0x01000193;

/** Powers of the base, modulo 2^32, up to the longest host. */
export const POWERS: Int32Array = (() => {
  const powers = new Int32Array(260);
  powers[0] = 1;
  for (let i = 1; i < powers.length; i++) powers[i] = Math.imul(powers[i - 1]!, BASE);
  return powers;
})();

/** One step: the hash of a text with one more symbol. */
export function extend(hash: number, symbol: number): number {
  return (Math.imul(hash, BASE) + symbol + 1) | 0;
}

/** Hash of a whole sequence. */
export function hashOf(symbols: ArrayLike<number>): number {
  let hash = 0;
  for (let i = 0; i < symbols.length; i++) hash = extend(hash, symbols[i]!);
  return hash;
}

/** Spreads the polynomial over all 32 bits (the finaliser of MurmurHash3). */
export function mix(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Hash of the stretch [from, to) given the hashes of all prefixes. */
export function stretch(prefixes: Int32Array, from: number, to: number): number {
  return (prefixes[to]! - Math.imul(prefixes[from]!, POWERS[to - from]!)) | 0;
}
