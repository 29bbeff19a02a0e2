import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { messagesOf, titleFor } from '../../../entrypoints/background/words.ts';

test('words that cannot be read hold no verdict up, and are read again', async () => {
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockReturnValue('zh-Hans');
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.stubGlobal('fetch', () => Promise.reject(new Error('not now')));
  await expect(messagesOf('zh-Hans')).rejects.toThrow('not now');
  expect(await titleFor('danger')).toBe('Ensign');
  const words = { badge_danger: { message: '冒充' } };
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(words)));
  expect(await messagesOf('zh-Hans')).toEqual(words);
  expect(await titleFor('danger')).toBe('冒充');
});
