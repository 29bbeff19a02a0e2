import type { PreviewRow } from './port.ts';

/**
 * How many of the rows ticked off are still there: the flags of others were deleted elsewhere since. Rows come in the
 * order of ids, from the first: with `a` and `c` of three rows shown, a `b` ticked off is gone, a `d` may stand there.
 */
export function countTickedOff(excluded: ReadonlySet<string>, rows: PreviewRow[], total: number): number {
  const shown = new Set(rows.map(({ storedId }) => storedId));
  const last = rows.at(-1)?.storedId ?? '';
  const more = rows.length < total;
  return [...excluded].filter((id) => shown.has(id) || (more && id > last)).length;
}
