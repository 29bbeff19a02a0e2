import type { ExportedEdge } from '../history/flag.ts';

/** What makes two candidates the same: exchange, both names, kind. */
export function sameEdge({ exchange, from, to, kind }: ExportedEdge): string {
  return [exchange, from, to, kind].join(' ');
}

/**
 * One candidate from two accounts of it, with the evidence of both.
 * @param times `sum` where the accounts are of different people, `most` where they may overlap.
 */
export function joinEdges(a: ExportedEdge, b: ExportedEdge, times: 'sum' | 'most'): ExportedEdge {
  return {
    from: a.from,
    to: a.to,
    exchange: a.exchange,
    kind: a.kind,
    first_seen: a.first_seen < b.first_seen ? a.first_seen : b.first_seen,
    last_seen: a.last_seen > b.last_seen ? a.last_seen : b.last_seen,
    times: times === 'sum' ? a.times + b.times : Math.max(a.times, b.times),
    evidence: [...new Set([...a.evidence, ...b.evidence])],
  };
}
