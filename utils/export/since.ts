import type { CoverageInterval, DailyCount, SuccessionEdge } from '../history/flag.ts';
import { localDay } from '../history/local-day.ts';

/** Intervals as far as they lie after an instant; one that lasts across it begins there. */
export function coverageSince(intervals: CoverageInterval[], since: string | undefined): CoverageInterval[] {
  if (since === undefined) return intervals;
  return intervals
    .filter(({ until }) => until === null || until > since)
    .map((interval) => (interval.from < since ? { ...interval, from: since } : interval));
}

/** Counts from the local day of an instant on; that day is counted whole. */
export function dailySince(
  counts: DailyCount[],
  since: string | undefined,
  tzOffsetMinutes: number,
): DailyCount[] {
  if (since === undefined) return counts;
  const first = localDay({ observed_at: since, tz_offset_min: tzOffsetMinutes });
  return counts.filter(({ day }) => day >= first);
}

/** Candidates seen after an instant; the first sight of those known before is not told. */
export function edgesSince(edges: SuccessionEdge[], since: string | undefined): SuccessionEdge[] {
  if (since === undefined) return edges;
  return edges
    .filter(({ last_seen }) => last_seen >= since)
    .map((edge) => (edge.first_seen < since ? { ...edge, first_seen: since } : edge));
}
