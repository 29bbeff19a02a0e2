import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { newDocument } from '../../../entrypoints/background/tab-state.ts';
import { soon } from '../../fixtures/soon.ts';
import { builtPackage } from './built-package.ts';
import { recordingBrowser } from './recording-browser.ts';

const servePackage = builtPackage();

/** In tab 1, known to the session and read; in tab 2, found by nobody. */
const KNOWN = { id: 1, url: 'https://known.example/', status: 'complete' };
const UNKNOWN = { id: 2, url: 'https://unknown.example/', status: 'complete' };

let change: { given(): void; taken(): void };
/** Tabs whose page is read, each time. */
let read: number[];
/** Queries for tabs that the browser refuses: those for all, or the first for pages of the web. */
let refused: 'all' | 'first' | null;
let told: unknown[];
let allowed: boolean;

beforeEach(async () => {
  vi.resetModules();
  recordingBrowser();
  servePackage();
  [read, refused, told, allowed] = [[], null, [], true];
  const { permissions, scripting, tabs, webNavigation } = fakeBrowser;
  vi.spyOn(permissions, 'contains').mockImplementation((async () => allowed) as never);
  const { onAdded, onRemoved } = permissions;
  change = { given: () => undefined, taken: () => undefined };
  vi.spyOn(onAdded, 'addListener').mockImplementation(((given: () => void) => {
    change.given = given;
  }) as never);
  vi.spyOn(onRemoved, 'addListener').mockImplementation(((taken: () => void) => {
    change.taken = taken;
  }) as never);
  vi.spyOn(scripting, 'executeScript').mockImplementation((async (put: { target: { tabId: number } }) => {
    read.push(put.target.tabId);
    return [];
  }) as never);
  vi.spyOn(tabs, 'query').mockImplementation((async ({ url }: { url?: string[] }) => {
    const refuse = refused === (url ? 'first' : 'all');
    if (refuse) refused = null;
    if (refuse) throw new Error('refused');
    return [KNOWN, UNKNOWN];
  }) as never);
  vi.spyOn(webNavigation, 'getFrame').mockImplementation((async ({ tabId }: { tabId: number }) => ({
    url: [KNOWN, UNKNOWN].find(({ id }) => id === tabId)?.url,
  })) as never);
  vi.spyOn(console, 'error').mockImplementation((error) => void told.push(String(error)));
  await fakeBrowser.storage.local.set({ settings: { language: 'en', recording: 'on' } });
  const { url } = KNOWN;
  const marks = {};
  const view = { ...newDocument({ key: 'k', documentId: null, url, incognito: false, chain: [] }), marks };
  await fakeBrowser.storage.session.set({ pseudonym: 'p', 'tab:1': view });
  const { listenToAccess } = await import('../../../entrypoints/background/access-changes.ts');
  listenToAccess();
});

// What a worker was about to keep would come upon the next test.
afterEach(async () => {
  const { keep } = await import('../../../entrypoints/background/kept-session.ts');
  await keep(await state());
  fakeBrowser.reset();
  vi.resetModules();
});

async function state() {
  const { session } = await import('../../../entrypoints/background/session.ts');
  return session();
}

/** What the history says of recording, oldest first. */
async function coverage(): Promise<string[]> {
  const { history } = await import('../../../entrypoints/background/recorder.ts');
  return (await (await history()).getAll('coverage')).map(({ reason }) => reason);
}

const found = async () => expect((await state()).tabs[2]).toMatchObject({ url: UNKNOWN.url, counted: true });

test('once access is given, open pages are found and read, and recording is known to go on', async () => {
  change.given();
  await soon(found);
  await soon(async () => expect(await coverage()).toEqual(['recording']));
  // What the sweep finds it has read too.
  expect(read.sort()).toEqual([1, 1, 2, 2]);
  expect(told).toEqual([]);
});

test('once it is taken, recording is known to have ended, and nothing is read', async () => {
  allowed = false;
  change.taken();
  await soon(async () => expect(await coverage()).toEqual(['no permission']));
  expect(read).toEqual([]);
  expect((await state()).tabs[2]).toBeUndefined();
});

test('pages that cannot be found are read all the same', async () => {
  refused = 'all';
  change.given();
  await soon(() => expect(told).toEqual(['Error: refused']));
  await soon(() => expect(new Set(read)).toEqual(new Set([1, 2])));
  await soon(async () => expect(await coverage()).toEqual(['recording']));
});

test('and pages that cannot be read are found', async () => {
  refused = 'first';
  change.given();
  await soon(found);
  expect(told).toEqual(['Error: refused']);
});

test('a history that does not open stops neither', async () => {
  vi.stubGlobal('indexedDB', {
    open: () => {
      throw new Error('no history');
    },
  });
  change.given();
  await soon(() => expect(new Set(read)).toEqual(new Set([1, 2])));
  await soon(async () => expect((await state()).tabs[2]).toMatchObject({ url: UNKNOWN.url }));
  expect(told.length).toBeGreaterThan(0);
});
