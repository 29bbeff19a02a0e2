import { expect, test } from 'vitest';
import { marksOf } from '../../../components/address/marks.ts';
import type { LookalikeMatch, Mark } from '../../../utils/lookalike/match.ts';

const match = (target: string, marks: Mark[] = []) => ({ target, marks }) as unknown as LookalikeMatch;
const boxed = (host: string, target: string) =>
  marksOf(host, match(target)).map(({ start, end, expected }) => [host.slice(start, end), expected]);

test.each([
  ['okx-wallets.com', 'okx.com', '-wallets', ''],
  ['my-kraken.com', 'kraken.com', 'my-', ''],
  ['www.my-kraken.com', 'kraken.com', 'my-', ''],
  ['okx.com.verify-account.example.net', 'okx.com', '.verify-account.example.net', ''],
  ['binance.top', 'binance.com', 'top', 'com'],
  ['www.binance.top', 'binance.com', 'top', 'com'],
])('of %s beside %s stands out %s', (host, target, found, expected) => {
  expect(boxed(host, target)).toEqual([[found, expected]]);
});

test.each([
  ['gateio-login.com', 'gate.io'],
  ['okx.com', 'okx.com'],
  ['example.com', 'kraken.com'],
])('nothing of %s beside %s', (host, target) => {
  expect(boxed(host, target)).toEqual([]);
});

test('what a match marks is left as it is', () => {
  const marks: Mark[] = [{ start: 0, end: 1, kind: 'replaced', expected: 'o' }];
  expect(marksOf('0kx.com', match('okx.com', marks))).toBe(marks);
});
