import { afterEach, expect, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { ports } from '../../../entrypoints/background/list-ports.ts';

afterEach(() => vi.restoreAllMocks());

test.each([
  [true, 1],
  [false, 0],
])("a list's host is asked only with access to its site: %s", async (granted, times) => {
  const contains = vi.spyOn(browser.permissions, 'contains').mockResolvedValue(granted);
  const asked = vi.fn(async () => new Response('{}'));
  vi.stubGlobal('fetch', asked);
  await ports.fetch('https://list.example:8443/a/latest.json', {}).catch(() => null);
  expect(contains).toHaveBeenCalledWith({ origins: ['https://list.example/*'] });
  expect(asked).toHaveBeenCalledTimes(times);
});
