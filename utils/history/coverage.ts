import type { HistoryDatabase } from './database.ts';
import type { CoverageInterval, CoverageReason } from './flag.ts';

/**
 * Notes how recording stands from now on: ends the open interval when the reason changed, and opens the next.
 * The same reason again changes nothing.
 */
export async function noteCoverage(
  database: HistoryDatabase,
  reason: CoverageReason,
  at: string,
): Promise<void> {
  const write = database.transaction('coverage', 'readwrite');
  const cursor = await write.store.openCursor(null, 'prev');
  const open = cursor?.value;
  if (open?.until === null) {
    if (open.reason === reason) return write.done;
    await cursor?.update({ ...open, until: at });
  }
  await write.store.put({ from: at, until: null, reason });
  await write.done;
}

/** All intervals, oldest first. */
export function coverage(database: HistoryDatabase): Promise<CoverageInterval[]> {
  return database.getAll('coverage');
}
