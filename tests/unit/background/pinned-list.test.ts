import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { engine, reloadEngine } from '../../../entrypoints/background/engine.ts';
import { BUNDLED_VERSION } from '../../../entrypoints/background/list-build.ts';
import { bundledBytes, store } from '../../../entrypoints/background/list-ports.ts';
import { pinList } from '../../../entrypoints/background/list-sync.ts';
import { writePublicKey } from '../../../utils/list/minisign.ts';
import { sha256 } from '../../../utils/list/signature.ts';
import { changeSettings } from '../../../utils/settings/store.ts';
import { EMPTY_STATE, type StoredList } from '../../../utils/sync/stored-list.ts';
import { KEY } from '../sync/publisher.ts';
import { builtPackage } from './built-package.ts';

const servePackage = builtPackage();

const NEWER = 'f'.repeat(64);
const OTHER = '0'.repeat(64);

afterEach(() => changeSettings(() => ({ listKeys: null })));

/** A device on which a list newer than the bundled one is in use. */
async function newerInUse(): Promise<void> {
  servePackage();
  vi.stubGlobal('navigator', {
    locks: { request: (_name: string, ...rest: unknown[]) => (rest.at(-1) as (lock: object) => unknown)({}) },
  });
  await changeSettings(() => ({ listKeys: [writePublicKey(KEY)] }));
  const list: StoredList = {
    version: BUNDLED_VERSION + 1,
    sha256: NEWER,
    size: 1,
    issued: '2026-11-20T10:00:00Z',
    expires: '2027-11-20T10:00:00Z',
    keyId: KEY.keyId,
    storedAt: '2026-11-20T10:00:00.000Z',
    via: 'address',
    snapshot: new Blob([await bundledBytes()]),
    manifest: new Uint8Array(),
    signature: '',
  };
  let state = { ...EMPTY_STATE, current: list.sha256 as string | null };
  vi.spyOn(store, 'inUse').mockImplementation(async () => ({ state, list: state.current ? list : null }));
  vi.spyOn(store, 'contents').mockImplementation(async () => ({ state, lists: [list] }));
  vi.spyOn(store, 'setState').mockImplementation(async (change) => {
    state = change(state);
  });
  await reloadEngine();
  expect((await engine()).sha256).toBe(NEWER);
}

test('a study that pins another list of the bundled version leaves the list in use as it is', async () => {
  await newerInUse();
  expect(await pinList({ version: BUNDLED_VERSION, sha256: OTHER })).toBe(false);
  expect((await engine()).sha256).toBe(NEWER);
});

test('a study that pins the bundled list puts it in use', async () => {
  await newerInUse();
  const bundled = await sha256(new Uint8Array(await bundledBytes()));
  expect(await pinList({ version: BUNDLED_VERSION, sha256: bundled })).toBe(true);
  expect((await engine()).stored).toBeNull();
});

test('a study whose list is in use already changes nothing', async () => {
  await newerInUse();
  expect(await pinList({ version: BUNDLED_VERSION + 1, sha256: NEWER })).toBe(true);
  expect(store.setState).not.toHaveBeenCalled();
});
