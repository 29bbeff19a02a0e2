import type { ListTrouble } from '../../components/models/list.ts';
import {
  type LazyListIndex,
  type ListIndex,
  openLazySnapshot,
  openSnapshot,
} from '../../utils/list/lookup.ts';
import { sha256 } from '../../utils/list/signature.ts';
import { pinnedList } from '../../utils/study/enrolment-store.ts';
import { floorsOf } from '../../utils/sync/floor.ts';
import { StoreError } from '../../utils/sync/list-database.ts';
import { openStored } from '../../utils/sync/open-stored.ts';
import type { StoredFacts, StoredList, StoreState } from '../../utils/sync/stored-list.ts';
import { BUNDLED_VERSION } from './list-build.ts';
import { bundledBytes, memory, store } from './list-ports.ts';
import { currentSource } from './list-source.ts';
import { once } from './once.ts';
import { report } from './report.ts';

/** The list in use, whichever it is. */
export interface LoadedList {
  list: LazyListIndex;
  /** The same list with all its records in memory, read at the first call. */
  whole(): Promise<ListIndex>;
  /** SHA-256 of the snapshot's bytes, hex. */
  sha256: string;
  /** null for the bundled list. */
  stored: StoredFacts | null;
  /** Why a stored list does not serve. */
  trouble: ListTrouble | null;
  /** Whether a study's pin holds in the store. */
  byPin: boolean;
}

/** Troubles that may be over when the store is read again. */
export const PASSING: ReadonlySet<ListTrouble | null> = new Set<ListTrouble | null>([
  'store blocked',
  'store unreadable',
  'stored list broken',
]);

/**
 * Opens the stored list where there is one to be trusted and it is no older than the bundled one, or pinned by a study;
 * else the bundled one.
 */
export async function loadList(): Promise<LoadedList> {
  const [source, stored] = await Promise.all([currentSource(), readStored()]);
  const found = await judgeStored(
    stored,
    source.trusted.map(({ keyId }) => keyId),
  );
  const tookPlace = 'state' in stored && stored.state.pinnedOver !== null;
  if ('trouble' in found) return bundledList(found.trouble, tookPlace);
  const { facts, snapshot } = found;
  const isOlder = source.continuesBundled && facts.version < BUNDLED_VERSION;
  if (isOlder && (await pinnedList()) !== facts.sha256) return bundledList(null, tookPlace);
  const byPin = tookPlace || isOlder;
  try {
    const list = await openStored(snapshot);
    const whole = once(async () => openSnapshot(await snapshot.arrayBuffer()));
    return { list, whole, sha256: facts.sha256, stored: facts, trouble: null, byPin };
  } catch (error) {
    report(error);
    return bundledList('stored list broken', byPin);
  }
}

type Stored = { state: StoreState; list: StoredList | null } | { trouble: ListTrouble };
type Found = { facts: StoredFacts; snapshot: Blob } | { trouble: ListTrouble | null };

async function readStored(): Promise<Stored> {
  try {
    return await store.inUse();
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    report(error);
    return { trouble: TROUBLES[error.fault] };
  }
}

async function judgeStored(stored: Stored, keyIds: readonly string[]): Promise<Found> {
  if ('trouble' in stored) return stored;
  const { state, list } = stored;
  if (state.current === null) {
    // With a floor in the store itself nothing was dropped: the user went back to the bundled list.
    const emptied = state.floor === null && (await isEmptied(keyIds));
    return { trouble: emptied ? 'store emptied' : null };
  }
  if (!list) return { trouble: 'store emptied' };
  if (!keyIds.includes(list.keyId)) return { trouble: 'key no longer trusted' };
  const { snapshot, manifest: _, signature: _s, ...facts } = list;
  return { facts, snapshot };
}

const TROUBLES = {
  newer: 'store newer',
  blocked: 'store blocked',
  full: 'store unreadable',
  unreadable: 'store unreadable',
} as const;

/** A list was accepted once and the store knows of none: the browser dropped it. */
async function isEmptied(keyIds: readonly string[]): Promise<boolean> {
  const floors = floorsOf(await memory.read());
  return floors.some((floor) => floor.keyIds.some((id) => keyIds.includes(id)));
}

/** The list that ships with the extension, with the reason why no other serves. */
export async function bundledList(trouble: ListTrouble | null, byPin: boolean): Promise<LoadedList> {
  const bytes = await bundledBytes();
  const list = openLazySnapshot(bytes, {
    read: async (from, to) => new Uint8Array(bytes, from, to - from),
  });
  return {
    list,
    whole: once(async () => openSnapshot(bytes)),
    sha256: await sha256(new Uint8Array(bytes)),
    stored: null,
    trouble,
    byPin,
  };
}
