import 'fake-indexeddb/auto';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Host, parseHost } from '../../../utils/domain/host.ts';
import { readContents } from '../../../utils/list/container.ts';
import { writePointer } from '../../../utils/list/manifest.ts';
import { writePublicKey } from '../../../utils/list/minisign.ts';
import { soon } from '../../fixtures/soon.ts';
import { KEY, STRANGER } from '../sync/publisher.ts';
import { builtPackage } from './built-package.ts';
import { STORED, storedDevice } from './stored-device.ts';

const servePackage = builtPackage();
const OKX = parseHost('https://okx.com/') as Host;
const ADDRESS = 'https://lists.test/ensign/';
let told: unknown[][];

beforeEach(async () => {
  vi.resetModules();
  fakeBrowser.reset();
  vi.stubGlobal('browser', fakeBrowser);
  vi.stubGlobal('chrome', fakeBrowser);
  servePackage();
  told = vi.spyOn(console, 'error').mockReturnValue().mock.calls;
  const { BUNDLED_VERSION } = await import('../../../entrypoints/background/list-build.ts');
  await storedDevice(BUNDLED_VERSION + 1);
  const { engine } = await import('../../../entrypoints/background/engine.ts');
  expect((await engine()).sha256).toBe(STORED);
});

// Other files share these modules: what was held of them is none of theirs.
afterAll(() => {
  vi.resetModules();
  fakeBrowser.reset();
});

async function worker() {
  return {
    ...(await import('../../../entrypoints/background/engine.ts')),
    ...(await import('../../../entrypoints/background/list-choice.ts')),
    ...(await import('../../../entrypoints/background/list-ports.ts')),
    ...(await import('../../../entrypoints/background/list-sync.ts')),
    ...(await import('../../../utils/sync/list-database.ts')),
  };
}

/** A host whose list is the very one that is stored, asked a moment ago. */
async function hostWithNothingNew() {
  const { engine, memory, ports, setListSource } = await worker();
  const { version } = (await engine()).stored!;
  const asked = vi.spyOn(ports, 'fetch').mockImplementation(async () => {
    const pointer = writePointer({ format: 1, version, keys: [KEY.keyId] });
    return new Response(pointer, { headers: { 'content-type': 'application/json' } });
  });
  expect(await setListSource({ address: ADDRESS })).toBeNull();
  const now = Date.now();
  const schedule = { lastTryAt: now, lastSuccessAt: now, failures: 0, notBefore: now + 3_600_000 };
  await memory.write({ ...(await memory.read()), schedule });
  return asked;
}

/** Lets the next fetches of a file of the package end like this. */
function nextFetches(file: string, ...ends: ((whole: Response) => Promise<Response>)[]): void {
  const real = globalThis.fetch;
  vi.stubGlobal('fetch', async (path: string) => {
    const end = path.endsWith(file) ? ends.shift() : undefined;
    return end ? end(await real(path)) : real(path);
  });
}

async function failing(): Promise<never> {
  // Later than the list is read.
  await new Promise((done) => setTimeout(done, 100));
  throw new TypeError('Failed to fetch');
}

test('a store that fails once keeps the stored list out of use no longer than a minute', async () => {
  const { engine, reloadEngine, store, StoreError } = await worker();
  vi.mocked(store.inUse).mockRejectedValueOnce(new StoreError('blocked'));
  await reloadEngine();
  expect(await engine()).toMatchObject({ stored: null, trouble: 'store blocked' });
  const later = Date.now() + 61_000;
  vi.spyOn(Date, 'now').mockReturnValue(later);
  await soon(async () => expect(await engine()).toMatchObject({ sha256: STORED, trouble: null }));
});

test('what cannot be read as long is tried anew once a minute, not at every question', async () => {
  const { engine, reloadEngine, store, StoreError } = await worker();
  vi.mocked(store.inUse).mockClear().mockRejectedValue(new StoreError('unreadable'));
  await reloadEngine();
  for (let asked = 0; asked < 5; asked++) await engine();
  await reloadEngine();
  expect(store.inUse).toHaveBeenCalledTimes(2);
});

