import { siteOf } from '../domain/site-of.ts';
import { amended } from './amended.ts';
import { countFlags, emptyDay } from './daily.ts';
import { type HistoryDatabase, HistoryError, reasonOf } from './database.ts';
import type { FlagAction, StoredFlag } from './flag.ts';
import { entryOf } from './index/entry.ts';

/**
 * Whether a flag was written anew, an earlier one of the same document brought up to date, or nothing written: the
 * earlier one is gone, and what was deleted stays deleted.
 */
export type Recorded = { outcome: 'added' | 'amended'; flagId: string } | { outcome: 'gone' };

/**
 * Writes one flag and its day's count in one transaction. A second call for the same document amends: the flag keeps
 * its id, its time, its day, what the user did and what was silenced since, and that day counts the kinds it has now.
 * @param day the local day on which a new flag is counted; an amended one is counted on its own
 * @param before whether the document's flag was written before: then it is amended or left deleted
 * @throws {HistoryError} `full` when the browser refuses more storage.
 */
export async function recordFlag(
  database: HistoryDatabase,
  flag: StoredFlag,
  day: string,
  before = false,
): Promise<Recorded> {
  try {
    const write = database.transaction(['flags', 'daily', 'changes'], 'readwrite', {
      durability: 'strict',
    });
    const flags = write.objectStore('flags');
    const earlier = await flags.index('document').get(flag.local.document);
    if (before && !earlier) return { outcome: 'gone' };
    const recorded = earlier ? amended(earlier, flag) : flag;
    // A page that changes its address all the time is judged as often.
    if (JSON.stringify(earlier) === JSON.stringify(recorded)) {
      return { outcome: 'amended', flagId: recorded.flag_id };
    }
    await flags.put(recorded);
    await write.objectStore('changes').add({ remove: [], put: [entryOf(recorded)] });
    const daily = write.objectStore('daily');
    if (earlier) {
      await countFlags(daily, [earlier], -1);
      await countFlags(daily, [recorded], 1);
    } else {
      const count = (await daily.get(day)) ?? emptyDay(day);
      for (const kind of flag.local.kinds) count.kinds[kind] = (count.kinds[kind] ?? 0) + 1;
      count.flagged += 1;
      await daily.put(count);
    }
    await write.done;
    return { outcome: earlier ? 'amended' : 'added', flagId: recorded.flag_id };
  } catch (error) {
    throw new HistoryError(reasonOf(error), { cause: error });
  }
}

/** Adds one checked page to the day's denominator. */
export async function countChecked(database: HistoryDatabase, day: string): Promise<void> {
  const write = database.transaction('daily', 'readwrite');
  const count = (await write.store.get(day)) ?? emptyDay(day);
  await write.store.put({ ...count, checked: count.checked + 1 });
  await write.done;
}

/**
 * Notes what the user did; absent flags (deleted meanwhile) are left absent.
 * @param isRecorded whether anything of a site is recorded now: the flag of one that is not stays as it is
 */
export async function noteAction(
  database: HistoryDatabase,
  document: string,
  action: FlagAction,
  isRecorded: (site: string) => boolean,
): Promise<void> {
  const write = database.transaction(['flags', 'changes'], 'readwrite');
  const flag = await write.objectStore('flags').index('document').get(document);
  if (flag && isRecorded(siteOf({ registrable: flag.registrable_domain, ascii: flag.host }))) {
    const noted = { ...flag, action };
    await write.objectStore('flags').put(noted);
    await write.objectStore('changes').add({ remove: [], put: [entryOf(noted)] });
  }
  await write.done;
}
