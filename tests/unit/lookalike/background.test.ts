import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Background } from '../../../utils/lookalike/background.ts';
import { codesOf, isDigit } from '../../../utils/lookalike/char-code.ts';
import { hashOf, mix } from '../../../utils/lookalike/rolling-hash.ts';
import { wordSlot } from '../../../utils/lookalike/tables.ts';
import { MAX_WORD, TRIGRAM_ALPHABET, trigramSymbol } from '../../../utils/lookalike/tables-format.ts';
import { labelOf, tables } from './label.ts';

const seed = 20261201;
const background = new Background(tables);

/** What a word of the lexicon costs, the joint to the word before with it; null for what is none. */
function wordCost(word: string): number | null {
  if (word.length < 2 || word.length > MAX_WORD || !/^[a-z]+$/.test(word)) return null;
  const slot = wordSlot(tables, mix(hashOf(codesOf(word))));
  return slot < 0 ? null : tables.wordCosts[slot]! * 2 + 8;
}

/** What each letter costs after the two before it, hyphens beginning anew. */
function letterCosts(text: string): number[] {
  const costs: number[] = [];
  let [a, b, digits] = [0, 0, 0];
  for (const char of text) {
    if (char === '-') [a, b] = [0, 0];
    const [code] = codesOf(char);
    if (code === undefined) continue;
    const symbol = trigramSymbol(code);
    digits = isDigit(code) ? digits + 1 : 0;
    const trigram = tables.trigrams[(a * TRIGRAM_ALPHABET + b) * TRIGRAM_ALPHABET + symbol]!;
    costs.push(digits === 0 ? trigram : digits <= 3 ? 26 : 6);
    [a, b] = [b, symbol];
  }
  return costs;
}

/** The cheapest way to write the symbols from `first` to each later place as words and runs of letters. */
function cheapest(text: string, first: number): number[] {
  const costs = letterCosts(text);
  const symbols = text.replaceAll('-', '');
  const joints: number[] = [];
  for (const part of text.split('-')) joints.push((joints.at(-1) ?? 0) + part.length);
  const best = new Array<number>(first + 1).fill(Number.POSITIVE_INFINITY);
  best[first] = 0;
  for (let end = first + 1; end <= symbols.length; end++) {
    const ways = best.map((before, from) => {
      const run = 24 + costs.slice(from, end).reduce((sum, cost) => sum + cost, 0) + 8;
      const isParted = joints.some((joint) => joint > from && joint < end);
      const word = isParted ? null : wordCost(symbols.slice(from, end));
      return before + Math.min(run, word ?? run);
    });
    best.push(Math.min(...ways));
  }
  return best;
}

const word = fc.constantFrom('login', 'wallet', 'secure', 'the', 'of', 'kraken', 'vip', 'exchange');
const letters = fc.string({
  unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789_'),
  maxLength: 8,
});
const text = fc
  .array(fc.oneof(word, letters, fc.constant('-')), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join('').slice(0, 63));

describe('what a label costs as ordinary words', () => {
  it('is the cheapest way to write it; and so it is of each beginning, and of each rest', () => {
    fc.assert(
      fc.property(text, (host) => {
        const label = labelOf(host);
        const whole = background.measure(label);
        const n = label.length;
        expect([...background.before.subarray(0, n + 1)]).toEqual(cheapest(host, 0));
        const rests = Array.from({ length: n + 1 }, (_, from) => cheapest(host, from).at(-1));
        expect([...background.after.subarray(0, n + 1)]).toEqual(rests);
        expect(whole).toBe(rests[0]);
      }),
      { seed, numRuns: 300 },
    );
  });

  it('does not know what no letter and no digit is', () => {
    const plain = background.measure(labelOf('kraken'));
    expect(background.measure(labelOf('kra한ken'))).toBeGreaterThan(plain);
    expect(background.measure(labelOf('kra_ken'))).toBeGreaterThan(plain);
  });
});
