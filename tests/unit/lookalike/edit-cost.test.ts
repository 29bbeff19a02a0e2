import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codesOf } from '../../../utils/lookalike/char-code.ts';
import { EditCost, type EditStep, TOO_DEAR } from '../../../utils/lookalike/edit-cost.ts';
import { leastCost } from './edit-reference.ts';
import { labelOf, tables } from './label.ts';
import { misreadOf } from './misread.ts';

const edit = new EditCost(tables);

/** Bits of reading `text` for `name`. */
function bits(name: string, text: string): number {
  const label = labelOf(text);
  const cost = edit.measure(Uint8Array.from(codesOf(name)), label, 0, label.length, 400);
  return cost === TOO_DEAR ? Number.POSITIVE_INFINITY : cost / 8;
}

describe('the cost of an edit', () => {
  it('is nothing for the name itself', () => {
    expect(bits('binance', 'binance')).toBe(0);
  });

  it.each([
    ['a shape is cheaper than a key', 'blnance', 'binznce'],
    ['a shape is cheaper than any other letter', 'bimance', 'bixance'],
    ['a doubled letter is cheaper than a stranger', 'binnance', 'bingance'],
    ['a thin letter slips in more cheaply', 'binrance', 'binwance'],
    ['a transposition is cheaper than two edits', 'binacne', 'binmkce'],
    ['a neighbouring key is cheaper than a far one', 'binqnce', 'binpnce'],
    ['the first letter is dearer', 'bunance', 'zinance'],
    ['a foreign letter of the shape is cheapest', 'bіnance', 'b1nance'],
  ])('%s', (_why, cheap, dear) => {
    expect(bits('binance', cheap)).toBeLessThan(bits('binance', dear));
  });

  it.each([
    ['bitmex', 'bitrnex'],
    ['bitmex', 'bitnnex'],
    ['whitebit', 'vvhitebit'],
    ['indodax', 'inclodax'],
  ])('%s as %s: a pair for a letter is one edit', (name, text) => {
    expect(bits(name, text)).toBeLessThanOrEqual(3);
  });

  it.each([
    ['binance', 'binnance', 28],
    ['binance', 'bbinance', 28],
    ['binance', 'binancee', 28],
    ['binance', 'binrance', 32],
    ['binance', 'binwance', 48],
    ['binance', 'bin7ance', 44],
    ['binance', 'lbinance', 52],
    ['binance', 'xbinance', 68],
    ['binance', '7binance', 64],
    ['binance', 'bnance', 44],
    ['binance', 'binanc', 44],
    ['binance', 'inance', 64],
    ['bittrex', 'bitrex', 24],
    ['bbox', 'box', 24],
    ['binance', 'binacne', 36],
    ['binance', 'ibnance', 56],
    ['binance', 'biance', 44],
  ])('%s as %s: %i eighths of a bit', (name, text, cost) => {
    expect(bits(name, text) * 8).toBe(cost);
  });

  it('may be as much as the cap, and no more', () => {
    const label = labelOf('bnance');
    const name = Uint8Array.from(codesOf('binance'));
    expect(edit.measure(name, label, 0, 6, 44)).toBe(44);
    expect(edit.measure(name, label, 0, 6, 43)).toBe(TOO_DEAR);
  });

  it('is that of a stretch of the label', () => {
    const name = Uint8Array.from(codesOf('binance'));
    expect(edit.measure(name, labelOf('mybnancenow'), 2, 8, 400)).toBe(44);
  });

  it('is not worked out for longer names and stretches than there are', () => {
    const long = 'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrs';
    const of = (name: number, text: number): boolean => {
      const codes = Uint8Array.from(codesOf(long.slice(0, name)));
      return edit.measure(codes, labelOf(long, text), 0, text, 9_999) !== TOO_DEAR;
    };
    expect([of(23, 23), of(24, 24)]).toEqual([true, false]);
    expect([of(23, 39), of(23, 40)]).toEqual([true, false]);
  });

  it('gives up past the cap', () => {
    expect(bits('binance', 'zzzzzzzzzzzzzzzz')).toBe(Number.POSITIVE_INFINITY);
  });
});

const PIECES = [...'lirtjbxz0579mnrvwcdіаłßо_-', 'rn', 'vv', 'cl', 'nn'];
const misread = misreadOf(
  ['binance', 'bittrex', 'clbit', 'okx', 'whitebit', 'mexc', 'bitmart', 'llbank', 'indodax', 'bitclub'],
  PIECES,
  4,
);

/** What a step of its kind may cost; of one letter for another what this one does. */
function costsOf(step: EditStep, name: Uint8Array, label: Uint8Array): readonly (number | undefined)[] {
  const [a, a2] = name.subarray(step.nameFrom, step.nameTo);
  const [b, b2] = label.subarray(step.labelFrom, step.labelTo);
  const pair = (single?: number, first?: number, second?: number) =>
    tables.clusters.find((row) => row.single === single && row.first === first && row.second === second)
      ?.cost;
  switch (`${step.nameTo - step.nameFrom} for ${step.labelTo - step.labelFrom}`) {
    case '0 for 1':
      return [28, 32, 44, 48, 52, 64, 68];
    case '1 for 0':
      return [24, 44, 64];
    case '1 for 1':
      return [step.cost];
    case '1 for 2':
      return [pair(a, b, b2)];
    case '2 for 1':
      return [pair(b, a, a2)];
    case '2 for 2':
      return a === b2 && a2 === b ? [36, 56] : [];
    default:
      return [];
  }
}

