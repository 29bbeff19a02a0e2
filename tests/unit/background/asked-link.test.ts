import { expect, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { showPopup } from '../../../entrypoints/background/asked-link.ts';

test.each([
  ['a plain tab', false, 1],
  ['a private tab, whose popup would stand in a plain window', true, 0],
])('where Chromium opens no popup, a page of its own does, of %s', async (_what, incognito, pages) => {
  vi.spyOn(console, 'debug').mockImplementation(() => undefined);
  vi.spyOn(browser.action, 'openPopup').mockRejectedValue(new Error('no window in front'));
  const opened = vi.spyOn(browser.tabs, 'create').mockResolvedValue({} as never);
  await showPopup({ id: 7, incognito } as browser.Tabs.Tab);
  expect(opened).toHaveBeenCalledTimes(pages);
});
