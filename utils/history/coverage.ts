import type { HistoryDatabase } from './database.ts';
import type { CoverageInterval, CoverageReason } from './flag.ts';

/**
 * Notes how recording stands from now on: ends the open interval when the reason changed, and opens the next.
 * The same reason again changes nothing. Closed intervals, which may be imported and begin later, are left as they are.
 */
export async function noteCoverage(
  database: HistoryDatabase,
  reason: CoverageReason,
  at: string,
): Promise<void> {
  const write = database.transaction('coverage', 'readwrite');
  const open = (await write.store.getAll()).filter(({ until }) => until === null);
  const last = open.pop();
  // Of several open ones each lasted until the next began.
  let until = last?.from ?? at;
  for (const earlier of open.reverse()) {
    await write.store.put({ ...earlier, until });
    until = earlier.from;
  }
  if (last?.reason === reason) return write.done;
  if (last) await write.store.put({ ...last, until: at });
  await write.store.put({ from: at, until: null, reason });
  await write.done;
}

/** All intervals, oldest first. */
export function coverage(database: HistoryDatabase): Promise<CoverageInterval[]> {
  return database.getAll('coverage');
}
