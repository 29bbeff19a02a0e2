import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { EARLIER_KEPT, listStore } from '../../../utils/sync/list-store.ts';
import { EMPTY_STATE, type StoredList, type StoreState } from '../../../utils/sync/stored-list.ts';

let name: string;
let store: ReturnType<typeof listStore>;
let count = 0;
beforeEach(() => {
  name = `lists-${count++}`;
  store = listStore(name);
});
afterEach(() => store.close());

function list(version: number, text = `list ${version}`): StoredList {
  return {
    version,
    sha256: `${version}`.padStart(64, '0'),
    size: text.length,
    issued: '2026-11-01T00:00:00Z',
    expires: '2027-05-01T00:00:00Z',
    keyId: 'AAAAAAAAAAAAAAAA',
    storedAt: new Date(version * 1000).toISOString(),
    via: 'address',
    snapshot: new Blob([text]),
    manifest: new Uint8Array([1]),
    signature: 's',
  };
}

function serving(version: number): StoreState {
  const { sha256 } = list(version);
  return { ...EMPTY_STATE, current: sha256, floor: { version, sha256, keyIds: ['AAAAAAAAAAAAAAAA'] } };
}

async function openRaw(version?: number): Promise<IDBDatabase> {
  return new Promise((done, fail) => {
    const request = indexedDB.open(name, version);
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
}

test('35 an empty or evicted store says so', async () => {
  expect(await store.contents()).toEqual({ state: EMPTY_STATE, lists: [] });
  expect(await store.list('00')).toBeNull();
});

test('a committed list is there whole for the next worker', async () => {
  await store.commit(list(1), serving(1));
  store.close();
  const next = listStore(name);
  const { state, lists } = await next.contents();
  expect(state).toEqual(serving(1));
  expect(lists).toEqual([expect.objectContaining({ version: 1, keyId: 'AAAAAAAAAAAAAAAA' })]);
  expect(await (await next.list(state.current!))?.snapshot.text()).toBe('list 1');
  next.close();
});

test('the list in use and a few earlier ones are kept', async () => {
  for (let version = 1; version <= 8; version++) await store.commit(list(version), serving(version));
  const { lists } = await store.contents();
  expect(lists.map(({ version }) => version)).toEqual([8, 7, 6, 5]);
  expect(lists).toHaveLength(EARLIER_KEPT + 1);
});

test('36 a database of a later version of Ensign is left as it is', async () => {
  await store.commit(list(1), serving(1));
  store.close();
  (await openRaw(7)).close();
  const older = listStore(name);
  await expect(older.contents()).rejects.toMatchObject({ fault: 'newer' });
  await expect(older.commit(list(2), serving(2))).rejects.toMatchObject({ fault: 'newer' });
  const later = await openRaw();
  expect([...later.objectStoreNames]).toEqual(['inbox', 'lists', 'state']);
  later.close();
});

test('34 a database that cannot be opened for others is blocked, not waited for', async () => {
  await store.commit(list(1), serving(1));
  store.close();
  const stubborn = await openRaw();
  const deletion = indexedDB.deleteDatabase(name);
  await expect(listStore(name, 50).contents()).rejects.toMatchObject({ fault: 'blocked' });
  stubborn.close();
  await new Promise((done) => {
    deletion.onsuccess = done;
  });
});

async function putRawState(state: object): Promise<void> {
  const raw = await openRaw();
  const transaction = raw.transaction('state', 'readwrite');
  transaction.objectStore('state').put(state, 'state');
  await new Promise((done) => {
    transaction.oncomplete = done;
  });
  raw.close();
}

test('a state of before floors were kept by key, and pins remembered, reads as it was', async () => {
  await store.commit(list(1), serving(1));
  const { current, floor, heldBack } = serving(1);
  await putRawState({ current, floor, heldBack });
  expect((await store.contents()).state).toEqual(serving(1));
});

test('34 a state that is none is unreadable, and can be rebuilt', async () => {
  await store.commit(list(1), serving(1));
  await putRawState({ current: 5, floor: 'x' });
  await expect(store.contents()).rejects.toMatchObject({ fault: 'unreadable' });
  await store.rebuild();
  expect(await store.contents()).toEqual({ state: EMPTY_STATE, lists: [] });
  await store.commit(list(2), serving(2));
  expect((await store.contents()).state.current).toBe(list(2).sha256);
});

test('34 stores missing from the database are unreadable, and can be rebuilt', async () => {
  (await openRaw(1)).close();
  await expect(store.contents()).rejects.toMatchObject({ fault: 'unreadable' });
  await store.rebuild();
  await store.commit(list(1), serving(1));
  expect((await store.contents()).lists).toHaveLength(1);
});

test('a commit that fails leaves the earlier list and state', async () => {
  await store.commit(list(1), serving(1));
  const unclonable = { ...list(2), extra: () => 1 } as unknown as StoredList;
  await expect(store.commit(unclonable, serving(2))).rejects.toMatchObject({ name: 'StoreError' });
  expect(await store.contents()).toMatchObject({ state: serving(1), lists: [{ version: 1 }] });
});

test.each([
  [1_000, 'full'],
  [1_000_000, 'unreadable'],
])('33 a database that does not open with %i bytes left is %s', async (left, fault) => {
  vi.stubGlobal('navigator', { storage: { estimate: async () => ({ quota: 5e6, usage: 5e6 - left }) } });
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('An unexpected error occurred', 'UnknownError');
  });
  await expect(store.contents()).rejects.toMatchObject({ fault });
});