describe('of any name and any label', () => {
  const seed = 20261201;

  it('is the least of all ways, however the name was misread', () => {
    fc.assert(
      fc.property(misread, ([name, text]) => {
        const label = labelOf(text);
        const codes = codesOf(name);
        const cost = edit.measure(Uint8Array.from(codes), label, 0, label.length, TOO_DEAR);
        expect(cost).toBe(leastCost(codes, label, tables));
      }),
      { seed, numRuns: 1_500 },
    );
  });

  it('is what its steps cost, in order; what they leave out is the name letter by letter', () => {
    fc.assert(
      fc.property(misread, ([name, text]) => {
        const label = labelOf(text);
        const codes = Uint8Array.from(codesOf(name));
        const steps = edit.steps(codes, label, 0, label.length);
        const whole = edit.measure(codes, label, 0, label.length, TOO_DEAR);
        expect(steps.reduce((sum, { cost }) => sum + cost, 0)).toBe(whole);
        for (const step of steps) expect(costsOf(step, codes, label.codes)).toContain(step.cost);
        let [i, j] = [0, 0];
        for (const step of [
          ...steps,
          { nameFrom: codes.length, nameTo: 0, labelFrom: label.length, labelTo: 0 },
        ]) {
          for (; i < step.nameFrom; i++, j++) {
            expect(edit.shapeCost(codes[i]!, label.codes[j]!)).toBe(0);
            expect(label.foreign[j]).toBe(0);
          }
          expect(j).toBe(step.labelFrom);
          [i, j] = [step.nameTo, step.labelTo];
        }
      }),
      { seed, numRuns: 1_500 },
    );
  });

  it('of one letter for another is what the tables say', () => {
    const [l, one, z] = codesOf('l1z') as [number, number, number];
    expect(edit.shapeCost(l, l)).toBe(0);
    expect(edit.shapeCost(l, one)).toBe(tables.substitutions[l * 39 + one]);
    expect(edit.shapeCost(l, one)).toBeLessThan(edit.shapeCost(l, z));
  });
});

/** What the tables say that two letters read as one cost. */
function pairCost(single: string, pair: string): number {
  const [one, first, second] = codesOf(single + pair);
  return tables.clusters.find((row) => row.single === one && row.first === first && row.second === second)!
    .cost;
}

describe('the steps from a name to what stands for it', () => {
  it.each([
    ['binance', 'binance', []],
    ['binance', 'bnance', ['i@1 missing 44']],
    ['binance', 'inance', ['b@0 missing 64']],
    ['binance', 'binanc', ['e@6 missing 44']],
    ['binance', 'binrance', ['r@3 more 32']],
    ['binance', 'xbinance', ['x@0 more 68']],
    ['binance', 'binancex', ['x@7 more 48']],
    ['binance', 'binacne', ['nc@4 as cn 36']],
    ['binance', 'ibnance', ['bi@0 as ib 56']],
    ['bitstamp', 'bitstarnp', [`m@6 as rn ${pairCost('m', 'rn')}`]],
    ['indodax', 'inclodax', [`d@2 as cl ${pairCost('d', 'cl')}`]],
    ['clbit', 'dbit', [`cl@0 as d ${pairCost('d', 'cl')}`]],
    ['binance', 'bnancex', ['i@1 missing 44', 'x@6 more 48']],
    ['binance', 'binance7', ['7@7 more 44']],
    ['bittrex', 'bitrex', ['t@3 missing 24']],
  ])('%s as %s: %j', (name, text, wanted) => {
    const label = labelOf(text);
    const steps = edit.steps(Uint8Array.from(codesOf(name)), label, 0, label.length);
    expect(steps.map((step) => toldOf(step, name, text))).toEqual(wanted);
  });

  it('are those of a stretch of the label, and what they cost is what the whole costs', () => {
    const name = Uint8Array.from(codesOf('binance'));
    const label = labelOf('mybnancxenow');
    const steps = edit.steps(name, label, 2, 9);
    expect(steps.map((step) => [step.labelFrom, step.labelTo])).toEqual([
      [3, 3],
      [7, 8],
    ]);
    expect(steps.reduce((sum, step) => sum + step.cost, 0)).toBe(edit.measure(name, label, 2, 9, 400));
  });

  it('hold the letters read from others, though they cost nothing', () => {
    const label = labelOf('bіnance');
    const steps = edit.steps(Uint8Array.from(codesOf('binance')), label, 0, label.length);
    expect(steps).toEqual([{ nameFrom: 1, nameTo: 2, labelFrom: 1, labelTo: 2, cost: 2 }]);
  });
});

/** `nc@4 as cn 36`: what stands in the name, where in the label, for what, and its cost. */
function toldOf(
  { nameFrom, nameTo, labelFrom, labelTo, cost }: EditStep,
  name: string,
  text: string,
): string {
  const [meant, read] = [name.slice(nameFrom, nameTo), text.slice(labelFrom, labelTo)];
  if (read === '') return `${meant}@${labelFrom} missing ${cost}`;
  if (meant === '') return `${read}@${labelFrom} more ${cost}`;
  return `${meant}@${labelFrom} as ${read} ${cost}`;
}
