import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { emptySignals } from '../../../utils/landing/page-signals.ts';
import { journeyIn, type Page } from '../navigation/recorded.ts';
import { builtPackage } from './built-package.ts';
import { endWorker, recordingBrowser } from './recording-browser.ts';

const servePackage = builtPackage();

const PLAIN = { url: 'https://news.example.org:8443/a', documentId: 'plain' };
const LISTED = { url: 'https://www.okx.com/', documentId: 'listed' };
const BY_NUMBER = { url: 'http://127.0.0.1:3000/', documentId: 'number' };
const NO_PAGE = { url: 'about:config', documentId: 'none' };

/** Patterns that the browser lets Ensign read. */
let granted: string[];
/** What the browser tells of the tab. */
let tab: { incognito: boolean; url?: string };

beforeEach(async () => {
  vi.resetModules();
  recordingBrowser();
  servePackage();
  [granted, tab] = [[], { incognito: false }];
  const { permissions, tabs } = fakeBrowser;
  vi.spyOn(permissions, 'contains').mockImplementation((async ({ origins }: { origins: string[] }) =>
    origins.every((origin) => granted.includes(origin))) as never);
  vi.spyOn(tabs, 'get').mockImplementation((async () => tab) as never);
  await fakeBrowser.storage.local.set({ settings: { language: 'en' } });
});

afterEach(endWorker);

/** What the popup says of a page that was navigated to. */
async function saidOf(page: Page, { read = false } = {}) {
  const { assessPage } = await import('../../../entrypoints/background/assess.ts');
  const { onNavigation } = await import('../../../entrypoints/background/journey.ts');
  const { popupModel } = await import('../../../entrypoints/background/popup-model.ts');
  for (const event of journeyIn('firefox').link(page)) await onNavigation(event);
  if (read) await assessPage(emptySignals(), { kind: 'content', tabId: 1, incognito: false, ...page });
  return (await popupModel(1, false)).page;
}

describe('without access, and without an address from the browser', () => {
  test('a page on which nothing was found and that was never read is one that may not be read', async () => {
    expect(await saidOf(PLAIN)).toMatchObject({
      state: 'permissionMissing',
      host: { ascii: 'news.example.org', unicode: 'news.example.org', registrable: 'example.org' },
    });
  });

  test('what is known of the host alone stands', async () => {
    expect((await saidOf(LISTED)).state).toBe('listed');
  });

  test('so does what is known of a host and ignored', async () => {
    const { ignore } = await import('../../../entrypoints/background/ignore.ts');
    await ignore({ domain: 'okx.com', kinds: ['listed'], term: 'always', record: true });
    expect(await saidOf(LISTED)).toMatchObject({ state: 'notListed', ignored: ['listed'] });
  });

  test('and what was read before it was taken', async () => {
    expect((await saidOf(PLAIN, { read: true })).state).toBe('notListed');
  });

  test.each([BY_NUMBER, NO_PAGE])('no host is named where none can be given: $url', async (page) => {
    expect(await saidOf(page)).toEqual({ state: 'permissionMissing', host: null });
  });
});

test('a browser that tells the address, and lets nothing be read, changes nothing', async () => {
  tab.url = PLAIN.url;
  expect(await saidOf(PLAIN)).toMatchObject({
    state: 'permissionMissing',
    host: { ascii: 'news.example.org' },
  });
});

test('a page that may be read is told by its host until it is', async () => {
  tab.url = PLAIN.url;
  granted = ['https://news.example.org/*'];
  expect((await saidOf(PLAIN)).state).toBe('notListed');
});

test('one site that was given is judged by its host where no worker saw it', async () => {
  const { popupModel } = await import('../../../entrypoints/background/popup-model.ts');
  tab.url = PLAIN.url;
  granted = ['https://news.example.org/*'];
  expect((await popupModel(1, false)).page.state).toBe('notListed');
  tab.url = LISTED.url;
  expect((await popupModel(1, false)).page).toMatchObject({
    state: 'permissionMissing',
    host: { ascii: 'www.okx.com' },
  });
});
