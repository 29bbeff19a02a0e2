import 'fake-indexeddb/auto';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { encodeSnapshot } from '../../../utils/list/encode.ts';
import { LOOKALIKE_SECTION } from '../../../utils/list/layout.ts';
import { openSnapshot } from '../../../utils/list/lookup.ts';
import { writePublicKey } from '../../../utils/list/minisign.ts';
import { POINTER_PATH } from '../../../utils/list/publication-paths.ts';
import type { SigningKey } from '../../../utils/list/signature.ts';
import { soon } from '../../fixtures/soon.ts';
import { contents, DAY, KEY, publishBytes, STRANGER, type Version } from '../sync/publisher.ts';
import { builtPackage } from './built-package.ts';

const servePackage = builtPackage();
const FIRST = 'https://first.test/ensign/';
const SECOND = 'https://second.test/ensign/';
const HOUR = 3_600_000;

/** What each address answers, by the path under it. */
const hosts: Record<string, (path: string) => Promise<Response>> = {};
/** Addresses in the order they were asked for their pointer. */
const asked: string[] = [];
/** SHA-256 of the lists that were put in use. */
const served: unknown[] = [];

beforeEach(async () => {
  vi.resetModules();
  fakeBrowser.reset();
  vi.stubGlobal('browser', fakeBrowser);
  vi.stubGlobal('chrome', fakeBrowser);
  vi.stubGlobal('navigator', { onLine: true, locks: { request: newLocks() } });
  servePackage();
  vi.spyOn(console, 'error').mockReturnValue();
  asked.length = 0;
  served.length = 0;
  const { set } = fakeBrowser.storage.session;
  vi.spyOn(fakeBrowser.storage.session, 'set').mockImplementation((items) => {
    served.push(...Object.values(items));
    return set(items);
  });
  const { ports } = await worker();
  vi.spyOn(ports, 'fetch').mockImplementation(async (url) => {
    const address = [FIRST, SECOND].find((each) => url.startsWith(each))!;
    const path = url.slice(address.length);
    if (path === POINTER_PATH) asked.push(address);
    return hosts[address]!(path);
  });
});

afterEach(async () => (await worker()).store.rebuild());

// Other files share these modules: what was held of them is none of theirs.
afterAll(() => {
  vi.resetModules();
  fakeBrowser.reset();
});

async function worker() {
  return {
    ...(await import('../../../entrypoints/background/engine.ts')),
    ...(await import('../../../entrypoints/background/list-ports.ts')),
    ...(await import('../../../entrypoints/background/list-sync.ts')),
    ...(await import('../../../utils/settings/store.ts')),
  };
}

/** Locks as a browser has them, of those that are asked for here. */
function newLocks() {
  const held = new Map<string, Promise<unknown>>();
  return async (name: string, ...rest: unknown[]) => {
    const work = rest.at(-1) as (lock: object | null) => Promise<unknown>;
    const isIfAvailable = rest.length > 1;
    if (isIfAvailable && held.has(name)) return work(null);
    while (held.has(name)) await held.get(name)?.catch(() => null);
    const done = work({});
    held.set(name, done);
    try {
      return await done;
    } finally {
      held.delete(name);
    }
  };
}

/** A version dated now, with the index of lookalikes that ships. */
async function publishNow(version: number, key: SigningKey): Promise<Version> {
  const { bundledBytes } = await worker();
  const now = Date.now();
  const list = contents(version, {
    issued: new Date(now - DAY).toISOString(),
    expires: new Date(now + 90 * DAY).toISOString(),
  });
  const index = openSnapshot(await bundledBytes()).section(LOOKALIKE_SECTION)!;
  return publishBytes(list, encodeSnapshot(list, new Map([[LOOKALIKE_SECTION, index]])), { keys: [key] });
}

const inOrder =
  ({ files }: Version) =>
  async (path: string): Promise<Response> => {
    const file = files.get(path);
    return file ? new Response(file) : new Response('', { status: 404 });
  };

const failing = async (): Promise<Response> => new Response('', { status: 503 });

/** Holds up what a host answers until it is let go. */
function held(answer: (path: string) => Promise<Response>) {
  const { promise, resolve } = Promise.withResolvers<void>();
  return {
    letGo: resolve,
    async answer(path: string) {
      await promise;
      return answer(path);
    },
  };
}

const from = (address: string, ...keys: SigningKey[]) => ({ address, keys: keys.map(writePublicKey) });
const alarm = async () => (await fakeBrowser.alarms.get('list-sync'))?.scheduledTime;

test('a source set while the host of another hangs is asked once that has ended, and waits for itself', async () => {
  const { keepListCurrent, memory, setListSource } = await worker();
  const hanging = held(failing);
  hosts[FIRST] = hanging.answer;
  hosts[SECOND] = inOrder(await publishNow(2, KEY));
  await setListSource(from(FIRST, KEY));
  keepListCurrent();
  await soon(() => expect(asked).toEqual([FIRST]));
  expect(await setListSource({ address: SECOND })).toBeNull();
  // Set by the wake for the second, which finds the first under way.
  await soon(async () => expect(await alarm()).toBeLessThan(Date.now() + 61_000));
  hanging.letGo();
  await soon(async () => {
    const { lastTry } = await memory.read();
    expect(lastTry?.outcome).toMatchObject({ kind: 'updated whole', version: 2 });
  });
  expect(asked).toEqual([FIRST, SECOND]);
  expect(await memory.read()).toMatchObject({ source: expect.stringContaining(SECOND), alert: null });
  await soon(async () => expect(await alarm()).toBeGreaterThan(Date.now() + 5 * HOUR));
});

