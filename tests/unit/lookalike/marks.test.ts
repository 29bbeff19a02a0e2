import { expect, it } from 'vitest';
import { parseHost } from '../../../utils/domain/host.ts';
import type { Mark } from '../../../utils/lookalike/match.ts';
import { matchOf } from './matcher.ts';

const CASES: [host: string, marks: Mark[]][] = [
  ['binance-login.com', []],
  ['bnance.com', [{ start: 1, end: 1, kind: 'missing', expected: 'i' }]],
  ['binanc-login.com', [{ start: 6, end: 6, kind: 'missing', expected: 'e' }]],
  ['login-binanc.com', [{ start: 12, end: 12, kind: 'missing', expected: 'e' }]],
  ['login-inance.com', [{ start: 6, end: 6, kind: 'missing', expected: 'b' }]],
  ['www.binnance.com', [{ start: 6, end: 7, kind: 'inserted', expected: '' }]],
  ['c0inbase.com', [{ start: 1, end: 2, kind: 'replaced', expected: 'o' }]],
  ['xn--bnance-p9a.net', [{ start: 1, end: 2, kind: 'replaced', expected: 'i' }]],
  ['bitstarnp.com', [{ start: 6, end: 8, kind: 'replaced', expected: 'm' }]],
  ['ibnance-login.com', [{ start: 0, end: 2, kind: 'replaced', expected: 'bi' }]],
  ['coin-base.shop', [{ start: 4, end: 5, kind: 'inserted', expected: '' }]],
  [
    'coin-bas3.shop',
    [
      { start: 4, end: 5, kind: 'inserted', expected: '' },
      { start: 8, end: 9, kind: 'replaced', expected: 'e' },
    ],
  ],
  [
    'c0in-base.shop',
    [
      { start: 1, end: 2, kind: 'replaced', expected: 'o' },
      { start: 4, end: 5, kind: 'inserted', expected: '' },
    ],
  ],
  [
    'bitst-arnp.com',
    [
      { start: 5, end: 6, kind: 'inserted', expected: '' },
      { start: 7, end: 9, kind: 'replaced', expected: 'm' },
    ],
  ],
  // The hyphen lies within what stands for the letter.
  ['bitstar-np.com', [{ start: 6, end: 9, kind: 'replaced', expected: 'm' }]],
  ['login-coin-base.shop', [{ start: 10, end: 11, kind: 'inserted', expected: '' }]],
  ['欧易.com', []],
];

it.each(CASES)('%s', (host, marks) => {
  expect(matchOf(host)?.marks).toEqual(marks);
});

it('marks the first of two equal letters or the second, but only one', () => {
  const marks = matchOf('coinbasee.com')?.marks ?? [];
  expect(marks).toHaveLength(1);
  expect(parseHost('coinbasee.com')).toMatchObject({ unicode: 'coinbasee.com' });
});
