import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { isDocument } from '../../../entrypoints/background/tab-state.ts';
import type { HistoryDatabase } from '../../../utils/history/database.ts';
import { builtPackage } from './built-package.ts';
import { endWorker, recordingBrowser } from './recording-browser.ts';

const servePackage = builtPackage();

/** Warned of: a listed name with a letter out of its place. */
const LOOKALIKE = 'http://coinbsae.com/';
const LISTED = 'https://okx.com/';

let warned: number[];
let scripts: string[];
/** Tabs whose next warning does not open. */
let refusing: Set<number>;

beforeEach(async () => {
  vi.resetModules();
  recordingBrowser();
  servePackage();
  [warned, scripts, refusing] = [[], [], new Set()];
  const { tabs, scripting } = fakeBrowser;
  vi.spyOn(tabs, 'update').mockImplementation((async (tabId: number) => {
    if (refusing.delete(tabId)) throw new Error('No tab with that id');
    warned.push(tabId);
  }) as never);
  vi.spyOn(scripting, 'executeScript').mockImplementation((async ({ files }: { files: string[] }) => {
    scripts.push(files[0]!);
    return [];
  }) as never);
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await fakeBrowser.storage.local.set({ settings: { language: 'en', recording: 'on' } });
});

afterEach(endWorker);

/** A worker just started. */
async function newWorker() {
  const { onNavigation } = await import('../../../entrypoints/background/journey.ts');
  const { history } = await import('../../../entrypoints/background/recorder.ts');
  const { session } = await import('../../../entrypoints/background/session.ts');
  return { onNavigation, history, state: await session() };
}

function failNextWrite(database: HistoryDatabase): void {
  const transaction = database.transaction.bind(database) as (...of: unknown[]) => unknown;
  let failed = false;
  vi.spyOn(database, 'transaction').mockImplementation(((...of: unknown[]) => {
    if (failed || of[1] !== 'readwrite') return transaction(...of);
    failed = true;
    throw new Error('gone');
  }) as never);
}

const sweepOf = (url: string, tabIds: number[]) => ({
  kind: 'sweep',
  timeStamp: Date.now(),
  tabs: tabIds.map((tabId) => ({
    tabId,
    url,
    documentId: `d${tabId}`,
    errorOccurred: false,
    discarded: false,
  })),
});

const committed = (url: string) => ({
  kind: 'committed',
  tabId: 1,
  frameId: 0,
  url,
  timeStamp: Date.now(),
  documentId: 'd1',
  transitionType: 'link',
  transitionQualifiers: [],
});

test('a tab whose warning does not open takes no other along', async () => {
  const { onNavigation } = await newWorker();
  refusing.add(1);
  await onNavigation(sweepOf(LOOKALIKE, [1, 2, 3]));
  expect(warned).toEqual([2, 3]);
});

test('a tab whose flag cannot be written takes no other along', async () => {
  const { onNavigation, history, state } = await newWorker();
  const database = await history();
  failNextWrite(database);
  await expect(onNavigation(sweepOf(LISTED, [1, 2, 3]))).rejects.toThrow('gone');
  const tiers = Object.values(state.tabs).map((view) => isDocument(view) && view.verdict?.tier);
  expect(tiers).toEqual(['notice', 'notice', 'notice']);
  expect(await database.count('flags')).toBe(2);
  expect(state.owed).toEqual([]);
});

test('a page that could not be counted is counted when it is judged anew', async () => {
  const { onNavigation, history, state } = await newWorker();
  const { decideOn } = await import('../../../entrypoints/background/tab-document.ts');
  const database = await history();
  failNextWrite(database);
  await expect(onNavigation(committed(LISTED))).rejects.toThrow('gone');
  const view = state.tabs[1];
  if (isDocument(view)) await decideOn(state, 1, view);
  expect((await database.getAll('daily')).map(({ checked }) => checked)).toEqual([1]);
});

test('a warning that did not open at the request is tried again at the commit', async () => {
  const { onNavigation } = await newWorker();
  refusing.add(1);
  const before = { kind: 'before', tabId: 1, frameId: 0, url: LOOKALIKE, timeStamp: Date.now() };
  await expect(onNavigation(before)).resolves.toBeUndefined();
  expect(warned).toEqual([]);
  await onNavigation(committed(LOOKALIKE));
  expect(warned).toEqual([1]);
});

test('a session store that is full stops neither card nor flag nor the way back', async () => {
  const { onNavigation, history, state } = await newWorker();
  vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValue(new Error('quota'));
  await fakeBrowser.storage.local.set({
    settings: { language: 'en', recording: 'on', cardForListed: true },
  });
  await onNavigation(committed(LISTED));
  expect(scripts).toEqual(['/card.js']);
  expect(await (await history()).count('flags')).toBe(1);
  const { leaveWarning } = await import('../../../entrypoints/background/warning-model.ts');
  const { warningAddress } = await import('../../../entrypoints/background/tab-warnings.ts');
  state.warnings[1] = [{ key: 'w', incognito: false, committed: true }] as never;
  expect(await leaveWarning({ kind: 'surface', tabId: 1, url: warningAddress({ key: 'w' }) })).toBe(true);
  vi.mocked(fakeBrowser.storage.session.set).mockRestore();
});

test('a card that could not be put in is offered again', async () => {
  const { onNavigation, state } = await newWorker();
  await fakeBrowser.storage.local.set({ settings: { language: 'en', cardForListed: true } });
  vi.mocked(fakeBrowser.scripting.executeScript).mockRejectedValueOnce(new Error('no frame'));
  await onNavigation(committed(LISTED));
  expect(scripts).toEqual([]);
  const { decideOn } = await import('../../../entrypoints/background/tab-document.ts');
  const view = state.tabs[1];
  if (isDocument(view)) await decideOn(state, 1, view);
  expect(scripts).toEqual(['/card.js']);
});

test('accounts that could not be forgotten are not taken for forgotten', async () => {
  const accounts = { x: { exchange: 'okx', name: 'okx.com', day: '2026-11-20' } };
  await fakeBrowser.storage.local.set({ trailAccounts: accounts });
  const { dropAccounts, knownAccounts } = await import('../../../entrypoints/background/known-accounts.ts');
  vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('full'));
  await expect(dropAccounts(() => true)).rejects.toThrow('full');
  expect(await knownAccounts()).toEqual(accounts);
  await dropAccounts(() => true);
  expect(await knownAccounts()).toEqual({});
});

test('a tab whose end an earlier worker did not live to carry out is forgotten', async () => {
  const view = { elsewhere: 'not the web', url: 'about:blank' };
  await fakeBrowser.storage.session.set({ pseudonym: 'p', 'tab:8': view, 'tab:9': view });
  vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation((async ({ url }: { url?: string[] }) =>
    url ? [] : [{ id: 8 }]) as never);
  const { state } = await newWorker();
  const { sweepOpenTabs } = await import('../../../entrypoints/background/events.ts');
  await sweepOpenTabs();
  expect(Object.keys(state.tabs)).toEqual(['8']);
  expect(await fakeBrowser.storage.session.get('tab:9')).toEqual({});
});
