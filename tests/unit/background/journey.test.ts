import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

test('what is owed is settled one by one: a worker that ends on the way leaves the next one less to do', async () => {
  vi.resetModules();
  fakeBrowser.reset();
  vi.stubGlobal('browser', fakeBrowser);
  vi.stubGlobal('chrome', fakeBrowser);
  vi.stubGlobal('navigator', { locks: { request: (_name: string, work: () => unknown) => work() } });
  const moved = (tabId: number) => ({ kind: 'inPage', tabId, key: `${tabId}`, url: 'https://a.example/' });
  const last = { kind: 'elsewhere', tabId: 9, why: 'not the web', url: 'about:blank' };
  const set = fakeBrowser.storage.session.set;
  await set({ pseudonym: 'p', owed: [moved(1), moved(2), last] });
  vi.spyOn(fakeBrowser.storage.session, 'set').mockImplementation((values: object) =>
    'tab:9' in values ? new Promise(() => undefined) : set(values as Record<string, unknown>),
  );
  const { payDebts } = await import('../../../entrypoints/background/journey.ts');
  void payDebts();
  await vi.waitFor(async () => expect((await fakeBrowser.storage.session.get('owed')).owed).toEqual([last]));
});
