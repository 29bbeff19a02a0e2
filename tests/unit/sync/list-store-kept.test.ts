import 'fake-indexeddb/auto';
import { forceCloseDatabase } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listStore } from '../../../utils/sync/list-store.ts';
import { EMPTY_STATE, type StoredList } from '../../../utils/sync/stored-list.ts';

let name: string;
let store: ReturnType<typeof listStore>;
beforeEach(() => {
  name = `kept-${crypto.randomUUID()}`;
  store = listStore(name);
});
afterEach(() => store.close());

/** @param second when it was stored */
function list(version: number, second: number): StoredList {
  return {
    version,
    sha256: `list ${version}`,
    size: 1,
    issued: '2026-11-01T00:00:00Z',
    expires: '2027-05-01T00:00:00Z',
    keyId: 'AAAAAAAAAAAAAAAA',
    storedAt: new Date(second * 1000).toISOString(),
    via: 'address',
    snapshot: new Blob([`list ${version}`]),
    manifest: new Uint8Array([1]),
    signature: 's',
  };
}

const serving = (version: number) => ({ ...EMPTY_STATE, current: `list ${version}` });
const commit = (version: number, second: number) => store.commit(list(version, second), serving(version));
const versions = async () => (await store.contents()).lists.map(({ version }) => version);

describe('which lists are kept, and in what order', () => {
  test('the latest stored comes first; of those stored at once, the highest version', async () => {
    await commit(5, 10);
    await commit(2, 20);
    await commit(3, 20);
    await commit(1, 30);
    expect(await versions()).toEqual([1, 3, 2, 5]);
  });

  test('the earliest stored goes, not the lowest version', async () => {
    for (const [version, second] of [
      [9, 1],
      [1, 2],
      [8, 3],
      [2, 4],
      [7, 5],
    ] as const)
      await commit(version, second);
    expect(await versions()).toEqual([7, 2, 8, 1]);
  });

  test('a list that is stored again takes no other’s place', async () => {
    for (const version of [1, 2, 3, 4]) await commit(version, version);
    await commit(4, 5);
    expect(await versions()).toEqual([4, 3, 2, 1]);
    await commit(2, 6);
    expect(await versions()).toEqual([2, 4, 3, 1]);
  });
});

describe('the list in use', () => {
  test('is none in an empty store', async () => {
    expect(await store.inUse()).toEqual({ state: EMPTY_STATE, list: null });
  });

  test('comes with the state that names it', async () => {
    await commit(1, 1);
    await commit(2, 2);
    const { state, list } = await store.inUse();
    expect(state).toEqual(serving(2));
    expect(list).toMatchObject({ version: 2, sha256: 'list 2', signature: 's' });
    expect(await list!.snapshot.text()).toBe('list 2');
  });

  test.each([
    ['the bundled one serves', null],
    ['it is not kept', 'list 7'],
  ])('is none where %s', async (_, current) => {
    await commit(1, 1);
    await store.setState((state) => ({ ...state, current }));
    expect(await store.inUse()).toEqual({ state: { ...EMPTY_STATE, current }, list: null });
  });
});

test('files are there until they are taken away', async () => {
  expect(await store.files()).toEqual([]);
  await store.leaveFiles([new Blob(['a']), new Blob(['b'])]);
  const left = await Promise.all((await store.files()).map((blob) => blob.text()));
  expect(left).toEqual(['a', 'b']);
  await store.leaveFiles(null);
  expect(await store.files()).toEqual([]);
});

describe('a database that another page takes over is let go', () => {
  const settled = (request: IDBRequest) =>
    new Promise<void>((done, fail) => {
      request.onsuccess = () => done();
      request.onerror = () => fail(request.error);
    });

  test('by a later Ensign', async () => {
    await commit(1, 1);
    const later = indexedDB.open(name, 7);
    await settled(later);
    later.result.close();
    await expect(store.contents()).rejects.toMatchObject({ fault: 'newer' });
  });

  test('by one that throws it away: the next one is empty', async () => {
    await commit(1, 1);
    await settled(indexedDB.deleteDatabase(name));
    expect(await store.contents()).toEqual({ state: EMPTY_STATE, lists: [] });
    await commit(2, 2);
    expect(await versions()).toEqual([2]);
  });
});

test('a database that the browser closes is opened again', async () => {
  const { open } = indexedDB;
  const opened: IDBOpenDBRequest[] = [];
  indexedDB.open = (...given) => {
    const request = open.apply(indexedDB, given);
    opened.push(request);
    return request;
  };
  await commit(1, 1);
  indexedDB.open = open;
  forceCloseDatabase(opened[0]!.result as unknown as Parameters<typeof forceCloseDatabase>[0]);
  expect(await versions()).toEqual([1]);
});
