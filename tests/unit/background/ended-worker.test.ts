import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { soon } from '../../fixtures/soon.ts';
import { builtPackage } from './built-package.ts';

interface Event {
  addListener(listener: Listener): void;
}
type Listener = (details: object) => unknown;

const servePackage = builtPackage();
/** Listeners by the name of their event. */
const listeners = new Map<string, Listener>();
const unhandled: unknown[] = [];
let told: unknown[][];

const EVENTS = {
  webNavigation: [
    'onCreatedNavigationTarget',
    'onBeforeNavigate',
    'onCommitted',
    'onErrorOccurred',
    'onCompleted',
    'onHistoryStateUpdated',
    'onReferenceFragmentUpdated',
  ],
  webRequest: ['onBeforeRequest', 'onBeforeRedirect', 'onHeadersReceived', 'onErrorOccurred'],
  tabs: ['onRemoved', 'onReplaced'],
} as const;

beforeEach(() => {
  vi.resetModules();
  fakeBrowser.reset();
  listeners.clear();
  unhandled.length = 0;
  for (const [api, events] of Object.entries(EVENTS)) {
    const there = fakeBrowser[api as keyof typeof EVENTS] as unknown as Record<string, Event>;
    for (const event of events) {
      vi.spyOn(there[event]!, 'addListener').mockImplementation((listener) => {
        listeners.set(`${api}.${event}`, listener);
      });
    }
  }
  servePackage();
  vi.stubGlobal('browser', fakeBrowser);
  vi.stubGlobal('chrome', fakeBrowser);
  vi.stubGlobal('navigator', { locks: { request: (_name: string, work: () => unknown) => work() } });
  vi.spyOn(console, 'debug').mockImplementation(() => undefined);
  told = vi.spyOn(console, 'error').mockImplementation(() => undefined).mock.calls;
});

// Other files share these modules: the worker that ended is none of theirs.
afterAll(() => vi.resetModules());

/** Lets a worker see one page of a tab, and the tab's end, while the browser answers every writing like this. */
async function pageWhile(answer: Error): Promise<void> {
  const seen = (reason: unknown) => unhandled.push(reason);
  const before = process.listeners('unhandledRejection');
  process.removeAllListeners('unhandledRejection');
  process.on('unhandledRejection', seen);
  const refused = vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValue(answer);
  try {
    const { listenToNavigation } = await import('../../../entrypoints/background/events.ts');
    listenToNavigation();
    const page = { tabId: 1, frameId: 0, url: 'about:blank', timeStamp: 1 };
    listeners.get('webNavigation.onCommitted')!({
      ...page,
      transitionType: 'link',
      transitionQualifiers: [],
    });
    (listeners.get('tabs.onRemoved') as unknown as (tabId: number) => void)(1);
    await soon(() => expect(refused).toHaveBeenCalled());
    await new Promise((later) => setTimeout(later, 50));
  } finally {
    // Other files share the fake browser.
    refused.mockRestore();
    process.off('unhandledRejection', seen);
    for (const listener of before) process.on('unhandledRejection', listener as never);
  }
}

test('a worker whose process is gone ends without a word', async () => {
  await pageWhile(new Error('No SW'));
  expect(unhandled).toEqual([]);
  expect(told).toEqual([]);
});

test('any other failure of the browser is told, and nothing is left unhandled', async () => {
  await pageWhile(new Error('QuotaExceeded'));
  expect(unhandled).toEqual([]);
  expect(told.map(([error]) => String(error))).toContain('Error: QuotaExceeded');
});