test('who asks by hand is told how that try ended, and the source set meanwhile is asked after it', async () => {
  const { memory, setListSource, updateList } = await worker();
  const hanging = held(failing);
  hosts[FIRST] = hanging.answer;
  hosts[SECOND] = inOrder(await publishNow(2, KEY));
  await setListSource(from(FIRST, KEY));
  const answer = updateList();
  await soon(() => expect(asked).toEqual([FIRST]));
  await setListSource({ address: SECOND });
  hanging.letGo();
  expect(await answer).toMatchObject({ kind: 'host error', status: 503 });
  await soon(async () => expect((await memory.read()).lastTry?.outcome.kind).toBe('updated whole'));
  expect(asked).toEqual([FIRST, SECOND]);
  await soon(async () => expect(await alarm()).toBeGreaterThan(Date.now() + 5 * HOUR));
});

/**
 * The second source is set, with another key, while the host of the first hangs; then a list of the first comes.
 * @returns its SHA-256, once the second was asked in vain
 */
async function listOfLeftKey(): Promise<string> {
  const { memory, setListSource, updateList } = await worker();
  const late = await publishNow(5, KEY);
  const hanging = held(inOrder(late));
  hosts[FIRST] = hanging.answer;
  hosts[SECOND] = failing;
  await setListSource(from(FIRST, KEY));
  const answer = updateList();
  await soon(() => expect(asked).toEqual([FIRST]));
  await setListSource(from(SECOND, STRANGER));
  hanging.letGo();
  expect(await answer).toMatchObject({ kind: 'updated whole', version: 5 });
  await soon(async () => expect((await memory.read()).lastTry?.outcome.kind).toBe('host error'));
  await soon(async () => expect(await alarm()).toBeGreaterThan(Date.now() + HOUR / 6));
  return late.manifest.snapshot.sha256;
}

test('a list that comes under a key trusted no more is never in use, and its floor is kept', async () => {
  const { engine, memory, store } = await worker();
  const sha256 = await listOfLeftKey();
  expect((await store.contents()).state.current).toBe(sha256);
  expect(await engine()).toMatchObject({ stored: null, trouble: 'key no longer trusted' });
  expect(served).toContain((await engine()).sha256);
  expect(served).not.toContain(sha256);
  expect(await memory.read()).toMatchObject({
    source: expect.stringContaining(SECOND),
    schedule: { failures: 1, lastSuccessAt: null },
    floor: { version: 5, keyIds: [KEY.keyId] },
  });
});

test('a list that came under a key trusted no more is in use once the key is trusted again', async () => {
  const { engine, setListSource } = await worker();
  const sha256 = await listOfLeftKey();
  await setListSource(from(FIRST, KEY));
  expect(await engine()).toMatchObject({ sha256, trouble: null });
});

test('sources that change at every try are asked a few times in a row, and then by the alarm', async () => {
  const { setListSource, updateList } = await worker();
  const turnTo = (address: string) => async () => {
    await setListSource({ address });
    return failing();
  };
  hosts[FIRST] = turnTo(SECOND);
  hosts[SECOND] = turnTo(FIRST);
  await setListSource(from(FIRST, KEY));
  await updateList();
  await soon(() => expect(asked).toEqual([FIRST, SECOND, FIRST]));
  await new Promise((done) => setTimeout(done, 300));
  expect(asked).toHaveLength(3);
  expect(await alarm()).toBeLessThan(Date.now() + 61_000);
});

test('after the try of a source that was taken away no alarm is left', async () => {
  const { memory, setListSource, updateList } = await worker();
  const hanging = held(failing);
  hosts[FIRST] = hanging.answer;
  await setListSource(from(FIRST, KEY));
  const answer = updateList();
  await soon(() => expect(asked).toEqual([FIRST]));
  await setListSource({ address: '' });
  hanging.letGo();
  await answer;
  await soon(async () => expect(await alarm()).toBeUndefined());
  expect((await memory.read()).lastTry).toBeNull();
});

test('a source that was set without a wake is begun by whoever asks it', async () => {
  const { changeSettings, memory, setListSource, updateList } = await worker();
  hosts[FIRST] = failing;
  hosts[SECOND] = inOrder(await publishNow(2, KEY));
  await setListSource(from(FIRST, KEY));
  await updateList();
  await changeSettings(() => ({ listAddress: SECOND }));
  expect(await updateList()).toMatchObject({ kind: 'updated whole', version: 2 });
  expect(await memory.read()).toMatchObject({
    source: expect.stringContaining(SECOND),
    lastTry: { outcome: { kind: 'updated whole' } },
  });
});

test('a source that cannot be noted is not asked, and that is said', async () => {
  const { changeSettings, memory, setListSource, updateList } = await worker();
  await setListSource(from(FIRST, KEY));
  await changeSettings(() => ({ listAddress: SECOND }));
  vi.spyOn(memory, 'write').mockRejectedValue(new Error('QuotaExceededError'));
  expect(await updateList()).toMatchObject({ kind: 'storage failed', fault: 'full' });
  expect(asked).toEqual([]);
});
