import fc from 'fast-check';
import { expect, it } from 'vitest';
import { extend, hashOf, mix, POWERS, stretch } from '../../../utils/lookalike/rolling-hash.ts';

const symbols = fc.array(fc.integer({ min: 0, max: 38 }), { maxLength: 255 });

function prefixesOf(text: readonly number[]): Int32Array {
  const prefixes = new Int32Array(text.length + 1);
  text.forEach((symbol, i) => {
    prefixes[i + 1] = extend(prefixes[i]!, symbol);
  });
  return prefixes;
}

it('of any stretch is that of its symbols alone, and what leaves one out that of the rest', () => {
  fc.assert(
    fc.property(symbols, fc.nat(), fc.nat(), (text, a, b) => {
      const [from, to] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [
        number,
        number,
      ];
      const prefixes = prefixesOf(text);
      expect(stretch(prefixes, from, to)).toBe(hashOf(text.slice(from, to)));
      if (from === to) return;
      const without =
        (Math.imul(stretch(prefixes, 0, from), POWERS[to - from - 1]!) + stretch(prefixes, from + 1, to)) | 0;
      expect(without).toBe(hashOf([...text.slice(0, from), ...text.slice(from + 1, to)]));
    }),
    { seed: 20261201, numRuns: 500 },
  );
});

it('tells symbols, their order and their number apart', () => {
  const texts = [[], [0], [0, 0], [1], [1, 2], [2, 1], [1, 2, 0]];
  expect(new Set(texts.map(hashOf)).size).toBe(texts.length);
});

it('is spread over all 32 bits', () => {
  const mixed = Array.from({ length: 4_096 }, (_, i) => mix(i));
  expect(new Set(mixed).size).toBe(4_096);
  expect(mixed.every((hash) => hash >= 0 && Number.isInteger(hash))).toBe(true);
  for (let bit = 0; bit < 32; bit++) {
    const set = mixed.filter((hash) => (hash >>> bit) & 1).length;
    expect(Math.abs(set - 2_048)).toBeLessThan(200);
  }
  // The finaliser's own values, for 1 and 2.
  expect([mix(0), mix(1), mix(2)]).toEqual([0, 0x514e28b7, 0x30f4c306]);
});
