import { describe, expect, it } from 'vitest';
import { codesOf, VISUAL_CLASS } from '../../../utils/lookalike/char-code.ts';
import { EditCost } from '../../../utils/lookalike/edit-cost.ts';
import type { ExchangeIndex } from '../../../utils/lookalike/exchange-index.ts';
import type { Hit } from '../../../utils/lookalike/hit.ts';
import { findStretched } from '../../../utils/lookalike/stretched.ts';
import { groupByEnds } from '../../../utils/lookalike/symbol-sets.ts';
import { indexed } from './indexed.ts';
import { labelOf, tables } from './label.ts';

const binance = indexed('binance');
const byEnds = groupByEnds([binance, indexed('bitstamp')]);
const edit = new EditCost(tables);

function stretchedIn(text: string, before: Hit[] = []): string[] {
  const hits = [...before];
  findStretched(labelOf(text), { byEnds } as ExchangeIndex, edit, hits);
  return hits.slice(before.length).map(({ name, from, to }) => `${name.text} ${from}-${to}`);
}

describe('names stretched by other letters', () => {
  it.each([
    // By two letters to five.
    ['biinnance', ['binance 0-9']],
    ['bliovnarnce', ['binance 0-11']],
    ['biiinnnaance', ['binance 0-12']],
    ['binannce', []],
    ['biiinnnaannce', []],
    ['biinnaannncce', []],
    // First and last of the same shape.
    ['8iinnance', ['binance 0-9']],
    ['kiinnance', []],
    ['biinnancx', []],
    // Their letters in order, another of its shape among them.
    ['biinmance', ['binance 0-9']],
    ['bianinnce', []],
    // Two that close up to one.
    ['bittsttarnp', ['bitstamp 0-11']],
    // A whole part of a label.
    ['login-biinnance-now', ['binance 5-14']],
    ['loginbiinnance', []],
    // Each letter so strange that they cannot be read.
    ['bqiqnqaqnqce', []],
  ])('%s: %j', (text, found) => {
    expect(stretchedIn(text)).toEqual(found);
  });

  it('are not found twice', () => {
    const hit = { name: binance, from: 0, to: 9, edit: 56 };
    expect(stretchedIn('biinnance', [hit])).toEqual([]);
    expect(stretchedIn('biinnance', [{ ...hit, to: 8 }])).toEqual(['binance 0-9']);
    expect(stretchedIn('biinnance', [{ ...hit, from: 1 }])).toEqual(['binance 0-9']);
    expect(stretchedIn('biinnance', [{ ...hit, name: indexed('binance') }])).toEqual(['binance 0-9']);
  });
});

describe('names by the look of their first and last letter', () => {
  const key = (first: string, last: string) =>
    VISUAL_CLASS[codesOf(first)[0]!]! * 64 + VISUAL_CLASS[codesOf(last)[0]!]!;

  it('are told by it', () => {
    const groups = groupByEnds([indexed('binance'), indexed('bitforce'), indexed('bitget')]);
    expect(groups[key('8', '3')]?.map(({ text }) => text)).toEqual(['binance', 'bitforce']);
    expect(groups[key('b', '7')]?.map(({ text }) => text)).toEqual(['bitget']);
    expect(groups.filter(Boolean)).toHaveLength(2);
  });

  it.each([
    ['a lesser known one', indexed('binance', { tier: 1 })],
    ['five letters', indexed('bybit')],
    ['a product', indexed('binance', { kind: 'product' })],
    ['an ordinary word', indexed('binance', { ambiguous: true })],
  ])('are no group for %s', (_, name) => {
    expect(groupByEnds([name]).filter(Boolean)).toEqual([]);
  });

  it('are one for six letters', () => {
    expect(groupByEnds([indexed('bitget')]).filter(Boolean)).toHaveLength(1);
  });
});
