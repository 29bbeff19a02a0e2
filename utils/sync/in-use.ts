import type { SnapshotMeta } from '../list/layout.ts';
import { openStored } from './open-stored.ts';
import type { SyncPorts } from './ports.ts';
import type { StoredList, StoreState } from './stored-list.ts';
import type { SyncSource } from './sync-source.ts';

/** The list that a new one replaces: the base of deltas, the measure of sizes. */
export interface InUse {
  version: number;
  meta: SnapshotMeta;
  bytes(): Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * The list in use as far as it belongs to the same publisher: the stored one, else the bundled one.
 * null where a list of other keys is begun, or the stored one cannot be read.
 */
export async function listInUse(
  ports: SyncPorts,
  source: SyncSource,
  state: StoreState,
): Promise<InUse | null> {
  const list = state.current === null ? null : await ports.store.list(state.current);
  const trusted = list && source.keys.some(({ keyId }) => keyId === list.keyId) ? list : null;
  // Where a study pins it, a list older than the bundled one serves.
  const atAnyVersion = !source.continuesBundled || state.pinnedOver !== null;
  if (trusted && (atAnyVersion || trusted.version >= ports.bundled.version)) {
    const stored = await readStored(trusted);
    if (stored) return stored;
  }
  return source.continuesBundled ? readBundled(ports) : null;
}

async function readStored({ version, snapshot }: StoredList): Promise<InUse | null> {
  try {
    const { meta } = await openStored(snapshot);
    return { version, meta, bytes: async () => new Uint8Array(await snapshot.arrayBuffer()) };
  } catch {
    // Broken bytes are no base and no measure; the loader says so to the user, a whole list replaces them.
    return null;
  }
}

async function readBundled({ bundled }: SyncPorts): Promise<InUse> {
  const bytes = async () => new Uint8Array(await bundled.bytes());
  const { meta } = await openStored(new Blob([await bytes()]));
  return { version: bundled.version, meta, bytes };
}
