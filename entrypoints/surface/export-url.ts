import type { FlagQuery } from '../../utils/history/index/find.ts';

/** Address of the export page for what the history page shows; null for everything. */
export function exportUrl(filter: FlagQuery | null): string {
  return filter === null ? '/export.html' : `/export.html#${encodeURIComponent(JSON.stringify(filter))}`;
}
