import type { KeptList, ListStatus, StaleList, SyncTry } from '../../components/models/list.ts';
import { heldBackFrom } from '../../utils/sync/floor.ts';
import { ageInDays, freshness } from '../../utils/sync/freshness.ts';
import { StoreError } from '../../utils/sync/list-database.ts';
import { HOUR } from '../../utils/sync/list-source.ts';
import { dueAt } from '../../utils/sync/schedule.ts';
import type { Try } from '../../utils/sync/sync-record.ts';
import type { Engine } from './engine.ts';
import { BUNDLED_VERSION } from './list-build.ts';
import { listIsPinned } from './list-choice.ts';
import { memory, store } from './list-ports.ts';
import { type CurrentSource, currentSource } from './list-source.ts';
import { syncProgress } from './sync-progress.ts';

/** Everything that is to be said of the list. */
export async function listStatus(loaded: Engine): Promise<ListStatus> {
  const [source, record, pinned] = await Promise.all([currentSource(), memory.read(), listIsPinned()]);
  const keeping = await keptLists(loaded, source);
  const { version, issued, expires, exchanges, names, reported } = loaded.list.meta;
  const now = Date.now();
  const dated = freshness({ issued, expires }, now);
  const asks = !pinned && source.address !== '' && source.trusted.length > 0;
  return {
    inUse: {
      version,
      issued: issued.slice(0, 10),
      ageDays: ageInDays(dated),
      exchanges,
      addresses: names - reported,
      sha256: loaded.sha256,
    },
    origin: loaded.stored?.via ?? 'bundled',
    lastTry: record.lastTry && tryOf(record.lastTry),
    alert: record.alert && tryOf(record.alert),
    trouble: loaded.trouble,
    nextTry: asks ? new Date(dueAt(record.schedule, now)).toISOString() : null,
    pinned,
    expires: expires.slice(0, 10),
    dated: dated.kind,
    keyId: loaded.stored?.keyId ?? null,
    ...keeping,
    bundledVersion: BUNDLED_VERSION,
    underWay: syncProgress(),
    address: source.address,
    keys: source.keys,
    foreign: source.foreign,
    locked: source.locked,
    intervalHours: source.intervalMs / HOUR,
  };
}

/** The list's age where it is too old to be relied on, or dated in the future; null while it is fresh. */
export async function staleList(loaded: Engine): Promise<StaleList | null> {
  const dated = freshness(loaded.list.meta, Date.now());
  if (dated.kind === 'fresh') return null;
  const [source, { lastTry }] = await Promise.all([currentSource(), memory.read()]);
  return {
    ageDays: ageInDays(dated),
    lastTry: lastTry && tryOf(lastTry),
    canUpdate: source.address !== '' && source.trusted.length > 0,
  };
}

function tryOf({ at, outcome: { kind, ...facts } }: Try): SyncTry {
  return { at, outcome: kind, facts };
}

async function keptLists(
  loaded: Engine,
  { trusted }: CurrentSource,
): Promise<{ kept: KeptList[]; heldBack: number | null }> {
  try {
    const { state, lists } = await store.contents();
    const kept = lists.map(({ version, issued, sha256, storedAt }) => ({
      version,
      issued: issued.slice(0, 10),
      sha256,
      storedAt,
      inUse: loaded.stored?.sha256 === sha256,
    }));
    return { kept, heldBack: heldBackFrom({ keys: trusted }, state) };
  } catch (error) {
    // The status says so by `trouble`; what serves is not touched by it.
    if (error instanceof StoreError) return { kept: [], heldBack: null };
    throw error;
  }
}
