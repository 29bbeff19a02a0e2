import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { soon } from '../../fixtures/soon.ts';

const kept = async () => (await fakeBrowser.storage.session.get('popupFacts')).popupFacts;

beforeEach(() => {
  vi.resetModules();
  fakeBrowser.reset();
  vi.stubGlobal('browser', fakeBrowser);
  vi.stubGlobal('chrome', fakeBrowser);
});

test('what the popup says besides its page is kept from the start, and follows the settings', async () => {
  const { keepPopupFacts } = await import('../../../entrypoints/background/popup-facts.ts');
  const failed = vi.spyOn(console, 'error');
  keepPopupFacts();
  await soon(async () =>
    expect(await kept()).toEqual({
      recording: { mode: 'undecided', locked: false },
      policy: { managed: false, foreignList: false, support: null },
    }),
  );
  const address = 'https://lists.example/';
  await fakeBrowser.storage.local.set({ settings: { recording: 'paused', listAddress: address } });
  await soon(async () =>
    expect(await kept()).toEqual({
      recording: { mode: 'paused', locked: false },
      policy: { managed: false, foreignList: true, support: null },
    }),
  );
  expect(failed).not.toHaveBeenCalled();
  failed.mockRestore();
});

test('what has not changed is not written again: open popups would ask twice', async () => {
  const { keepPopupFacts } = await import('../../../entrypoints/background/popup-facts.ts');
  keepPopupFacts();
  await soon(async () => expect(await kept()).toBeDefined());
  const set = vi.spyOn(fakeBrowser.storage.session, 'set');
  keepPopupFacts();
  await new Promise((done) => setTimeout(done, 50));
  expect(set.mock.calls.filter(([items]) => 'popupFacts' in items)).toEqual([]);
});
