import type { FlagSelection } from '../../components/models/flag.ts';
import { historySource, type StoredSelection } from '../../utils/export/history-source.ts';
import { isImported } from '../../utils/export/import-history.ts';
import type { ExportSource } from '../../utils/export/prepare.ts';
import type { HistoryDatabase } from '../../utils/history/database.ts';
import { matches } from '../../utils/history/query.ts';
import { send } from '../surface/send.ts';

/**
 * The flags that the history page chose. For a study (`since`) without those that were imported: they are not
 * this participant's.
 */
export function chosenFlags(
  database: HistoryDatabase,
  selection: FlagSelection | null,
  since: string | undefined,
): ExportSource {
  const source = historySource(database, stored(selection), (ids) => send('exchangeRecords', { ids }));
  if (since === undefined) return source;
  return {
    ...source,
    async *flags() {
      for await (const flag of source.flags()) if (flag.observed_at >= since && !isImported(flag)) yield flag;
    },
  };
}

/** How many they are; all of them are counted without being read. */
export async function countChosen(
  database: HistoryDatabase,
  selection: FlagSelection | null,
  since: string | undefined,
): Promise<number> {
  if (selection === null && since === undefined) return database.count('flags');
  let count = 0;
  for await (const _ of chosenFlags(database, selection, since).flags()) count += 1;
  return count;
}

function stored(selection: FlagSelection | null): StoredSelection {
  if (selection === null) return { keep: () => true };
  if ('ids' in selection) return selection;
  return { keep: (flag) => matches(flag, selection.filter) };
}
