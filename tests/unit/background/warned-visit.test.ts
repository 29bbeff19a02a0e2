import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { TabDocument, Warning } from '../../../entrypoints/background/tab-state.ts';
import type { Visit } from '../../../utils/navigation/decision.ts';
import { builtPackage } from './built-package.ts';

const servePackage = builtPackage();

const HOST = 'coinbsae.com';
const URL_OF = `http://${HOST}/`;

const warning = (change: Partial<Warning> = {}): Warning => ({
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

const visitOf = (key: string, change: Partial<Visit> = {}): Visit => ({
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
async function expectKept(values: Record<string, unknown>): Promise<void> {
  await vi.waitFor(async () => expect(await fakeBrowser.storage.session.get(null)).toMatchObject(values));
}

/** A worker that finds this in its session. */
async function worker(warned: Warning) {
  fakeBrowser.reset();
  await fakeBrowser.storage.local.set({ settings: { language: 'en' } });
  await fakeBrowser.storage.session.set({ pseudonym: 'p', warnings: { 1: [warned] } });
  return nextWorker();
}

/** The one after it was ended. */
async function nextWorker() {
  vi.resetModules();
  const { visit } = await import('../../../entrypoints/background/tab-document.ts');
  const { leaveWarning } = await import('../../../entrypoints/background/warning-model.ts');
  const { session } = await import('../../../entrypoints/background/tab-state.ts');
  const { lastWarning, warningAddress } = await import('../../../entrypoints/background/tab-warnings.ts');
  const state = await session();
  /** The page of the tab's last warning. */
  const page = () =>
    ({ kind: 'surface', tabId: 1, url: warningAddress(lastWarning(state, 1) ?? { key: '' }) }) as const;
  return { visit, leaveWarning, state, page };
}

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

describe('a visit after a warning', () => {
  test('shares its flag once, whatever worker comes to the next one', async () => {
    const first = await worker(warning({ continued: true }));
    await first.visit(first.state, visitOf('a'));
    await expectKept({ 'tab:1': { flagKey: 'warning 1' }, warnings: { 1: [{ left: true }] } });
    const second = await nextWorker();
    await second.visit(second.state, visitOf('b'));
    await expectKept({ 'tab:1': { flagKey: 'b' } });
  });

  test('that came before it took its place is known to the worker that answers Leave', async () => {
    const first = await worker(warning());
    await first.visit(first.state, visitOf('a'));
    const second = await nextWorker();
    expect(await second.leaveWarning(second.page())).toBe(true);
  });

  test('once it was left, has a flag of its own', async () => {
    const { visit, leaveWarning, state, page } = await worker(warning());
    expect(await leaveWarning(page())).toBe(false);
    await visit(state, visitOf('a'));
    await expectKept({ 'tab:1': { flagKey: 'a' }, warnings: { 1: [{ left: true }] } });
  });

  test('to the same address is warned of anew once the warning was left, however soon', async () => {
    const { leaveWarning, state, page } = await worker(warning({ at: Date.now() }));
    const { isUnderWay } = await import('../../../entrypoints/background/warning.ts');
    expect(isUnderWay(state, 1, URL_OF)).toBe(true);
    await leaveWarning(page());
    expect(isUnderWay(state, 1, URL_OF)).toBe(false);
  });

  test('of another host has a flag of its own, and the warning stays', async () => {
    const { visit, state } = await worker(warning({ continued: true }));
    await visit(state, visitOf('a', { url: 'http://other.example/' }));
    await expectKept({ 'tab:1': { flagKey: 'a' }, warnings: { 1: [{ continued: true }] } });
  });
});

describe('going on past a warning', () => {
  test('in a private window holds there alone, and is shown nowhere', async () => {
    const { state, page } = await worker(warning({ incognito: true }));
    const { allowOnce } = await import('../../../entrypoints/background/warning-model.ts');
    const { isAllowed } = await import('../../../entrypoints/background/warning.ts');
    await allowOnce(page());
    expect(isAllowed(state, warning().verdict, true)).toBe(true);
    expect(isAllowed(state, warning().verdict, false)).toBe(false);
    state.warnings[1] = [warning()];
    await allowOnce(page());
    await allowOnce(page());
    expect(state.allowed.map(({ host, incognito }) => [host, incognito])).toEqual([
      [HOST, true],
      [HOST, false],
    ]);
    vi.spyOn(fakeBrowser.commands, 'getAll').mockResolvedValue([] as never);
    vi.stubGlobal('navigator', { ...navigator, storage: { estimate: async () => ({}) } });
    const { optionsModel } = await import('../../../entrypoints/background/options-model.ts');
    const { allowed } = await optionsModel();
    expect(allowed).toEqual([{ host: HOST, since: expect.any(String) }]);
  });
});

test('a history that takes no note holds up neither Continue nor Leave', async () => {
  const { leaveWarning, state, page } = await worker(warning());
  await fakeBrowser.storage.local.set({ settings: { language: 'en', recording: 'on' } });
  const { allowOnce } = await import('../../../entrypoints/background/warning-model.ts');
  vi.stubGlobal('indexedDB', {
    open: () => {
      throw new Error('refused');
    },
  });
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await allowOnce(page());
  expect(state.allowed).toMatchObject([{ host: HOST }]);
  expect(await leaveWarning(page())).toBe(false);
  expect(told).toHaveBeenCalledTimes(2);
});

test('a card seen in a private window is one of that window', async () => {
  const { visit, state } = await worker(warning());
  await visit(state, visitOf('a', { url: 'https://okx.com/', askedFor: 'https://okx.com/' }));
  const view = state.tabs[1] as TabDocument;
  const { noteCardSeen } = await import('../../../entrypoints/background/in-page.ts');
  const { cardName } = await import('../../../entrypoints/background/inject.ts');
  const page = { kind: 'content', tabId: 1, url: view.url, incognito: true, documentId: 'a' } as const;
  view.incognito = true;
  await noteCardSeen(page);
  const seen = (incognito: boolean) => state.carded.includes(cardName({ verdict: view.verdict!, incognito }));
  expect([seen(true), seen(false)]).toEqual([true, false]);
});

describe('from a script in a page', () => {
  const sender = (url: string, documentId: string | null) =>
    ({ kind: 'content', tabId: 1, url, incognito: false, documentId }) as const;

  test('the card is answered on the document it was put on alone', async () => {
    const { visit, state } = await worker(warning());
    await visit(state, visitOf('a'));
    const { cardOf } = await import('../../../entrypoints/background/in-page.ts');
    expect(await cardOf(sender(URL_OF, 'a'))).not.toBeNull();
    expect(await cardOf(sender(URL_OF, 'b'))).toBeNull();
    expect(await cardOf(sender('http://other.example/', null))).toBeNull();
  });

  describe('what lies over a page', () => {
    const finding = { kind: 'reported', name: HOST, source: 's', firstSeen: null, tier: 'danger' };
    const verdict = { ...warning().verdict, findings: [finding as never] };

    afterEach(() => {
      vi.unstubAllEnvs();
      vi.resetModules();
    });

    test('goes on past a warning of its own host alone', async () => {
      const { state } = await worker(warning({ verdict, incognito: true }));
      const { allowFromOverlay, overlayOf } = await import('../../../entrypoints/background/in-page.ts');
      const other = sender('http://other.example/', null);
      expect(await overlayOf(other)).toBeNull();
      await allowFromOverlay(other);
      expect(state.allowed).toEqual([]);
      expect(await overlayOf(sender(URL_OF, null))).toMatchObject({ model: { host: { ascii: HOST } } });
      await allowFromOverlay(sender(URL_OF, null));
      expect(state.allowed).toMatchObject([{ host: HOST, incognito: true }]);
    });

    test.each([
      ['a plain window', 'chrome', false],
      ['a plain window of Firefox', 'firefox', false],
      ['a private window of Firefox', 'firefox', true],
    ])(
      'is nothing in %s: no page goes on by itself past the warning in its place',
      async (_what, name, incognito) => {
        vi.stubEnv('BROWSER', name);
        const { state } = await worker(warning({ verdict, incognito }));
        const { allowFromOverlay, overlayOf } = await import('../../../entrypoints/background/in-page.ts');
        expect(await overlayOf(sender(URL_OF, null))).toBeNull();
        await allowFromOverlay(sender(URL_OF, null));
        expect(state.allowed).toEqual([]);
        expect(state.warnings[1]).toMatchObject([{ continued: false }]);
      },
    );
  });
});

describe('what Firefox holds back', () => {
  const request = { tabId: 1, url: URL_OF, incognito: false } as never;

  test.each(['tabs', 'storage'])('does not leave where the browser refuses the %s', async (what) => {
    await worker(warning({ url: 'http://other.example/' }));
    const tabs = vi.spyOn(fakeBrowser.tabs, 'update').mockResolvedValue({} as never);
    const storage = vi.spyOn(fakeBrowser.storage.session, 'set');
    (what === 'tabs' ? tabs : storage).mockRejectedValue(new Error('refused'));
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    try {
      const { stopOrPass } = await import('../../../entrypoints/background/stop-request.ts');
      expect(await stopOrPass(request)).toEqual({ cancel: true });
      expect(told.mock.calls.map(([error]) => String(error))).toContain('Error: refused');
    } finally {
      tabs.mockRestore();
      storage.mockRestore();
      told.mockRestore();
    }
  });

  test.each([
    ['of the site that its tab shows, leaves the site behind too when it is left', URL_OF, true],
    ['of another site, leaves one page behind', 'http://start.example/', false],
  ])('a warning %s', async (_what, before, committed) => {
    const { visit, leaveWarning, state, page } = await worker(warning({ left: true }));
    vi.spyOn(fakeBrowser.tabs, 'update').mockResolvedValue({} as never);
    await visit(state, visitOf('a', { url: before }));
    const { stopOrPass } = await import('../../../entrypoints/background/stop-request.ts');
    expect(await stopOrPass(request)).toEqual({ cancel: true });
    expect(await leaveWarning(page())).toBe(committed);
  });

  test('is held however long its address is', async () => {
    await worker(warning({ url: 'http://other.example/' }));
    const opened = vi.spyOn(fakeBrowser.tabs, 'update').mockResolvedValue({} as never);
    try {
      const { stopOrPass } = await import('../../../entrypoints/background/stop-request.ts');
      const long = { tabId: 1, url: `${URL_OF}?${'a'.repeat(100_000)}`, incognito: false } as never;
      expect(await stopOrPass(long)).toEqual({ cancel: true });
      expect(opened).toHaveBeenCalledOnce();
      const plain = { tabId: 1, url: 'http://www.wikipedia.org/', incognito: false } as never;
      expect(await stopOrPass(plain)).toEqual({});
    } finally {
      opened.mockRestore();
    }
  });
});
