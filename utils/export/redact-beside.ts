import { domainOf } from '../domain/domain-of.ts';
import type { CoverageInterval, ExportedEdge, SuccessionEdge } from '../history/flag.ts';
import type { ExportOptions } from './options.ts';
import { redactEdgeEvidence } from './redact-evidence.ts';
import { roundTime } from './round-time.ts';

/**
 * Coverage intervals as they may leave the device. Sorted by what is left of them: among intervals of one
 * rounded time the order they came in would betray what rounding hides.
 */
export function redactCoverage(
  intervals: CoverageInterval[],
  options: ExportOptions,
  tzOffsetMinutes: number,
): CoverageInterval[] {
  const round = (instant: string) => roundTime(instant, tzOffsetMinutes, options.time).instant;
  const rounded = new Map<string, CoverageInterval>();
  for (const { from, until, reason } of intervals) {
    const interval = { from: round(from), until: until === null ? null : round(until), reason };
    rounded.set(`${interval.from} ${interval.until ?? '~'} ${reason}`, interval);
  }
  return inKeyOrder(rounded);
}

/**
 * Succession candidates as they may leave the device: only those that an exported flag tells of as well, or a row
 * taken out would still be told by its edge. A notice is told by the flag of the page that bears it, affiliates' links
 * by nothing that one flag could tell, all others by the flag of the name itself. Edges that have become alike are
 * added up.
 */
export function redactEdges(
  edges: SuccessionEdge[],
  exportedHosts: ReadonlySet<string>,
  options: ExportOptions,
  tzOffsetMinutes: number,
): ExportedEdge[] {
  const name = (host: string) => (options.level === 'domain' ? domainOf(host) : host);
  const round = (instant: string) => roundTime(instant, tzOffsetMinutes, options.time).instant;
  const joined = new Map<string, ExportedEdge>();
  // Candidates are kept by registrable domain, flags by host.
  const told = new Set([...exportedHosts, ...[...exportedHosts].map(domainOf)]);
  for (const { from, to, exchange, kind, first_seen, last_seen, times, evidence } of edges) {
    const edge: ExportedEdge = {
      from: name(from),
      to: name(to),
      exchange,
      kind,
      first_seen: round(first_seen),
      last_seen: round(last_seen),
      times,
      evidence: redactEdgeEvidence(evidence, options),
    };
    if (!told.has(kind === 'notice' ? edge.from : edge.to)) continue;
    const key = [edge.from, edge.to, exchange, kind].join(' ');
    const earlier = joined.get(key);
    joined.set(key, earlier ? joinEdges(earlier, edge) : edge);
  }
  return inKeyOrder(joined);
}

function joinEdges(a: ExportedEdge, b: ExportedEdge): ExportedEdge {
  return {
    ...a,
    first_seen: a.first_seen < b.first_seen ? a.first_seen : b.first_seen,
    last_seen: a.last_seen > b.last_seen ? a.last_seen : b.last_seen,
    times: a.times + b.times,
    evidence: [...new Set([...a.evidence, ...b.evidence])].sort(),
  };
}

function inKeyOrder<Row>(rows: Map<string, Row>): Row[] {
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}
