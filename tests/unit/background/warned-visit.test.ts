import 'fake-indexeddb/auto';
import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { expectKept, HOST, nextWorker, URL_OF, visitOf, warnedTabs, warning, worker } from './warned-tab.ts';

warnedTabs();

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
