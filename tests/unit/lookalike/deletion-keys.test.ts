import { describe, expect, it } from 'vitest';
import { codesOf, VISUAL_CLASS } from '../../../utils/lookalike/char-code.ts';
import {
  deletionsOf,
  mayBeMisspelt,
  spellings,
  withDeletions,
} from '../../../utils/lookalike/deletion-keys.ts';
import type { ExchangeName } from '../../../utils/lookalike/exchange-names.ts';

const named = (text: string, tier: ExchangeName['tier'], kind: ExchangeName['kind'] = 'label') =>
  ({ text, tier, kind }) as ExchangeName;

describe('a name is matched misspelt', () => {
  it.each([
    ['bybit', 0, 'label', true],
    ['bybit', 1, 'product', true],
    ['okex', 0, 'label', false],
    ['bitflyer', 2, 'label', true],
    ['bitpand', 2, 'label', false],
    ['bitflyer', 3, 'label', false],
    ['bitflyer', 0, 'dotted', false],
    ['bitflyer', 0, 'pinyin', false],
    ['bitflyer', 0, 'abbreviation', false],
    ['币安币安币安', 0, 'han', false],
  ] as const)('%s of tier %i, %s: %s', (text, tier, kind, misspelt) => {
    expect(mayBeMisspelt(named(text, tier, kind))).toBe(misspelt);
  });
});

describe('letters are left out', () => {
  it.each([
    ['bybit', 0, 1],
    ['kraken', 0, 2],
    ['kraken', 1, 1],
    ['bitflyer', 2, 2],
  ] as const)('of %s, tier %i: %i', (text, tier, most) => {
    expect(deletionsOf(named(text, tier))).toBe(most);
  });

  it('one at a time, each once', () => {
    const keys = [...withDeletions([1, 2, 3, 4, 5], 1)].map(String);
    expect(keys.sort()).toEqual(['1,2,3,4', '1,2,3,4,5', '1,2,3,5', '1,2,4,5', '1,3,4,5', '2,3,4,5']);
  });

  it('and two at a time, each pair once', () => {
    const keys = [...withDeletions([1, 2, 3, 4, 5, 6], 2)].map(String);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBe(1 + 6 + 15);
    expect(keys).toContain('3,4,5,6');
    expect(keys).toContain('1,2,3,4');
  });

  it('of nothing shorter than five', () => {
    expect([...withDeletions([1, 2, 3, 4], 2)]).toEqual([[1, 2, 3, 4]]);
  });
});

it.each([
  ['okx', ['okx']],
  ['c0inba5e', ['coinbase']],
  ['lij1', ['iiii']],
  ['bitrnex', ['bitrnex', 'bitmex']],
  ['clvv', ['clvv', 'dw']],
])('%s is spelt %j', (text, spelt) => {
  const looks = (word: string) => codesOf(word).map((code) => VISUAL_CLASS[code]);
  expect(spellings(text)).toEqual(spelt.map(looks));
});
