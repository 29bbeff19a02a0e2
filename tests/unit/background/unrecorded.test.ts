import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { builtPackage } from './built-package.ts';
import { endWorker, recordingBrowser } from './recording-browser.ts';

const servePackage = builtPackage();

beforeEach(async () => {
  vi.resetModules();
  recordingBrowser();
  servePackage();
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await record('on');
});

afterEach(endWorker);

const record = (recording: string) => fakeBrowser.storage.local.set({ settings: { recording } });

/** A worker just started; `visit` is of a listed exchange unless told otherwise. */
async function newWorker() {
  const { onNavigation } = await import('../../../entrypoints/background/journey.ts');
  const { history } = await import('../../../entrypoints/background/recorder.ts');
  const { unrecorded } = await import('../../../entrypoints/background/unrecorded.ts');
  const { keep } = await import('../../../entrypoints/background/kept-session.ts');
  const { session } = await import('../../../entrypoints/background/session.ts');
  let visits = 0;
  const visit = (tabId = 1, url = `https://okx.com/${visits + 1}`) =>
    onNavigation({
      kind: 'committed',
      tabId,
      frameId: 0,
      url,
      timeStamp: Date.now(),
      documentId: `d${tabId}.${++visits}`,
      transitionType: 'link',
      transitionQualifiers: [],
    }).catch(() => undefined);
  return { history, unrecorded, visit, keepNow: async () => keep(await session()) };
}

/** The browser takes nothing more into the history, or into one of its stores. */
async function fail(worker: Awaited<ReturnType<typeof newWorker>>, cause: unknown, store = '') {
  const database = await worker.history();
  const transaction = database.transaction.bind(database) as (...of: unknown[]) => unknown;
  return vi.spyOn(database, 'transaction').mockImplementation(((...of: unknown[]) => {
    if (of[1] === 'readwrite' && [of[0]].flat().some((name) => String(name).startsWith(store))) throw cause;
    return transaction(...of);
  }) as never);
}

test.each([
  ['full', new DOMException('', 'QuotaExceededError')],
  ['full', new Error('QuotaManager: quota reached')],
  ['failed', new DOMException('', 'UnknownError')],
] as const)('a page that is not recorded is told of as %s until one is', async (fault, cause) => {
  const worker = await newWorker();
  await worker.visit();
  expect(await worker.unrecorded()).toBeNull();
  const failing = await fail(worker, cause);
  await worker.visit();
  expect(await worker.unrecorded()).toBe(fault);
  failing.mockRestore();
  await worker.visit();
  expect(await worker.unrecorded()).toBeNull();
});

test('a flag that is not written is named by what the browser said, within the error of the history', async () => {
  const worker = await newWorker();
  await fail(worker, new Error('quota reached'), 'flags');
  await worker.visit();
  expect(await worker.unrecorded()).toBe('full');
});

test('a page judged anew with nothing to write takes nothing back', async () => {
  const worker = await newWorker();
  const { decideOn } = await import('../../../entrypoints/background/tab-document.ts');
  const { session } = await import('../../../entrypoints/background/session.ts');
  const { isDocument } = await import('../../../entrypoints/background/tab-state.ts');
  await worker.visit(2, 'https://harbour.example/');
  await fail(worker, new DOMException('', 'QuotaExceededError'));
  await worker.visit();
  const state = await session();
  const view = state.tabs[2];
  if (isDocument(view)) await decideOn(state, 2, view);
  expect(isDocument(view) && view.counted).toBe(true);
  expect(await worker.unrecorded()).toBe('full');
});

test('the next worker, and a popup that asks none, are told as well', async () => {
  const worker = await newWorker();
  await fail(worker, new DOMException('', 'QuotaExceededError'));
  await worker.visit();
  await worker.keepNow();
  expect(await fakeBrowser.storage.session.get('unrecorded')).toEqual({ unrecorded: 'full' });
  vi.resetModules();
  expect(await (await newWorker()).unrecorded()).toBe('full');
});

test('nothing is told of where recording is not on, and a private page tells nothing', async () => {
  const worker = await newWorker();
  const failing = await fail(worker, new DOMException('', 'QuotaExceededError'));
  await worker.visit();
  await record('paused');
  expect(await worker.unrecorded()).toBeNull();
  await record('on');
  failing.mockRestore();
  vi.spyOn(fakeBrowser.tabs, 'get').mockResolvedValue({ incognito: true } as never);
  await worker.visit(2);
  expect(await worker.unrecorded()).toBe('full');
});

test('a history that a later version wrote is named', async () => {
  const { openDB } = await import('idb');
  (await openDB('ensign-history', 99)).close();
  const worker = await newWorker();
  await worker.visit();
  expect(await worker.unrecorded()).toBe('newer');
});
