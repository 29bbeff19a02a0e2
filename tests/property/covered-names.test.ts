import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutCovered } from '../../utils/landing/covered-names.ts';
import { findNames } from '../../utils/landing/names.ts';
import { NAMES } from '../unit/landing/records.ts';

const seed = 20261130;

interface Stretch {
  at: number;
  term: string;
}

/** The definition, name by name. */
const byDefinition = (found: readonly Stretch[]): Stretch[] =>
  found.filter(
    (name) =>
      !found.some(
        (other) =>
          other.term.length > name.term.length &&
          other.at <= name.at &&
          other.at + other.term.length >= name.at + name.term.length,
      ),
  );

/** Names in order of place; those of one place in any order, some of one length. */
const stretches = fc
  .array(fc.record({ at: fc.nat({ max: 30 }), length: fc.integer({ min: 2, max: 9 }) }), { maxLength: 25 })
  .map((found) =>
    found
      .map(({ at, length }): Stretch => ({ at, term: 'x'.repeat(length) }))
      .sort((one, other) => one.at - other.at),
  );

/** The list, and how often one of its members was read. */
function counted(found: Stretch[]): { list: Stretch[]; reads: () => number } {
  let reads = 0;
  const list = new Proxy(found, {
    get(target, key, receiver) {
      if (typeof key === 'string' && /^\d+$/.test(key)) reads++;
      return Reflect.get(target, key, receiver);
    },
  });
  return { list, reads: () => reads };
}

describe('names within longer names', () => {
  it('are those of the definition, in the same order', () => {
    let left = 0;
    let kept = 0;
    fc.assert(
      fc.property(stretches, (found) => {
        const names = withoutCovered(found);
        expect(names).toEqual(byDefinition(found));
        kept += names.length;
        left += found.length - names.length;
      }),
      { seed, numRuns: 5_000 },
    );
    expect(kept).toBeGreaterThan(5_000);
    expect(left).toBeGreaterThan(5_000);
  });

  it.each([
    ['side by side', (i: number) => ({ at: 2 * i, term: '币安' })],
    ['each within one', (i: number) => ({ at: i, term: i === 0 ? 'x'.repeat(9_000) : '币安' })],
    ['each reaching beyond the one before', (i: number) => ({ at: i, term: 'x'.repeat(9) })],
    ['two at each place', (i: number) => ({ at: i - (i % 2), term: i % 2 ? '币安网' : '币安' })],
  ])('a page of names, %s, is read once and not once a name', (_how, nameAt) => {
    const size = 3_500;
    const { list, reads } = counted(Array.from({ length: size }, (_, i) => nameAt(i)));
    withoutCovered(list);
    expect(reads()).toBeGreaterThanOrEqual(size);
    expect(reads()).toBeLessThanOrEqual(4 * size);
  });

  it('a page of names is found whole', () => {
    expect(findNames('币安'.repeat(3_500), NAMES)).toHaveLength(3_500);
    expect(findNames('币安网'.repeat(3_500), NAMES).every(({ term }) => term === '币安网')).toBe(true);
    expect(findNames('欧易okx '.repeat(3_500), NAMES)).toHaveLength(3_500);
  });
});
