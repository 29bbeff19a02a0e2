import type { ExchangeRecord } from '../exchange/record.ts';
import type { HistoryDatabase } from '../history/database.ts';
import type { StoredFlag } from '../history/flag.ts';
import type { ExportSource } from './prepare.ts';

const BATCH = 1000;

/** The history as a source whose flags are known to be flags. */
export interface HistorySource extends ExportSource {
  flags(): AsyncIterable<StoredFlag>;
}

/** Which flags of the history: some by id, or those that a test of the whole flag passes. */
export type StoredSelection = { ids: string[] } | { keep: (flag: StoredFlag) => boolean };

/**
 * The history as an export's source. Flags are read in batches by key, each in a transaction of its own:
 * a transaction does not outlive the writing of a chunk.
 */
export function historySource(
  database: HistoryDatabase,
  selection: StoredSelection,
  records: (exchanges: string[]) => Promise<ExchangeRecord[]>,
): HistorySource {
  return {
    flags: () =>
      'ids' in selection ? flagsOf(database, selection.ids) : flagsByKey(database, selection.keep),
    daily: () => database.getAll('daily'),
    coverage: () => database.getAll('coverage'),
    edges: () => database.getAll('edges'),
    records,
  };
}

async function* flagsOf(database: HistoryDatabase, ids: string[]): AsyncGenerator<StoredFlag> {
  for (const id of [...new Set(ids)].sort()) {
    const flag = await database.get('flags', id);
    if (flag) yield flag;
  }
}

async function* flagsByKey(
  database: HistoryDatabase,
  keep: (flag: StoredFlag) => boolean,
): AsyncGenerator<StoredFlag> {
  let batch = database.getAll('flags', null, BATCH);
  for (;;) {
    const flags = await batch;
    const last = flags.at(-1);
    const more = last && flags.length === BATCH;
    // Read while the batch before is being written.
    if (more) batch = database.getAll('flags', IDBKeyRange.lowerBound(last.flag_id, true), BATCH);
    for (const flag of flags) if (keep(flag)) yield flag;
    if (!more) return;
  }
}
