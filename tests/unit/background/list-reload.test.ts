import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { engine, reloadEngine } from '../../../entrypoints/background/engine.ts';
import { store } from '../../../entrypoints/background/list-ports.ts';
import { StoreError } from '../../../utils/sync/list-database.ts';
import { EMPTY_STATE } from '../../../utils/sync/stored-list.ts';
import { builtPackage } from './built-package.ts';

const servePackage = builtPackage();

test('of two loads at once the one asked for later serves, however long the earlier takes', async () => {
  servePackage();
  vi.spyOn(console, 'error').mockReturnValue();
  vi.spyOn(store, 'inUse')
    .mockImplementationOnce(async () => {
      await new Promise((done) => setTimeout(done, 300));
      return { state: EMPTY_STATE, list: null };
    })
    .mockRejectedValueOnce(new StoreError('newer'));
  await Promise.all([reloadEngine(), reloadEngine()]);
  expect((await engine()).trouble).toBe('store newer');
});

test('a load that fails does not keep the next from serving', async () => {
  servePackage();
  vi.spyOn(store, 'inUse')
    .mockRejectedValueOnce(new Error('no such thing'))
    .mockResolvedValueOnce({ state: EMPTY_STATE, list: null });
  const [failed] = await Promise.allSettled([reloadEngine(), reloadEngine()]);
  expect(failed.status).toBe('rejected');
  expect((await engine()).trouble).toBeNull();
});
