import { describe, expect, it } from 'vitest';
import { bitOf, fillKeys, type KeyTable } from '../../../utils/lookalike/key-table.ts';
import { mix } from '../../../utils/lookalike/rolling-hash.ts';

/** Names under a key, as the scan looks them up. */
function namesUnder({ keys, names, bits }: KeyTable, key: number): number[] {
  const bit = bitOf(key, keys.length);
  if ((bits[bit >>> 5]! & (1 << (bit & 31))) === 0) return [];
  const found: number[] = [];
  for (let slot = key & (keys.length - 1); keys[slot] !== 0; slot = (slot + 1) & (keys.length - 1)) {
    if (keys[slot] === key) found.push(names[slot]!);
  }
  return found;
}

describe('a table of keys', () => {
  const pairs = Array.from({ length: 1_000 }, (_, i) => [mix(i + 1), i] as const);
  const table = fillKeys([...pairs, [mix(1), 1_000]]);

  it('finds every name under its key, several under one', () => {
    for (const [key, name] of pairs.slice(1)) expect(namesUnder(table, key)).toEqual([name]);
    expect(namesUnder(table, mix(1))).toEqual([0, 1_000]);
  });

  it('is at most half full, of a power of two', () => {
    expect(table.keys.length).toBe(2_048);
    expect(fillKeys([]).keys.length).toBe(16);
    expect(fillKeys(pairs.slice(0, 8)).keys.length).toBe(16);
    expect(fillKeys(pairs.slice(0, 9)).keys.length).toBe(32);
    expect(table.bits.length).toBe(512);
  });

  it('finds keys that want the same slot, and those that go round its end', () => {
    const same = [15, 31, 47, 63].map((key, name) => [key, name] as const);
    const small = fillKeys(same);
    for (const [key, name] of same) expect(namesUnder(small, key)).toEqual([name]);
  });

  it('refuses most strangers by one bit', () => {
    const { bits, keys } = table;
    const passed = Array.from({ length: 10_000 }, (_, i) => mix(i + 100_000)).filter((key) => {
      const bit = bitOf(key, keys.length);
      return (bits[bit >>> 5]! & (1 << (bit & 31))) !== 0;
    });
    expect(passed.length).toBeGreaterThan(300);
    expect(passed.length).toBeLessThan(900);
  });
});
