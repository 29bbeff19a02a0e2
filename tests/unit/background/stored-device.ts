import { vi } from 'vitest';
import { writePublicKey } from '../../../utils/list/minisign.ts';
import { EMPTY_STATE, type StoredList, type StoreState } from '../../../utils/sync/stored-list.ts';
import { NO_RECORD } from '../../../utils/sync/sync-record.ts';
import { KEY, STRANGER } from '../sync/publisher.ts';

export const STORED = 'f'.repeat(64);
/** Of a list beside it, under a key that is not trusted. */
export const UNTRUSTED = 'e'.repeat(64);

/**
 * A device whose store says that a list of this version is in use: the bundled one under another name. What is served of
 * the package must be so already. The modules are those that the test has at the time.
 */
export async function storedDevice(version: number): Promise<void> {
  const { bundledBytes, memory, store } = await import('../../../entrypoints/background/list-ports.ts');
  const { reloadEngine } = await import('../../../entrypoints/background/engine.ts');
  const { changeSettings } = await import('../../../utils/settings/store.ts');
  vi.stubGlobal('navigator', {
    onLine: true,
    locks: { request: (_name: string, ...rest: unknown[]) => (rest.at(-1) as (lock: object) => unknown)({}) },
  });
  await changeSettings(() => ({ listKeys: [writePublicKey(KEY)] }));
  const list: StoredList = {
    version,
    sha256: STORED,
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
  const lists = [list, { ...list, sha256: UNTRUSTED, keyId: STRANGER.keyId }];
  const floor = { version, sha256: STORED, keyIds: [KEY.keyId] };
  await memory.write({ ...NO_RECORD, floor });
  let state: StoreState = { ...EMPTY_STATE, floor, current: list.sha256 };
  const find = (sha256: string | null) => lists.find((one) => one.sha256 === sha256) ?? null;
  vi.spyOn(store, 'inUse').mockImplementation(async () => ({ state, list: find(state.current) }));
  vi.spyOn(store, 'list').mockImplementation(async (sha256) => find(sha256));
  vi.spyOn(store, 'contents').mockImplementation(async () => ({ state, lists }));
  vi.spyOn(store, 'setState').mockImplementation(async (change) => {
    state = change(state);
  });
  await reloadEngine();
}
