import type { IDBPObjectStore } from 'idb';
import type { HistorySchema } from './database.ts';
import type { DailyCount, StoredFlag } from './flag.ts';
import { localDay } from './local-day.ts';

type DailyStore = IDBPObjectStore<
  HistorySchema,
  ('daily' | 'flags' | 'deleted' | 'changes' | 'edges')[],
  'daily',
  'readwrite'
>;

export function emptyDay(day: string): DailyCount {
  return { day, checked: 0, flagged: 0, kinds: {} };
}

/**
 * Takes flags out of their days' counts, or brings them back: what a person deletes is counted nowhere.
 * Pages checked stay; they name nothing.
 */
export async function countFlags(
  store: DailyStore,
  flags: readonly StoredFlag[],
  times: 1 | -1,
): Promise<void> {
  const byDay = Map.groupBy(flags, localDay);
  for (const [day, ofDay] of byDay) {
    const count = (await store.get(day)) ?? emptyDay(day);
    count.flagged = Math.max(0, count.flagged + times * ofDay.length);
    for (const kind of ofDay.flatMap((flag) => flag.local.kinds)) {
      count.kinds[kind] = Math.max(0, (count.kinds[kind] ?? 0) + times);
    }
    await store.put(count);
  }
}
