import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { IgnoreEntry } from '../../../utils/settings/settings.ts';
import { builtPackage } from './built-package.ts';
import { endWorker, recordingBrowser } from './recording-browser.ts';

const servePackage = builtPackage();
const LISTED = { tabId: 1, url: 'https://www.okx.com/', documentId: 'listed' };
/** Warned of: a listed name with a letter out of its place. */
const LOOKALIKE = { tabId: 2, url: 'http://coinbsae.com/', documentId: 'lookalike' };
/** Until the browser closes. */
const IGNORED: IgnoreEntry = {
  id: 'i',
  domain: 'kraken.com',
  kinds: ['listed'],
  term: 'session',
  since: '2026-11-20T10:00:00.000Z',
  until: null,
  record: true,
};

beforeEach(async () => {
  vi.resetModules();
  recordingBrowser();
  servePackage();
  vi.spyOn(fakeBrowser.tabs, 'update').mockResolvedValue({} as never);
  await fakeBrowser.storage.local.set({ settings: { language: 'en', recording: 'on' } });
});

afterEach(endWorker);

/** A session of a version of the extension, with its open tabs found; it is told of the browser's start, or is not. */
async function newSession(
  version: string,
  open: (typeof LISTED)[] = [],
  tell: () => unknown = () => undefined,
) {
  vi.resetModules();
  await fakeBrowser.storage.session.clear();
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version } as never);
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const { listenToStart } = await import('../../../entrypoints/background/session-start.ts');
  listenToStart();
  void tell();
  vi.advanceTimersByTime(1_000);
  vi.useRealTimers();
  const { onNavigation } = await import('../../../entrypoints/background/journey.ts');
  const { history } = await import('../../../entrypoints/background/recorder.ts');
  const { session } = await import('../../../entrypoints/background/session.ts');
  const state = await session();
  if (open.length > 0) await onNavigation({ kind: 'sweep', timeStamp: 60_000, tabs: open });
  return {
    state,
    go: async (page: typeof LISTED, timeStamp: number) =>
      onNavigation({
        ...page,
        kind: 'committed',
        frameId: 0,
        timeStamp,
        transitionType: 'link',
        transitionQualifiers: [],
      }),
    async kept() {
      const database = await history();
      const [day] = await database.getAll('daily');
      return { flags: await database.getAll('flags'), checked: day?.checked };
    },
  };
}

async function ignored(): Promise<IgnoreEntry[]> {
  const { readSettings } = await import('../../../utils/settings/store.ts');
  return (await readSettings()).ignored;
}

const start = () => fakeBrowser.runtime.onStartup.trigger();

/** Both pages, the second past its warning. */
async function used() {
  const worker = await newSession('1.0');
  await worker.go(LISTED, 1_000);
  await worker.go(LOOKALIKE, 1_000);
  const { allowOnce } = await import('../../../entrypoints/background/warning-model.ts');
  const [, { url }] = vi.mocked(fakeBrowser.tabs.update).mock.lastCall as unknown as [
    number,
    { url: string },
  ];
  await allowOnce({ kind: 'surface', url, tabId: LOOKALIKE.tabId });
  await worker.go({ ...LOOKALIKE, documentId: 'continued' }, 2_000);
  const { changeSettings } = await import('../../../utils/settings/store.ts');
  await changeSettings(() => ({ ignored: [IGNORED] }));
  // What it is about to keep would come upon the next session.
  const { keep } = await import('../../../entrypoints/background/kept-session.ts');
  await keep(worker.state);
  return worker.kept();
}

const OPEN = [LISTED, { ...LOOKALIKE, documentId: 'continued' }];

test('after an update open pages are shown, and neither flagged nor counted again nor warned of', async () => {
  const before = await used();
  expect(before.flags.length).toBe(2);
  const warnings = vi.mocked(fakeBrowser.tabs.update).mock.calls.length;
  const worker = await newSession('1.1', OPEN);
  expect(worker.state.tabs[1]).toMatchObject({ verdict: { tier: 'notice' } });
  expect(await worker.kept()).toEqual(before);
  expect(fakeBrowser.tabs.update).toHaveBeenCalledTimes(warnings);
  expect(await ignored()).toEqual([IGNORED]);
});

test('what is opened after it is', async () => {
  const before = await used();
  const worker = await newSession('1.1', OPEN);
  await worker.go({ ...LISTED, documentId: 'next' }, 90_000);
  expect((await worker.kept()).flags.length).toBe(before.flags.length + 1);
});

test('what is found open later, its commit untold, is too', async () => {
  const before = await used();
  const worker = await newSession('1.1');
  const { sweepOpenTabs, sweepTab } = await import('../../../entrypoints/background/events.ts');
  const { tabs, webNavigation } = fakeBrowser;
  const later = { ...LISTED, tabId: 3, documentId: 'later' };
  const open = [LISTED, later].map(({ tabId, url }) => ({ id: tabId, url }));
  vi.spyOn(tabs, 'query').mockResolvedValue(open.slice(0, 1) as never);
  vi.spyOn(tabs, 'get').mockImplementation((async (id: number) => ({
    ...open[id === 1 ? 0 : 1],
    incognito: false,
  })) as never);
  vi.spyOn(webNavigation, 'getFrame').mockImplementation((async ({ tabId }: { tabId: number }) =>
    tabId === 1 ? LISTED : later) as never);
  await sweepOpenTabs();
  expect((await worker.kept()).flags).toEqual(before.flags);
  await sweepTab(later.tabId);
  expect((await worker.kept()).flags.length).toBe(before.flags.length + 1);
});

test('a worker that ends before it was told leaves the next one to know of the update', async () => {
  const before = await used();
  vi.resetModules();
  await fakeBrowser.storage.session.clear();
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '1.1' } as never);
  const ended = await import('../../../entrypoints/background/session-start.ts');
  // Its second never passes: what it would note then would come upon a later test.
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  ended.listenToStart();
  void ended.isUpdated();
  await vi.advanceTimersByTimeAsync(5);
  vi.useRealTimers();
  const worker = await newSession('1.1', OPEN);
  expect((await worker.kept()).flags).toEqual(before.flags);
});

test.each([
  ['the start of the browser', '1.0', start],
  ['an update that waited for it', '1.1', start],
  ['being switched on again', '1.0', () => undefined],
])('after %s they are visits, and what was ignored until then is not', async (_, version, tell) => {
  const before = await used();
  const worker = await newSession(version, [LISTED], tell);
  expect((await worker.kept()).flags.length).toBe(before.flags.length + 1);
  expect(await ignored()).toEqual([]);
});
