import type { ExchangeRecord } from '../exchange/record.ts';
import type { HistoryDatabase } from '../history/database.ts';
import type { StoredFlag } from '../history/flag.ts';
import type { ExportSource } from './prepare.ts';

const BATCH = 1000;

/**
 * The history as an export's source. Flags are read in batches by key, each in a transaction of its own:
 * a transaction does not outlive the writing of a chunk.
 * @param keep the filter of the history page.
 */
export function historySource(
  database: HistoryDatabase,
  keep: (flag: StoredFlag) => boolean,
  records: (exchanges: string[]) => Promise<ExchangeRecord[]>,
): ExportSource {
  return {
    flags: () => flagsByKey(database, keep),
    daily: () => database.getAll('daily'),
    coverage: () => database.getAll('coverage'),
    edges: () => database.getAll('edges'),
    records,
  };
}

async function* flagsByKey(
  database: HistoryDatabase,
  keep: (flag: StoredFlag) => boolean,
): AsyncGenerator<StoredFlag> {
  let range: IDBKeyRange | null = null;
  for (;;) {
    const batch: StoredFlag[] = await database.getAll('flags', range, BATCH);
    for (const flag of batch) if (keep(flag)) yield flag;
    const last = batch.at(-1);
    if (!last || batch.length < BATCH) return;
    range = IDBKeyRange.lowerBound(last.flag_id, true);
  }
}
