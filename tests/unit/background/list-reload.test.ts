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

test('a load that fails is told, and what the next loads serves', async () => {
  servePackage();
  const told = vi.spyOn(console, 'error').mockReturnValue();
  vi.spyOn(store, 'inUse')
    .mockRejectedValueOnce(new Error('no such thing'))
    .mockResolvedValueOnce({ state: EMPTY_STATE, list: null });
  await Promise.all([reloadEngine(), reloadEngine()]);
  expect(told).toHaveBeenCalledTimes(1);
  expect((await engine()).trouble).toBeNull();
});

test('after a load that fails nothing serves that was loaded before it', async () => {
  servePackage();
  vi.spyOn(console, 'error').mockReturnValue();
  const loads = vi.spyOn(store, 'inUse').mockResolvedValue({ state: EMPTY_STATE, list: null });
  await reloadEngine();
  const before = await engine();
  loads.mockRejectedValueOnce(new Error('no such thing'));
  await reloadEngine();
  expect(await engine()).not.toBe(before);
});
