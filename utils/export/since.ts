import type { CoverageInterval, SuccessionEdge } from '../history/flag.ts';

/** Intervals as far as they lie after an instant; one that lasts across it begins there. */
export function coverageSince(intervals: CoverageInterval[], since: string | undefined): CoverageInterval[] {
  if (since === undefined) return intervals;
  return intervals
    .filter(({ until }) => until === null || until > since)
    .map((interval) => (interval.from < since ? { ...interval, from: since } : interval));
}

/** Candidates seen after an instant; the first sight of those known before is not told. */
export function edgesSince(edges: SuccessionEdge[], since: string | undefined): SuccessionEdge[] {
  if (since === undefined) return edges;
  return edges
    .filter(({ last_seen }) => last_seen >= since)
    .map((edge) => (edge.first_seen < since ? { ...edge, first_seen: since } : edge));
}
