import { emptyDay } from '../history/daily.ts';
import type { CoverageInterval, DailyCount, ExportedEdge, SuccessionEdge } from '../history/flag.ts';
import { FINDING_KINDS } from '../history/flag-words.ts';

/*
 * What an import brings in beside the flags is marked where it is stored, so that a study's export can leave it out.
 * A row without a mark is this device's own. Marks are never exported: redaction names the fields that are.
 */

/** A day that an import began or raised: what is checked here afterwards is added to `checked`. */
interface StoredDay extends DailyCount {
  /** Pages of `checked` that came with the import. */
  imported?: number;
}

interface StoredInterval extends CoverageInterval {
  imported?: true;
}

/** The day with the larger of each count: a file imported twice, or made here, raises nothing. */
export function importedDay(count: DailyCount, present: StoredDay = emptyDay(count.day)): StoredDay {
  const checked = Math.max(present.checked, count.checked);
  const kinds = { ...present.kinds };
  for (const kind of FINDING_KINDS) {
    const most = Math.max(kinds[kind] ?? 0, count.kinds[kind] ?? 0);
    if (most > 0) kinds[kind] = most;
  }
  return {
    day: count.day,
    checked,
    flagged: Math.max(present.flagged, count.flagged),
    kinds,
    imported: (present.imported ?? 0) + checked - present.checked,
  };
}

export function importedInterval(interval: CoverageInterval): StoredInterval {
  return { ...interval, imported: true };
}

/** The key of an imported candidate; one seen here has none like it. */
export function importedEdgeId({ exchange, from, to, kind }: ExportedEdge): string {
  return ['imported', exchange, from, to, kind].join(' ');
}

/**
 * A day with the pages checked here alone; null where none were. What was flagged is not told apart: an export
 * counts it anew from the flags that it holds.
 */
export function ownDay({ imported, ...count }: StoredDay): DailyCount | null {
  if (imported === undefined) return count;
  const checked = count.checked - imported;
  return checked > 0 ? { ...count, checked } : null;
}

export function isOwnInterval({ imported }: StoredInterval): boolean {
  return imported === undefined;
}

export function isOwnEdge(edge: SuccessionEdge): boolean {
  return edge.id !== importedEdgeId(edge);
}
