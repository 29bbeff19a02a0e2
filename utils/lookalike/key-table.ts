/** Open-addressed keys with a bit filter before them. A key of 0 is an empty slot. */
export interface KeyTable {
  keys: Uint32Array<ArrayBuffer>;
  /** The number of the name that the key stands for. */
  names: Uint16Array<ArrayBuffer>;
  /** Eight bits a slot; the bit of a key is set by its upper part. Most windows are refused here. */
  bits: Uint32Array<ArrayBuffer>;
}

/** Lays out pairs of key and name in a table at most half full. */
export function fillKeys(pairs: readonly (readonly [key: number, name: number])[]): KeyTable {
  let slots = 16;
  while (slots < pairs.length * 2) slots *= 2;
  const keys = new Uint32Array(slots);
  const names = new Uint16Array(slots);
  const bits = new Uint32Array(slots / 4);
  for (const [key, name] of pairs) {
    const bit = bitOf(key, slots);
    bits[bit >>> 5] = bits[bit >>> 5]! | (1 << (bit & 31));
    let slot = key & (slots - 1);
    while (keys[slot] !== 0) slot = (slot + 1) & (slots - 1);
    keys[slot] = key;
    names[slot] = name;
  }
  return { keys, names, bits };
}

/** Place of a key in the bit filter. */
export const bitOf = (key: number, slots: number): number => (key >>> 7) & (slots * 8 - 1);
