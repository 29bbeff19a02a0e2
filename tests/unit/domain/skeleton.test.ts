import { describe, expect, it } from 'vitest';
import { buildTables, readWeights } from '../../../cli/lookalike/build-tables.ts';
import { prototypeOf, skeletonOf } from '../../../utils/domain/skeleton.ts';
import { readTables } from '../../../utils/lookalike/tables.ts';

const { confusables } = readTables(buildTables(readWeights()).buffer);
const confusable = (a: string, b: string) => skeletonOf(a, confusables) === skeletonOf(b, confusables);

describe('skeletons (UTS #39, section 4)', () => {
  it('hold the whole table', () => {
    expect(confusables.points.length).toBeGreaterThan(6_000);
    expect(prototypeOf(0x0430, confusables)).toBe('a');
    const [first, last] = [confusables.points.at(0)!, confusables.points.at(-1)!];
    expect([prototypeOf(first, confusables), prototypeOf(last, confusables)]).not.toContain(null);
    expect([prototypeOf(first - 1, confusables), prototypeOf(last + 1, confusables)]).toEqual([null, null]);
    expect(prototypeOf('z'.codePointAt(0)!, confusables)).toBeNull();
  });

  it.each([
    ['раураl', 'paypal'],
    ['bіnаnсе', 'binance'],
    ['rn', 'm'],
    ['1', 'l'],
    ['0', 'O'],
    ['test\u2010site', 'test-site'],
    ['te\u00adst', 'test'],
    ['te\u200dst', 'test'],
    ['ｏ', 'o'],
  ])('%s ~ %s', (a, b) => {
    expect(confusable(a, b)).toBe(true);
  });

  it.each([
    ['binance', 'binanse'],
    ['té', 'te'],
    ['币安', '币女'],
    ['a', 'b'],
  ])('%s ≁ %s', (a, b) => {
    expect(confusable(a, b)).toBe(false);
  });
});
