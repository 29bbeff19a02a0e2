import { beforeEach, expect, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { mayRead } from '../../../entrypoints/background/site-access.ts';
import { ALL_SITES } from '../../../utils/domain/origin-patterns.ts';

const asked: string[][] = [];
let granted: (origins: string[]) => boolean;

beforeEach(() => {
  asked.length = 0;
  granted = () => true;
  vi.spyOn(browser.permissions, 'contains').mockImplementation(async ({ origins = [] }) => {
    asked.push(origins);
    return granted(origins);
  });
});

test.each([true, false])('a page is asked for by its own origin, once: %s', async (answer) => {
  granted = () => answer;
  expect(await mayRead('https://okx.com:8443/a')).toBe(answer);
  expect(asked).toEqual([['https://okx.com/*']]);
});

test('one site that was given may be read, no other', async () => {
  granted = (origins) => origins.every((origin) => origin === 'https://okx.com/*');
  expect(await mayRead('https://okx.com/')).toBe(true);
  expect(await mayRead('https://kraken.com/')).toBe(false);
});

test.each([true, false])('an address without a pattern is asked for by all sites: %s', async (answer) => {
  granted = () => answer;
  expect(await mayRead('')).toBe(answer);
  expect(asked).toEqual([ALL_SITES]);
});

test('and so is one whose pattern the browser does not take', async () => {
  vi.spyOn(console, 'debug').mockImplementation(() => undefined);
  granted = (origins) => {
    if (origins.length === 1) throw new Error('Invalid host');
    return true;
  };
  expect(await mayRead('http://[::1]/')).toBe(true);
  expect(asked).toEqual([['http://[::1]/*'], ALL_SITES]);
});
