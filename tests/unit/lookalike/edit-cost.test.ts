import { describe, expect, it } from 'vitest';
import { buildTables, readWeights } from '../../../cli/lookalike/build-tables.ts';
import { codesOf } from '../../../utils/lookalike/char-code.ts';
import { EditCost, TOO_DEAR } from '../../../utils/lookalike/edit-cost.ts';
import { LabelText } from '../../../utils/lookalike/label-text.ts';
import { readTables } from '../../../utils/lookalike/tables.ts';

const tables = readTables(buildTables(readWeights()).buffer);
const edit = new EditCost(tables);

/** Bits of reading `text` for `name`. */
function bits(name: string, text: string): number {
  const label = new LabelText();
  label.read(text, 0, text.length, tables);
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

  it('gives up past the cap', () => {
    expect(bits('binance', 'zzzzzzzzzzzzzzzz')).toBe(Number.POSITIVE_INFINITY);
  });
});
