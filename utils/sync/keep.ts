import { withFloor } from './floor.ts';
import type { SignedManifest } from './judge-manifest.ts';
import { StoreError } from './list-database.ts';
import type { SyncPorts } from './ports.ts';
import type { Floor, Floors, StoredList } from './stored-list.ts';

/**
 * Stores a verified list and puts it in use, in one transaction. Where there is no room, the earlier versions
 * go first.
 * @param earlier the floors that the store remembers
 * @returns the new one
 * @throws {StoreError}
 */
export async function keep(
  ports: SyncPorts,
  earlier: Floors,
  { manifest, bytes, signature, keyId }: SignedManifest,
  snapshot: Uint8Array<ArrayBuffer>,
  keyIds: string[],
  via: StoredList['via'],
): Promise<Floor> {
  const { version, issued, expires } = manifest;
  const { sha256, size } = manifest.snapshot;
  const list: StoredList = {
    version,
    sha256,
    size,
    issued,
    expires,
    keyId,
    storedAt: new Date(ports.now()).toISOString(),
    via,
    snapshot: new Blob([snapshot]),
    manifest: bytes,
    signature,
  };
  const floor = { version, sha256, keyIds };
  const state = { current: sha256, heldBack: null, ...withFloor(earlier, floor), pinnedOver: null };
  try {
    await ports.store.commit(list, state);
  } catch (error) {
    if (!(error instanceof StoreError) || error.fault !== 'full') throw error;
    await ports.store.dropEarlier();
    await ports.store.commit(list, state);
  }
  return floor;
}
