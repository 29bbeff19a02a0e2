import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { deleteFlags, restoreDeleted } from '../../../entrypoints/background/history-model.ts';
import { history } from '../../../entrypoints/background/recorder.ts';
import { decideOn } from '../../../entrypoints/background/tab-document.ts';
import { session, type TabDocument } from '../../../entrypoints/background/tab-state.ts';
import { EVERYTHING } from '../../../utils/history/flag-query.ts';
import { changeSettings } from '../../../utils/settings/store.ts';
import { builtPackage } from './built-package.ts';

/** A page of an unlisted name that a listed one redirected to. */
const led = (key: string): TabDocument => ({
  key,
  flagKey: key,
  documentId: key,
  url: 'https://harbour.example/',
  incognito: false,
  chain: [
    { url: 'https://okex.com/', by: 'asked' },
    { url: 'https://harbour.example/', by: 'server' },
  ],
  verdict: null,
  fault: null,
  page: [],
  title: null,
  htmlLang: null,
  counted: false,
  flagged: false,
  carded: false,
  marks: null,
});

const servePackage = builtPackage();

/** Flags, and visits that the trail rests on. */
async function kept(): Promise<{ flags: number; visits: number }> {
  const database = await history();
  const edges = await database.getAll('edges');
  return {
    flags: await database.count('flags'),
    visits: edges.reduce((sum, { visits = [] }) => sum + visits.length, 0),
  };
}

async function recordingOn(): Promise<void> {
  servePackage();
  vi.stubGlobal('navigator', {
    userAgent: 'Firefox/153.0',
    locks: { request: (_name: string, work: () => unknown) => work() },
  });
  Object.assign(browser, { scripting: { executeScript: async () => [] } });
  Object.assign(browser.runtime, {
    getPlatformInfo: async () => ({ os: 'linux' }),
    getManifest: () => ({ version: '0.1.0' }),
  });
  // Files of tests share their worker's databases, and one of another file may hold this name.
  vi.stubGlobal('indexedDB', new IDBFactory());
  await changeSettings(() => ({ recording: 'on' }));
}

afterEach(async () => {
  await changeSettings(() => ({ recording: 'undecided' }));
});

test('a flag deleted while its page is shown stays deleted when the page is judged anew, and its trail too', async () => {
  await recordingOn();
  const state = await session();
  const document = led('a');
  await decideOn(state, 1, document);
  expect(await kept()).toEqual({ flags: 1, visits: 1 });
  const { undo } = await deleteFlags({ filter: EVERYTHING });
  expect(await kept()).toEqual({ flags: 0, visits: 0 });
  await decideOn(state, 1, document);
  expect(await kept()).toEqual({ flags: 0, visits: 0 });
  // A page of the same address that is opened later is another matter.
  await decideOn(state, 2, led('b'));
  expect(await kept()).toEqual({ flags: 1, visits: 1 });
  await restoreDeleted(undo);
  await decideOn(state, 1, document);
  expect(await kept()).toEqual({ flags: 2, visits: 2 });
});
