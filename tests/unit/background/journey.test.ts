import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { soon } from '../../fixtures/soon.ts';

beforeEach(() => {
  vi.resetModules();
  fakeBrowser.reset();
  vi.stubGlobal('browser', fakeBrowser);
  vi.stubGlobal('chrome', fakeBrowser);
  vi.stubGlobal('navigator', { locks: { request: (_name: string, work: () => unknown) => work() } });
});

const moved = (tabId: number) => ({ kind: 'inPage', tabId, key: `${tabId}`, url: 'https://a.example/' });

test('what is owed is settled one by one: a worker that ends on the way leaves the next one less to do', async () => {
  const last = { kind: 'elsewhere', tabId: 9, why: 'not the web', url: 'about:blank' };
  const set = fakeBrowser.storage.session.set;
  await set({ pseudonym: 'p', owed: [moved(1), moved(2), last] });
  vi.spyOn(fakeBrowser.storage.session, 'set').mockImplementation((values: object) =>
    'tab:9' in values ? new Promise(() => undefined) : set(values as Record<string, unknown>),
  );
  const { payDebts } = await import('../../../entrypoints/background/journey.ts');
  void payDebts();
  await soon(async () => expect((await fakeBrowser.storage.session.get('owed')).owed).toEqual([last]));
});

test('what failed is told once and owed no more: a later worker would do it upon another page', async () => {
  vi.stubGlobal('fetch', async () => new Response('{}'));
  const { set } = fakeBrowser.storage.session;
  const view = (key: string) => ({ key, documentId: key, url: 'https://a.example/x', chain: [] });
  await fakeBrowser.storage.local.set({ settings: { language: 'en' } });
  await set({ pseudonym: 'p', owed: [moved(1), moved(2)], 'tab:1': view('1'), 'tab:2': view('2') });
  const refused = vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValueOnce(new Error('refused'));
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  try {
    const { payDebts, onNavigation } = await import('../../../entrypoints/background/journey.ts');
    await payDebts();
    const kept = await fakeBrowser.storage.session.get(null);
    expect(kept).toMatchObject({ owed: [], 'tab:2': { url: 'https://a.example/' } });
    expect(told.mock.calls.map(([error]) => String(error))).toEqual(['Error: refused']);
    const page = { kind: 'committed', frameId: 0, timeStamp: 1, documentId: 'new', url: 'about:blank' };
    const left = { ...page, transitionType: 'link', transitionQualifiers: [] };
    await onNavigation({ ...left, tabId: 2 });
    await soon(async () =>
      expect(await fakeBrowser.storage.session.get(null)).toMatchObject({
        owed: [],
        'tab:2': { elsewhere: 'not the web' },
      }),
    );
    expect(told).toHaveBeenCalledTimes(1);
  } finally {
    refused.mockRestore();
    told.mockRestore();
  }
});
