import { describe, expect, it } from 'vitest';
import { codesOf } from '../../../utils/lookalike/char-code.ts';
import { EditCost, TOO_DEAR } from '../../../utils/lookalike/edit-cost.ts';
import { labelOf, tables } from './label.ts';

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
