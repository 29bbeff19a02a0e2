import type { HistoryDatabase } from './database.ts';

/** Moves flags out of the history; `restoreFlags` with the receipt brings them back until `forgetDeleted`. */
export async function removeFlags(
  database: HistoryDatabase,
  ids: string[],
  receipt: string,
): Promise<number> {
  const write = database.transaction(['flags', 'deleted'], 'readwrite');
  let removed = 0;
  for (const id of ids) {
    const flag = await write.objectStore('flags').get(id);
    if (!flag) continue;
    await write.objectStore('deleted').put({ receipt, flag });
    await write.objectStore('flags').delete(id);
    removed += 1;
  }
  await write.done;
  return removed;
}

/** Undoes one removal; answers how many flags came back. */
export async function restoreFlags(database: HistoryDatabase, receipt: string): Promise<number> {
  const write = database.transaction(['flags', 'deleted'], 'readwrite');
  const back = await write.objectStore('deleted').index('receipt').getAll(receipt);
  for (const { flag } of back) {
    await write.objectStore('flags').put(flag);
    await write.objectStore('deleted').delete(flag.flag_id);
  }
  await write.done;
  return back.length;
}

/** Ends undo for everything deleted so far. */
export async function forgetDeleted(database: HistoryDatabase): Promise<void> {
  await database.clear('deleted');
}

/** Removes flags observed before an instant (ISO 8601, UTC); answers how many. */
export async function removeBefore(database: HistoryDatabase, instant: string): Promise<number> {
  const write = database.transaction('flags', 'readwrite');
  const range = IDBKeyRange.upperBound(instant, true);
  let removed = 0;
  for await (const cursor of write.store.index('observed_at').iterate(range)) {
    await cursor.delete();
    removed += 1;
  }
  await write.done;
  return removed;
}

/** Removes every flag, count, interval and candidate. */
export async function removeAll(database: HistoryDatabase): Promise<void> {
  const stores = ['flags', 'deleted', 'daily', 'edges'] as const;
  const write = database.transaction(stores, 'readwrite');
  await Promise.all(stores.map((store) => write.objectStore(store).clear()));
  await write.done;
}
