import { expect, it } from 'vitest';
import { byFirstLetter, isComposite } from '../../../utils/lookalike/composite.ts';

const parts = () => byFirstLetter(['crypto', 'trade', 'trader', 'coin', 'bank', 'bit', 'x', 'co']);

it.each([
  ['cryptotrade', true],
  ['cryptotrader', true],
  ['coinbank', true],
  ['coin', true],
  // A letter more before, or behind.
  ['lbank', true],
  ['coinx', true],
  ['bitcoins', true],
  // Both, or two.
  ['lbanks', false],
  ['coinxy', false],
  ['xycoin', false],
  // Letters between two words.
  ['coinqbank', false],
  ['kraken', false],
  ['bitstamp', false],
  // The shorter of two words may be the one that leads on.
  ['cobit', true],
])('%s: %s', (text, composite) => {
  expect(isComposite(text, parts())).toBe(composite);
});

it('knows words by their first letters, and single letters are none', () => {
  expect([...parts().keys()].sort()).toEqual(['b', 'c', 't']);
  expect(parts().get('c')).toEqual(['crypto', 'coin', 'co']);
});