test('a wake reads a store that failed once anew, and asks no host for it', async () => {
  const { engine, keepListCurrent, reloadEngine, store, StoreError } = await worker();
  const asked = await hostWithNothingNew();
  vi.mocked(store.inUse).mockRejectedValueOnce(new StoreError('unreadable'));
  await reloadEngine();
  keepListCurrent();
  await soon(async () => expect(await engine()).toMatchObject({ sha256: STORED, trouble: null }));
  await soon(async () => expect(await fakeBrowser.alarms.get('list-sync')).toBeDefined());
  expect(asked).not.toHaveBeenCalled();
});

test('a wake that finds the store blocked still tries for the list, asks no host, and says why', async () => {
  const { keepListCurrent, memory, reloadEngine, store, StoreError } = await worker();
  const asked = await hostWithNothingNew();
  for (const method of [store.inUse, store.contents]) {
    vi.mocked(method).mockRejectedValue(new StoreError('blocked'));
  }
  await reloadEngine();
  keepListCurrent();
  const outcome = async () => (await memory.read()).lastTry?.outcome;
  await soon(async () => expect(await outcome()).toMatchObject({ fault: 'blocked' }));
  expect(asked).not.toHaveBeenCalled();
});

test('a host that has nothing new lets the stored list serve again', async () => {
  const { engine, reloadEngine, store, StoreError, updateList } = await worker();
  await hostWithNothingNew();
  vi.mocked(store.inUse).mockRejectedValueOnce(new StoreError('unreadable'));
  await reloadEngine();
  expect((await engine()).trouble).toBe('store unreadable');
  expect(await updateList()).toMatchObject({ kind: 'already current' });
  expect(await engine()).toMatchObject({ sha256: STORED, trouble: null });
});

test('tables of the package that could not be fetched are fetched again, and are no fault of the stored list', async () => {
  vi.resetModules();
  nextFetches('/lookalike/tables.bin', failing);
  await storedDevice(1_000_000);
  const { engine } = await worker();
  expect(told).toEqual([]);
  expect(await engine()).toMatchObject({ sha256: STORED, trouble: null });
});

test('tables that could not be fetched twice are fetched for who asks next', async () => {
  vi.resetModules();
  nextFetches('/lookalike/tables.bin', failing, failing);
  await storedDevice(1_000_000);
  const { engine } = await worker();
  expect(told).toHaveLength(1);
  expect(await engine()).toMatchObject({ sha256: STORED, trouble: null });
});

test('a list whose bytes fail once gives way to the bundled one, and serves again', async () => {
  const { engine, judge } = await worker();
  const loaded = await engine();
  vi.spyOn(loaded.list, 'find').mockRejectedValueOnce(new DOMException('gone', 'NotReadableError'));
  expect((await judge(loaded, OKX)).findings).not.toEqual([]);
  expect(await engine()).toMatchObject({ stored: null, trouble: 'stored list broken' });
  const later = Date.now() + 61_000;
  vi.spyOn(Date, 'now').mockReturnValue(later);
  await soon(async () => expect(await engine()).toMatchObject({ sha256: STORED, trouble: null }));
});

test('a list whose bytes fail again is not read anew every minute', async () => {
  const { engine, judge } = await worker();
  let now = Date.now();
  vi.spyOn(Date, 'now').mockImplementation(() => now);
  for (let times = 0; times < 2; times++) {
    now += 61_000;
    await soon(async () => expect(await engine()).toMatchObject({ sha256: STORED }));
    const loaded = await engine();
    vi.spyOn(loaded.list, 'find').mockRejectedValueOnce(new DOMException('gone', 'NotReadableError'));
    await judge(loaded, OKX);
  }
  now += 3_600_000;
  await engine();
  await new Promise((done) => setTimeout(done, 300));
  expect(await engine()).toMatchObject({ stored: null, trouble: 'stored list broken' });
});

