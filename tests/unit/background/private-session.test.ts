import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { soon } from '../../fixtures/soon.ts';

const allowed = (incognito: boolean) => ({ host: 'a.com', since: '2026-11-20T10:00:00.000Z', incognito });

beforeEach(async () => {
  vi.resetModules();
  fakeBrowser.reset();
  vi.stubGlobal('browser', fakeBrowser);
  vi.stubGlobal('chrome', fakeBrowser);
  await fakeBrowser.storage.session.set({
    pseudonym: 'p',
    allowed: [allowed(true), allowed(false)],
    carded: ['private a.com', 'a.com'],
  });
});

test('what a private window allowed and saw holds while one is open, and no longer', async () => {
  const { endPrivateSessions } = await import('../../../entrypoints/background/private-session.ts');
  const open = await fakeBrowser.windows.create({ incognito: true });
  await fakeBrowser.windows.create({ incognito: true });
  endPrivateSessions();
  const kept = () => fakeBrowser.storage.session.get(['allowed', 'carded']);
  const before = await kept();
  await fakeBrowser.windows.remove(open!.id!);
  expect(await kept()).toEqual(before);
  for (const { id } of await fakeBrowser.windows.getAll()) await fakeBrowser.windows.remove(id!);
  await soon(async () => expect(await kept()).toEqual({ allowed: [allowed(false)], carded: ['a.com'] }));
});

test('a window that is closed is asked after only where there is something to end', async () => {
  await fakeBrowser.storage.session.set({ allowed: [allowed(false)], carded: ['a.com'] });
  const asked = vi.spyOn(fakeBrowser.windows, 'getAll');
  const { endPrivateSession } = await import('../../../entrypoints/background/private-session.ts');
  await endPrivateSession();
  expect(asked).not.toHaveBeenCalled();
  asked.mockRestore();
});

test('what an earlier worker did not live to end is ended at the start', async () => {
  const { endPrivateSessions } = await import('../../../entrypoints/background/private-session.ts');
  endPrivateSessions();
  await soon(async () =>
    expect(await fakeBrowser.storage.session.get(['allowed', 'carded'])).toEqual({
      allowed: [allowed(false)],
      carded: ['a.com'],
    }),
  );
});
