import type { HistoryDatabase } from './database.ts';

/** The same database for every caller; opened again after it was closed, or where opening failed. */
export function keepOpen(open: () => Promise<HistoryDatabase>): () => Promise<HistoryDatabase> {
  let opening: Promise<HistoryDatabase> | null = null;
  const forget = () => {
    opening = null;
  };
  return () => {
    opening ??= open().then(
      (database) => {
        database.addEventListener('close', forget);
        database.addEventListener('versionchange', forget);
        return database;
      },
      (error: unknown) => {
        forget();
        throw error;
      },
    );
    return opening;
  };
}
