import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Warning } from '../../../entrypoints/background/tab-state.ts';
import type { Visit } from '../../../utils/navigation/decision.ts';
import { soon } from '../../fixtures/soon.ts';
import { builtPackage } from './built-package.ts';

export const HOST = 'coinbsae.com';
export const URL_OF = `http://${HOST}/`;

export const warning = (change: Partial<Warning> = {}): Warning => ({
  key: 'warning 1',
  url: URL_OF,
  verdict: {
    tier: 'danger',
    host: { ascii: HOST, unicode: HOST, registrable: HOST },
    findings: [],
    ignored: [],
    list: { version: 1, issued: '2026-11-20' },
  },
  incognito: false,
  at: 0,
  stopped: 'in place of the page',
  chain: [],
  committed: false,
  arrived: false,
  continued: false,
  left: false,
  action: 'shown',
  ...change,
});

export const visitOf = (key: string, change: Partial<Visit> = {}): Visit => ({
  kind: 'visit',
  tabId: 1,
  key,
  documentId: key,
  url: `${URL_OF}${key}`,
  at: 1,
  how: 'link',
  chain: [{ url: `${URL_OF}${key}`, by: 'asked' }],
  askedFor: `${URL_OF}${key}`,
  ...change,
});

/** Waits until the browser session keeps this: a visit is kept soon, not at once. */
export async function expectKept(values: Record<string, unknown>): Promise<void> {
  await soon(async () => expect(await fakeBrowser.storage.session.get(null)).toMatchObject(values));
}

/** A worker that finds this in its session. */
export async function worker(warned: Warning) {
  fakeBrowser.reset();
  await fakeBrowser.storage.local.set({ settings: { language: 'en' } });
  await fakeBrowser.storage.session.set({ pseudonym: 'p', warnings: { 1: [warned] } });
  return nextWorker();
}

/** The one after it was ended. */
export async function nextWorker() {
  vi.resetModules();
  const { visit } = await import('../../../entrypoints/background/tab-document.ts');
  const { leaveWarning } = await import('../../../entrypoints/background/warning-model.ts');
  const { session } = await import('../../../entrypoints/background/session.ts');
  const { lastWarning, warningAddress } = await import('../../../entrypoints/background/tab-warnings.ts');
  const state = await session();
  /** The page of the tab's last warning. */
  const page = () =>
    ({ kind: 'surface', tabId: 1, url: warningAddress(lastWarning(state, 1) ?? { key: '' }) }) as const;
  return { visit, leaveWarning, state, page };
}

/** Gives each test a browser that keeps copies, and a package to read. */
export function warnedTabs(): void {
  const servePackage = builtPackage();

  beforeEach(() => {
    vi.stubGlobal('browser', fakeBrowser);
    vi.stubGlobal('chrome', fakeBrowser);
    vi.stubGlobal('navigator', { locks: { request: (_name: string, work: () => unknown) => work() } });
    servePackage();
    vi.stubGlobal('indexedDB', new IDBFactory());
    // A browser keeps copies: what a worker changes and does not keep is not there for the next one.
    const { get, set } = fakeBrowser.storage.session;
    vi.spyOn(fakeBrowser.storage.session, 'get').mockImplementation((async (keys: null) =>
      structuredClone(await get(keys))) as never);
    vi.spyOn(fakeBrowser.storage.session, 'set').mockImplementation((values: object) =>
      set(structuredClone(values) as Record<string, unknown>),
    );
    vi.spyOn(fakeBrowser.tabs, 'get').mockResolvedValue({ incognito: false } as never);
  });
}
