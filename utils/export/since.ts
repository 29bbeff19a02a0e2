import { composed, partsOf } from '../history/edge-parts.ts';
import { isSeen } from '../history/edges.ts';
import type { CoverageInterval, DailyCount, SuccessionEdge } from '../history/flag.ts';
import { localDay } from '../history/local-day.ts';
import { isOwnEdge, isOwnInterval, ownDay } from './imported-beside.ts';

/*
 * What stands beside the flags, as far as it was recorded on this device after an instant; all of it, imported rows
 * too, where there is no instant.
 */

/** Intervals as far as they lie after it; one that lasts across it begins there. */
export function coverageSince(intervals: CoverageInterval[], since: string | undefined): CoverageInterval[] {
  if (since === undefined) return intervals;
  return intervals
    .filter(isOwnInterval)
    .filter(({ until }) => until === null || until > since)
    .map((interval) => (interval.from < since ? { ...interval, from: since } : interval));
}

/** Counts from its local day on; that day is counted whole. */
export function dailySince(
  counts: DailyCount[],
  since: string | undefined,
  tzOffsetMinutes: number,
): DailyCount[] {
  if (since === undefined) return counts;
  const first = localDay({ observed_at: since, tz_offset_min: tzOffsetMinutes });
  return counts.flatMap((count) => ownDay(count) ?? []).filter(({ day }) => day >= first);
}

/**
 * Candidates as the visits after it alone make them. What no visit is known of counts where all of it was seen after
 * it: of a sum that spans it nobody can say which times and which evidence came later.
 */
export function edgesSince(edges: SuccessionEdge[], since: string | undefined): SuccessionEdge[] {
  if (since === undefined) return edges;
  return edges
    .filter(isOwnEdge)
    .map((edge) => {
      const { visits, loose } = partsOf(edge);
      return composed(edge, {
        visits: visits.filter(({ at }) => at >= since),
        loose: loose && loose.first_seen >= since ? loose : null,
      });
    })
    .filter(isSeen);
}
