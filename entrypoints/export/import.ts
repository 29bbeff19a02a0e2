import { ImportError } from '../../utils/export/import-error.ts';
import { type Imported, importIntoHistory } from '../../utils/export/import-history.ts';
import { openExport } from '../../utils/export/open-export.ts';
import type { HistoryDatabase } from '../../utils/history/database.ts';
import type { NameOf } from '../../utils/history/restore-findings.ts';
import { send } from '../surface/send.ts';

/**
 * Brings a file into the history.
 * @throws {ImportError} for what is no whole export, {HistoryError} when the browser refuses more storage.
 */
export async function importExport(database: HistoryDatabase, file: File): Promise<Imported | 'encrypted'> {
  try {
    const now = new Date().toISOString();
    return await importIntoHistory(database, await openExport(file), now, namesOf);
  } catch (error) {
    if (error instanceof ImportError && error.reason === 'encrypted') return 'encrypted';
    throw error;
  }
}

/** Names by the list in use; an exchange that it does not know goes by its id. */
async function namesOf(ids: string[]): Promise<NameOf> {
  const records = new Map((await send('exchangeRecords', { ids })).map((record) => [record.id, record]));
  return (id) => {
    const record = records.get(id);
    return {
      id,
      name: record?.name ?? id,
      nameZh: record?.names_zh[0] ?? null,
      type: record?.type ?? 'exchange',
    };
  };
}
