import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { emptySignals } from '../../../utils/landing/page-signals.ts';
import { journeyIn } from '../navigation/recorded.ts';
import { builtPackage } from './built-package.ts';
import { endWorker, recordingBrowser } from './recording-browser.ts';

const servePackage = builtPackage();

const PLAIN = { url: 'https://plain.example/', documentId: 'plain' };
const LISTED = { url: 'https://www.okx.com:8443/', documentId: 'listed' };
/** Warned of: a listed name with a letter out of its place. */
const LOOKALIKE = { url: 'http://coinbsae.com/', documentId: 'lookalike' };

/** Patterns that the browser lets Ensign read. */
let granted: string[];

beforeEach(async () => {
  vi.resetModules();
  recordingBrowser();
  servePackage();
  granted = [];
  const { permissions, tabs } = fakeBrowser;
  vi.spyOn(permissions, 'contains').mockImplementation((async ({ origins }: { origins: string[] }) =>
    origins.every((origin) => granted.includes(origin))) as never);
  vi.spyOn(tabs, 'update').mockResolvedValue({} as never);
  await fakeBrowser.storage.local.set({ settings: { language: 'en', recording: 'on' } });
});

afterEach(endWorker);

/** A worker just started. */
async function newWorker() {
  const { assessPage } = await import('../../../entrypoints/background/assess.ts');
  const { onNavigation } = await import('../../../entrypoints/background/journey.ts');
  const { history } = await import('../../../entrypoints/background/recorder.ts');
  const { unrecorded } = await import('../../../entrypoints/background/unrecorded.ts');
  const { link } = journeyIn('firefox');
  return {
    unrecorded,
    async visit(page: typeof PLAIN) {
      for (const event of link(page)) await onNavigation(event);
    },
    read: ({ url, documentId }: typeof PLAIN) =>
      assessPage(emptySignals(), { kind: 'content', tabId: 1, url, documentId, incognito: false }),
    async kept() {
      const database = await history();
      const flags = await database.getAll('flags');
      const [day] = await database.getAll('daily');
      return { hosts: flags.map(({ host }) => host), checked: day?.checked ?? 0 };
    },
  };
}

const NOTHING = { hosts: [], checked: 0 };

test('of pages that may not be read nothing is recorded, of what is warned of neither', async () => {
  const { visit, kept, unrecorded } = await newWorker();
  for (const page of [PLAIN, LISTED, LOOKALIKE]) await visit(page);
  expect(fakeBrowser.tabs.update).toHaveBeenCalledOnce();
  expect(await kept()).toEqual(NOTHING);
  expect(await unrecorded()).toBeNull();
});

test('one site that was given is recorded, no other', async () => {
  granted = ['https://www.okx.com/*'];
  const { visit, kept } = await newWorker();
  await visit(PLAIN);
  await visit(LISTED);
  expect(await kept()).toEqual({ hosts: ['www.okx.com'], checked: 1 });
});

test('a page that was open without access is recorded once it is given and the page read', async () => {
  const { visit, read, kept } = await newWorker();
  await visit(LISTED);
  expect(await kept()).toEqual(NOTHING);
  granted = ['https://www.okx.com/*'];
  await read(LISTED);
  await read(LISTED);
  expect(await kept()).toEqual({ hosts: ['www.okx.com'], checked: 1 });
});
