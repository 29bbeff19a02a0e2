import { describe, expect, it } from 'vitest';
import {
  headsWithoutOne,
  headWithoutTwo,
  tailsWithoutOne,
  WHOLE,
} from '../../../utils/lookalike/ends-without.ts';
import { nextQuad, Quads, quadOf } from '../../../utils/lookalike/quads.ts';

const SYMBOLS = Uint8Array.from([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);

/** The four symbols from each place on, as the scan keeps them. */
const QUADS = Int32Array.from({ length: 7 }, (_, i) => fourOf([i, i + 1, i + 2, i + 3]));

function fourOf(four: readonly number[]): number {
  const [a, b, c, d] = four as [number, number, number, number];
  return quadOf(a, b, c, d);
}

function setOf(...fours: number[][]): Quads {
  const quads = new Quads();
  for (const four of fours) quads.add(fourOf(four));
  return quads;
}

describe('four symbols', () => {
  it('are one number, the newest lowest, the oldest given up', () => {
    expect(nextQuad(quadOf(1, 2, 3, 4), 5)).toBe(quadOf(2, 3, 4, 5));
    expect(
      new Set([quadOf(1, 0, 0, 0), quadOf(0, 1, 0, 0), quadOf(0, 0, 1, 0), quadOf(0, 0, 0, 1)]).size,
    ).toBe(4);
  });

  it('are in the set they were put into, and hardly any other is', () => {
    const quads = setOf([1, 2, 3, 4], [38, 38, 38, 38]);
    expect(quads.has(quadOf(1, 2, 3, 4)) && quads.has(quadOf(38, 38, 38, 38))).toBe(true);
    let strangers = 0;
    for (let a = 0; a < 39; a++) for (let b = 0; b < 39; b++) if (quads.has(quadOf(a, b, a, b))) strangers++;
    expect(strangers).toBeLessThanOrEqual(2);
  });

  it.each([
    [[1, 2, 3, 4, 5], 5],
    [[1, 2, 3, 4, 5, 6], 15],
  ])('of %j every four in order is added, and no other: %i', (symbols, count) => {
    const quads = new Quads();
    quads.addFours(symbols);
    const wanted = [];
    for (let bits = 0; bits < 1 << symbols.length; bits++) {
      const four = symbols.filter((_, i) => bits & (1 << i));
      if (four.length === 4) wanted.push(four.join());
    }
    const held = [];
    for (let n = 0; n < 8 ** 4; n++) {
      const four = [n >> 9, (n >> 6) & 7, (n >> 3) & 7, n & 7];
      if (quads.has(fourOf(four))) held.push(four.join());
    }
    expect(wanted).toHaveLength(count);
    expect(held.sort()).toEqual(wanted.sort());
  });
});

describe('the head of a stretch', () => {
  it.each([
    [[2, 3, 4, 5], WHOLE],
    [[3, 4, 5, 6], 1],
    [[2, 4, 5, 6], 2],
    [[2, 3, 5, 6], 4],
    [[2, 3, 4, 6], 8],
    [[2, 3, 4, 7], 0],
  ])('may be a key that begins with %j: %i', (four, bits) => {
    expect(headsWithoutOne(SYMBOLS, QUADS, setOf(four), 2, 10)).toBe(bits);
  });

  it('is told by all that fit', () => {
    const heads = setOf([0, 1, 2, 3], [1, 2, 3, 4], [0, 1, 3, 4]);
    expect(headsWithoutOne(SYMBOLS, QUADS, heads, 0, 10)).toBe(WHOLE | 1 | 4);
  });

  it('of four symbols is looked at whole alone', () => {
    const heads = setOf([0, 1, 2, 3], [1, 2, 3, 4]);
    expect(headsWithoutOne(SYMBOLS, QUADS, heads, 0, 4)).toBe(WHOLE);
    expect(headsWithoutOne(SYMBOLS, QUADS, heads, 0, 5)).toBe(WHOLE | 1);
  });

  it.each([
    [0, 1, [4, 5, 6, 7]],
    [0, 4, [3, 4, 5, 7]],
    [1, 2, [2, 5, 6, 7]],
    [2, 3, [2, 3, 6, 7]],
    [3, 4, [2, 3, 4, 7]],
  ])('without its symbols %i and %i', (i, j, four) => {
    expect(headWithoutTwo(SYMBOLS, 2, i, j)).toBe(fourOf(four));
  });
});

describe('the tail of a stretch', () => {
  it.each([
    [[4, 5, 6, 7], WHOLE],
    [[3, 4, 5, 6], 2],
    [[3, 4, 5, 7], 4],
    [[3, 4, 6, 7], 8],
    [[3, 5, 6, 7], 16],
    [[2, 5, 6, 7], 0],
  ])('may be a key that ends with %j: %i', (four, bits) => {
    expect(tailsWithoutOne(SYMBOLS, QUADS, setOf(four), 8)).toBe(bits);
  });

  it('of four symbols is looked at whole alone', () => {
    const tails = setOf([0, 1, 2, 3], [0, 1, 2, 4]);
    expect(tailsWithoutOne(SYMBOLS, QUADS, tails, 4)).toBe(WHOLE);
    expect(tailsWithoutOne(SYMBOLS, QUADS, tails, 5)).toBe(2 | 4);
  });
});