test('a list that was replaced while its bytes failed does not bring the bundled one in the place of the later', async () => {
  const { engine, judge, reloadEngine } = await worker();
  const earlier = await engine();
  vi.spyOn(earlier.list, 'find').mockRejectedValueOnce(new DOMException('gone', 'NotReadableError'));
  await reloadEngine();
  expect((await judge(earlier, OKX)).findings).not.toEqual([]);
  expect(await engine()).toMatchObject({ sha256: STORED, trouble: null });
});

test('a bundled list that could not be read in the place of another is no list for who asks next', async () => {
  const { engine, judge } = await worker();
  const loaded = await engine();
  const gone = new DOMException('gone', 'NotReadableError');
  vi.spyOn(loaded.list, 'find').mockRejectedValue(gone);
  nextFetches('/list/bundled.bin', async (whole) => {
    const bytes = await whole.arrayBuffer();
    return new Response(bytes.slice(0, readContents(new Uint8Array(bytes)).headLength));
  });
  await expect(judge(loaded, OKX)).rejects.toThrow();
  expect((await judge(await engine(), OKX)).findings).not.toEqual([]);
});

test('a key taken away takes its list out of use though loading another fails at first', async () => {
  const { engine, setListSource, store } = await worker();
  await setListSource({ keys: [writePublicKey(KEY)] });
  vi.mocked(store.inUse).mockRejectedValueOnce(new Error('no such thing'));
  expect(await setListSource({ keys: [writePublicKey(STRANGER)] })).toBeNull();
  expect(await engine()).toMatchObject({ stored: null, trouble: 'key no longer trusted' });
  expect(told.map(String).join()).toContain('no such thing');
});

test('a key taken away takes its list out of use though nothing can be noted', async () => {
  const { engine, memory, setListSource } = await worker();
  await setListSource({ keys: [writePublicKey(KEY)] });
  vi.spyOn(memory, 'write').mockRejectedValue(new Error('QuotaExceededError'));
  expect(await setListSource({ keys: [writePublicKey(STRANGER)] })).toBeNull();
  expect((await engine()).trouble).toBe('key no longer trusted');
});

test('a key taken away takes its list out of use though what was noted cannot be read', async () => {
  const { engine, memory, setListSource } = await worker();
  await setListSource({ keys: [writePublicKey(KEY)] });
  vi.spyOn(memory, 'read').mockRejectedValueOnce(new Error('storage is not ready'));
  expect(await setListSource({ keys: [writePublicKey(STRANGER)] })).toBeNull();
  expect((await engine()).trouble).toBe('key no longer trusted');
});

test('going back is done though open pages could not be told, or the list not loaded at once', async () => {
  const { engine, goBackTo, store } = await worker();
  vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValueOnce(new Error('session store full'));
  expect(await goBackTo(null)).toBe('done');
  expect((await engine()).stored).toBeNull();
  vi.mocked(store.inUse).mockRejectedValueOnce(new Error('no such thing'));
  expect(await goBackTo(STORED)).toBe('done');
  expect((await engine()).sha256).toBe(STORED);
});

test('a wake that fails before it has set an alarm sets one', async () => {
  const { keepListCurrent, memory } = await worker();
  await hostWithNothingNew();
  const read = vi.spyOn(memory, 'read').mockRejectedValueOnce(new Error('storage is not ready'));
  keepListCurrent();
  const alarm = await soon(async () => {
    const set = await fakeBrowser.alarms.get('list-sync');
    expect(set).toBeDefined();
    return set!;
  });
  expect(alarm.scheduledTime).toBeLessThan(Date.now() + 600_000);
  expect(read).toHaveBeenCalled();
});

test('a sync is told as it ended though the schedule could not be read after it', async () => {
  const { memory, updateList } = await worker();
  const asked = await hostWithNothingNew();
  const real = memory.read;
  vi.spyOn(memory, 'read').mockImplementation(async () => {
    if (asked.mock.calls.length > 0) throw new Error('storage is not ready');
    return real();
  });
  expect(await updateList()).toMatchObject({ kind: 'already current' });
  expect(await fakeBrowser.alarms.get('list-sync')).toBeDefined();
});
