import type { SyncPorts } from './ports.ts';
import type { Floor, Floors, StoreState } from './stored-list.ts';
import type { SyncRecord } from './sync-record.ts';
import type { SyncSource } from './sync-source.ts';

/** The floor for one try, with all that remembers one. */
export function lowestOf(
  ports: Pick<SyncPorts, 'bundled'>,
  source: SyncSource,
  state: StoreState,
  record: SyncRecord,
): LowestVersion | null {
  const bundled = source.continuesBundled ? ports.bundled.version : null;
  const keyIds = source.keys.map(({ keyId }) => keyId);
  return lowestVersion([...floorsOf(state), ...floorsOf(record)], keyIds, bundled);
}

/** All floors, the latest first. */
export function floorsOf({ floor, otherFloors }: Floors): Floor[] {
  return floor ? [floor, ...otherFloors] : otherFloors;
}

/** Floors of other keys that are kept: more than anybody changes to. */
const MOST_OTHERS = 8;

/** The floors with a new one. An earlier one stays as long as it alone speaks of one of its keys. */
export function withFloor(earlier: Floors, floor: Floor): Floors {
  const told = new Set(floor.keyIds);
  const otherFloors = floorsOf(earlier).filter(({ keyIds }) => {
    const alone = keyIds.some((id) => !told.has(id));
    for (const id of keyIds) told.add(id);
    return alone;
  });
  return { floor, otherFloors: otherFloors.slice(0, MOST_OTHERS) };
}

/** The lowest version that may be taken, and what the same version must hash to; null where that is not known. */
export interface LowestVersion {
  version: number;
  sha256: string | null;
}

/**
 * The floor that holds for a list signed by these keys: the highest version accepted from them, by the store's
 * memory or the one beside it, or the bundled one. Floors set under none of these keys speak of another list.
 * @param bundled version of the bundled list if it is an earlier version of the same list, else null
 */
export function lowestVersion(
  remembered: readonly Floor[],
  keyIds: readonly string[],
  bundled: number | null,
): LowestVersion | null {
  let lowest: LowestVersion | null = bundled === null ? null : { version: bundled, sha256: null };
  for (const floor of remembered) {
    if (!sharesKey(floor, keyIds)) continue;
    if (!lowest || floor.version >= lowest.version) lowest = { version: floor.version, sha256: floor.sha256 };
  }
  return lowest;
}

/**
 * The version that the user went back from, where it is one of the list of these keys; else null. It was the store's
 * floor then, whose keys say of which list it is: another publisher's list may count alike.
 */
export function heldBackFrom(
  { keys }: Pick<SyncSource, 'keys'>,
  { floor, heldBack }: StoreState,
): number | null {
  const keyIds = keys.map(({ keyId }) => keyId);
  return floor && sharesKey(floor, keyIds) ? heldBack : null;
}

function sharesKey(floor: Floor, keyIds: readonly string[]): boolean {
  return floor.keyIds.some((id) => keyIds.includes(id));
}
