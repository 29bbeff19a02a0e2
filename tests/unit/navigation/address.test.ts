import { describe, expect, test } from 'vitest';
import { bounded, isWeb, samePage } from '../../../utils/navigation/address.ts';
import { MAX_URL } from '../../../utils/navigation/state.ts';

test.each([
  ['http://a.test/', true],
  ['HTTPS://a.test/', true],
  ['ftp://a.test/', false],
  ['about:blank', false],
  ['view-source:https://a.test/', false],
  ['', false],
])('%s can be judged: %s', (url, can) => {
  expect(isWeb(url)).toBe(can);
});

describe('an address that is kept', () => {
  const long = `https://a.test/${'x'.repeat(MAX_URL)}`;

  test('whole up to the bound, cut past it', () => {
    const fits = long.slice(0, MAX_URL);
    expect(bounded('https://a.test/')).toBe('https://a.test/');
    expect(bounded(fits)).toBe(fits);
    expect(bounded(`${fits}y`)).toBe(fits);
    const named = `https://u:${'p'.repeat(MAX_URL)}@okx.example/${'x'.repeat(MAX_URL)}`;
    expect(bounded(named)).toMatch(/^https:\/\/okx\.example\/x+$/);
    expect(bounded(named)).toHaveLength(MAX_URL);
    expect(bounded('x'.repeat(MAX_URL + 1))).toHaveLength(MAX_URL);
  });

  test('is the page of the address that was not cut', () => {
    expect(samePage(long, bounded(long))).toBe(true);
  });
});

test.each([
  ['https://a.test/#x', 'https://a.test/', true],
  ['https://a.test/#x', 'https://a.test/#y', true],
  ['https://a.test/?x', 'https://a.test/', false],
  ['https://a.test/x#', 'https://a.test/y#', false],
  ['#x', 'https://a.test/', false],
  ['#x', '', true],
])('%s and %s are one page: %s', (a, b, same) => {
  expect(samePage(a, b)).toBe(same);
});
