import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { SETTINGS_KEY } from '../../../utils/settings/stored-keys.ts';

const { local, managed } = fakeBrowser.storage as unknown as Record<
  'local' | 'managed',
  { get(keys: unknown): Promise<Record<string, unknown>>; set(items: object): Promise<void> }
>;
const readLocal = local.get;

/** The store as a worker that just started has it. */
async function newStore() {
  vi.resetModules();
  vi.stubGlobal('browser', fakeBrowser);
  vi.stubGlobal('chrome', { runtime: { id: 'ensign' } });
  return import('../../../utils/settings/store.ts');
}

beforeEach(() => {
  fakeBrowser.reset();
  local.get = readLocal;
  managed.get = async () => ({});
});

test('settings and policy are read once, and again after a change by anybody', async () => {
  const { readInForce, readSettings } = await newStore();
  await local.set({ [SETTINGS_KEY]: { theme: 'dark' } });
  let reads = 0;
  managed.get = async () => {
    reads += 1;
    return { recording: 'off' };
  };
  expect((await readInForce()).settings).toMatchObject({ theme: 'dark', recording: 'off' });
  await Promise.all([readInForce(), readSettings()]);
  const before = reads;
  await readSettings();
  expect(reads).toBe(before);
  await local.set({ [SETTINGS_KEY]: { theme: 'light' } });
  expect((await readInForce()).chosen).toMatchObject({ theme: 'light', recording: 'undecided' });
});

test('what was changed here is in force at once', async () => {
  vi.stubGlobal('navigator', { locks: { request: (_name: string, work: () => unknown) => work() } });
  const { changeSettings, readSettings } = await newStore();
  await readSettings();
  expect(await changeSettings(() => ({ retentionDays: 30 }))).toMatchObject({ retentionDays: 30 });
  expect(await readSettings()).toMatchObject({ retentionDays: 30 });
});

test('what could not be read is read again by the next who asks', async () => {
  const { readSettings } = await newStore();
  local.get = () => Promise.reject(new Error('no storage'));
  await expect(readSettings()).rejects.toThrow('no storage');
  local.get = readLocal;
  expect(await readSettings()).toMatchObject({ recording: 'undecided' });
});
