import { composed, partsOf } from '../history/edge-parts.ts';
import { isSeen } from '../history/edges.ts';
import type { CoverageInterval, SuccessionEdge } from '../history/flag.ts';

/*
 * What stands beside the flags, as far as it belongs to those exported: the rest of the history is not to be told by
 * its counts, times and evidence.
 */

/** Days that an export of some flags asks for. */
export interface DayLimits {
  /** Local days, both inclusive; null where that end is open. */
  from: string | null;
  to: string | null;
  /** Whether flags are chosen by more than their days: an open end is then the day of the first, or last, of them. */
  byFlags: boolean;
  /** Local day of the export: what lasts on it has no end yet. */
  today: string;
}

/** Local days, both inclusive. */
export interface DaySpan {
  from: string;
  /** null where no day ends it. */
  to: string | null;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export function isWithin(day: string, { from, to }: DaySpan): boolean {
  return day >= from && (to === null || day <= to);
}

/** Intervals as far as they lie within the days; one that lasts across an end begins or ends there. */
export function coverageWithin(
  intervals: CoverageInterval[],
  { from, to }: DaySpan,
  tzOffsetMinutes: number,
): CoverageInterval[] {
  const startOf = (day: string) => Date.parse(`${day}T00:00:00.000Z`) - tzOffsetMinutes * MINUTE;
  const start = from === '' ? '' : new Date(startOf(from)).toISOString();
  const end = to === null ? null : new Date(startOf(to) + DAY).toISOString();
  return intervals
    .filter((one) => (one.until === null || one.until > start) && (end === null || one.from < end))
    .map((one) => ({
      ...one,
      from: one.from < start ? start : one.from,
      until: end !== null && (one.until === null || one.until > end) ? end : one.until,
    }));
}

/**
 * Candidates as the visits of exported flags alone make them. What no visit is known of, nobody can say which flags it
 * is of: it counts where none was left out.
 * @param documents of the exported flags
 */
export function edgesOf(
  edges: SuccessionEdge[],
  documents: ReadonlySet<string>,
  noneLeftOut: boolean,
): SuccessionEdge[] {
  return edges
    .map((edge) => {
      const { visits, loose } = partsOf(edge);
      const told = visits.filter(({ document }) => documents.has(document));
      return composed(edge, { visits: told, loose: noneLeftOut ? loose : null });
    })
    .filter(isSeen);
}
