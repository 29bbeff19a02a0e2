import { countFlags } from './daily.ts';
import type { HistoryDatabase } from './database.ts';
import type { StoredFlag } from './flag.ts';
import { entryOf } from './index/entry.ts';
import { localDay } from './local-day.ts';
import { cutEdges, documentsOf, restoreEdges } from './remove-edges.ts';

/** Flags moved at once: enough to keep the database busy, few enough to hold. */
const BATCH = 500;

const STORES = ['flags', 'deleted', 'changes', 'daily', 'edges'] as const;

export interface Removed {
  flags: number;
  /** Exchanges that the removed flags named, with the local day: `okx 2026-11-20`. */
  exchangeDays: ReadonlySet<string>;
}

/**
 * Moves flags out of the history, with what candidates rest on by them alone; `restoreFlags` with the receipt brings
 * both back until `forgetDeleted`.
 */
export async function removeFlags(
  database: HistoryDatabase,
  ids: readonly string[],
  receipt: string,
): Promise<Removed> {
  const write = database.transaction([...STORES], 'readwrite');
  const flags = write.objectStore('flags');
  const edges = await write.objectStore('edges').getAll();
  const restedOn = documentsOf(edges);
  const removed: string[] = [];
  const documents = new Set<string>();
  const exchangeDays = new Set<string>();
  let [from, until] = ['~', ''];
  for (let at = 0; at < ids.length; at += BATCH) {
    const found = await Promise.all(ids.slice(at, at + BATCH).map((id) => flags.get(id)));
    const batch = found.filter((flag) => flag !== undefined);
    if (batch.length === 0) continue;
    for (const flag of batch) {
      void flags.delete(flag.flag_id);
      removed.push(flag.flag_id);
      if (restedOn.has(flag.local.document)) documents.add(flag.local.document);
      for (const exchange of flag.local.exchanges) exchangeDays.add(`${exchange} ${localDay(flag)}`);
      if (flag.observed_at < from) from = flag.observed_at;
      if (flag.observed_at > until) until = flag.observed_at;
    }
    await write.objectStore('deleted').add({ receipt, flags: batch });
    await countFlags(write.objectStore('daily'), batch, -1);
  }
  if (removed.length > 0) {
    await write.objectStore('changes').add({ remove: removed, put: [] });
    const taken = await cutEdges(write, edges, { documents, from, until });
    if (taken.length > 0) await write.objectStore('deleted').add({ receipt, flags: [], edges: taken });
  }
  await write.done;
  return { flags: removed.length, exchangeDays };
}

/**
 * Undoes one removal; answers how many flags came back. A document that was recorded anew since then keeps
 * its new flag, and so does a flag that was imported meanwhile.
 */
export async function restoreFlags(database: HistoryDatabase, receipt: string): Promise<number> {
  const write = database.transaction([...STORES], 'readwrite');
  const flags = write.objectStore('flags');
  let restored = 0;
  const range = IDBKeyRange.only(receipt);
  for await (const cursor of write.objectStore('deleted').index('receipt').iterate(range)) {
    const { flags: batch, edges = [] } = cursor.value;
    const [anew, imported] = await Promise.all([
      Promise.all(batch.map((flag) => flags.index('document').getKey(flag.local.document))),
      Promise.all(batch.map((flag) => flags.getKey(flag.flag_id))),
    ]);
    const back: StoredFlag[] = batch.filter((_, at) => (anew[at] ?? imported[at]) === undefined);
    await Promise.all(back.map((flag) => flags.put(flag)));
    if (back.length > 0) await write.objectStore('changes').add({ remove: [], put: back.map(entryOf) });
    await countFlags(write.objectStore('daily'), back, 1);
    await restoreEdges(write, edges);
    await cursor.delete();
    restored += back.length;
  }
  await write.done;
  return restored;
}

/** A receipt for one removal; those of earlier ones sort before it. */
export function newReceipt(now: Date): string {
  return `${now.toISOString()} ${crypto.randomUUID()}`;
}

/** Ends undo for what was deleted before an instant (ISO 8601, UTC). */
export async function forgetDeleted(database: HistoryDatabase, instant: string): Promise<void> {
  const write = database.transaction('deleted', 'readwrite');
  const keys = await write.store.index('receipt').getAllKeys(IDBKeyRange.upperBound(instant, true));
  await Promise.all(keys.map((key) => write.store.delete(key)));
  await write.done;
}

/** Removes flags observed before an instant (ISO 8601, UTC); answers how many. Their days keep their counts. */
export async function removeBefore(database: HistoryDatabase, instant: string): Promise<number> {
  const write = database.transaction(['flags', 'changes'], 'readwrite');
  const flags = write.objectStore('flags');
  const ids = await flags.index('observed_at').getAllKeys(IDBKeyRange.upperBound(instant, true));
  await Promise.all(ids.map((id) => flags.delete(id)));
  if (ids.length > 0) await write.objectStore('changes').add({ remove: ids, put: [] });
  await write.done;
  return ids.length;
}

/**
 * Removes every flag, count, candidate and interval, and what the index held of them. How recording stands is known
 * from now on.
 * @param now ISO instant, UTC
 */
export async function removeAll(database: HistoryDatabase, now: string): Promise<void> {
  const stores = ['flags', 'deleted', 'daily', 'coverage', 'edges', 'changes', 'index'] as const;
  const write = database.transaction(stores, 'readwrite');
  const open = (await write.objectStore('coverage').getAll()).findLast(({ until }) => until === null);
  await Promise.all(stores.map((store) => write.objectStore(store).clear()));
  await write.objectStore('changes').add({ remove: 'all', put: [] });
  if (open) await write.objectStore('coverage').add({ ...open, from: now });
  await write.done;
}
