import type { ExchangeRecord } from '../exchange/record.ts';
import type { HistoryDatabase } from '../history/database.ts';
import type { StoredFlag } from '../history/flag.ts';
import { flagsById } from '../history/query.ts';
import type { ExportSource } from './prepare.ts';

const BATCH = 1000;

/**
 * The history as an export's source. Flags are read in batches, each in a transaction of its own:
 * a transaction does not outlive the writing of a chunk.
 * @param ids of the flags that the history page's filter finds; null for all.
 */
export function historySource(
  database: HistoryDatabase,
  ids: readonly string[] | null,
  records: (exchanges: string[]) => Promise<ExchangeRecord[]>,
): ExportSource {
  return {
    flags: () => (ids === null ? allFlags(database) : chosenFlags(database, ids)),
    daily: () => database.getAll('daily'),
    coverage: () => database.getAll('coverage'),
    edges: () => database.getAll('edges'),
    records,
  };
}

async function* allFlags(database: HistoryDatabase): AsyncGenerator<StoredFlag> {
  let range: IDBKeyRange | null = null;
  for (;;) {
    const batch: StoredFlag[] = await database.getAll('flags', range, BATCH);
    yield* batch;
    const last = batch.at(-1);
    if (!last || batch.length < BATCH) return;
    range = IDBKeyRange.lowerBound(last.flag_id, true);
  }
}

/** Of few among many only those are read, in the order of ids: an export's order tells no time. */
async function* chosenFlags(database: HistoryDatabase, ids: readonly string[]): AsyncGenerator<StoredFlag> {
  const sorted = [...ids].sort();
  for (let from = 0; from < sorted.length; from += BATCH) {
    yield* await flagsById(database, sorted.slice(from, from + BATCH));
  }
}
