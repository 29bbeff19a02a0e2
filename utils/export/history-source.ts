import type { ExchangeRecord } from '../exchange/record.ts';
import type { HistoryDatabase } from '../history/database.ts';
import { seenEdges } from '../history/edges.ts';
import type { StoredFlag } from '../history/flag.ts';
import { flagsById } from '../history/query.ts';
import type { ExportSource } from './prepare.ts';

const BATCH = 1000;

/** The history as a source whose flags are known to be flags. */
export interface HistorySource extends ExportSource {
  flags(orderOf?: (id: string) => string): AsyncIterable<StoredFlag>;
}

/**
 * The history as an export's source. Flags are read in batches, each in a transaction of its own:
 * a transaction does not outlive the writing of a chunk.
 * @param ids of the flags that the history page's filter finds; null for all.
 */
export function historySource(
  database: HistoryDatabase,
  ids: readonly string[] | null,
  records: (exchanges: string[]) => Promise<ExchangeRecord[]>,
): HistorySource {
  return {
    flags: (orderOf) => flagsOf(database, ids, orderOf),
    daily: () => database.getAll('daily'),
    coverage: () => database.getAll('coverage'),
    edges: () => seenEdges(database),
    records,
  };
}

async function* flagsOf(
  database: HistoryDatabase,
  ids: readonly string[] | null,
  orderOf: ((id: string) => string) | undefined,
): AsyncGenerator<StoredFlag> {
  if (ids === null && !orderOf) yield* allFlags(database);
  else yield* chosenFlags(database, inOrder(ids ?? (await database.getAllKeys('flags')), orderOf));
}

/** By what is made of the ids, or by themselves. */
function inOrder(ids: readonly string[], orderOf = (id: string) => id): string[] {
  return ids
    .map((id) => ({ id, order: orderOf(id) }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ id }) => id);
}

async function* allFlags(database: HistoryDatabase): AsyncGenerator<StoredFlag> {
  let batch = database.getAll('flags', null, BATCH);
  for (;;) {
    const flags = await batch;
    const last = flags.at(-1);
    const more = last && flags.length === BATCH;
    // Read while the batch before is being written.
    if (more) batch = database.getAll('flags', IDBKeyRange.lowerBound(last.flag_id, true), BATCH);
    yield* flags;
    if (!more) return;
  }
}

/** Of few among many only those are read. */
async function* chosenFlags(database: HistoryDatabase, ids: readonly string[]): AsyncGenerator<StoredFlag> {
  for (let from = 0; from < ids.length; from += BATCH) {
    yield* await flagsById(database, ids.slice(from, from + BATCH));
  }
}
