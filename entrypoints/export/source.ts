import type { FlagSelection } from '../../components/models/flag.ts';
import { type HistorySource, historySource } from '../../utils/export/history-source.ts';
import { isImported } from '../../utils/export/import-history.ts';
import { countFlags } from '../../utils/history/count.ts';
import type { HistoryDatabase } from '../../utils/history/database.ts';
import type { FlagReader } from '../../utils/history/flag-reader.ts';
import { matchingIds } from '../../utils/history/query.ts';
import { send } from '../surface/send.ts';

/** The history, and the index that finds flags in it. */
export interface History {
  history(): Promise<HistoryDatabase>;
  reader(): Promise<FlagReader>;
}

/**
 * The flags that the history page chose. For a study (`since`) without those that were imported: they are not
 * this participant's. What was imported beside them `prepareExport` leaves out.
 */
export async function chosenFlags(
  opened: History,
  selection: FlagSelection | null,
  since: string | undefined,
): Promise<HistorySource> {
  const ids = await idsOf(opened, selection);
  const source = historySource(await opened.history(), ids, (exchanges) =>
    send('exchangeRecords', { ids: exchanges }),
  );
  if (since === undefined) return source;
  return {
    ...source,
    async *flags(orderOf) {
      for await (const flag of source.flags(orderOf))
        if (flag.observed_at >= since && !isImported(flag)) yield flag;
    },
  };
}

/** How many they are: of flags that were ticked some may be deleted since. */
export async function countChosen(
  opened: History,
  selection: FlagSelection | null,
  since: string | undefined,
): Promise<number> {
  if (since === undefined) {
    if (selection === null) return countFlags(await opened.history());
    if ('filter' in selection) return (await matchingIds(await opened.reader(), selection.filter)).length;
    const { store } = (await opened.history()).transaction('flags');
    const keys = await Promise.all([...new Set(selection.ids)].map((id) => store.getKey(id)));
    return keys.filter((key) => key !== undefined).length;
  }
  let count = 0;
  for await (const _ of (await chosenFlags(opened, selection, since)).flags()) count += 1;
  return count;
}

async function idsOf({ reader }: History, selection: FlagSelection | null): Promise<string[] | null> {
  if (selection === null) return null;
  return 'ids' in selection ? [...new Set(selection.ids)] : matchingIds(await reader(), selection.filter);
}
