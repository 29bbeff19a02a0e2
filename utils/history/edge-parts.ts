import type { EdgeSum, EdgeVisit, SuccessionEdge } from './flag.ts';

/** Lines of evidence kept of one candidate. */
const MOST_EVIDENCE = 24;
/** Documents kept of one candidate. What older ones added is let go: as a sum it would outlive their flags. */
const MOST_VISITS = 500;

/** What a candidate rests on, apart. */
export interface EdgeParts {
  /** Oldest first. */
  visits: EdgeVisit[];
  loose: EdgeSum | null;
}

/** Nothing seen: joined to anything it leaves it as it is. */
const NOTHING: EdgeSum = {
  first_seen: '9999-12-31T23:59:59.999Z',
  last_seen: '1970-01-01T00:00:00.000Z',
  times: 0,
  evidence: [],
};

export function partsOf(edge: SuccessionEdge): EdgeParts {
  if (edge.visits) return { visits: edge.visits, loose: edge.loose ?? null };
  const { first_seen, last_seen, times, evidence } = edge;
  return { visits: [], loose: times === 0 ? null : { first_seen, last_seen, times, evidence } };
}

/** A candidate that rests on these parts and no others; without any, only what was decided of it is left. */
export function composed(edge: Omit<SuccessionEdge, keyof EdgeSum>, parts: EdgeParts): SuccessionEdge {
  const { exchange, from, to, kind, id, decision } = edge;
  const { loose } = parts;
  const visits = parts.visits.slice(-MOST_VISITS);
  return {
    id,
    exchange,
    from,
    to,
    kind,
    ...(summed(loose, visits) ?? NOTHING),
    visits,
    ...(loose ? { loose } : {}),
    ...(decision ? { decision } : {}),
  };
}

/** A document's visit added; one that is there already gains the evidence alone. */
export function withVisit({ visits, loose }: EdgeParts, visit: EdgeVisit): EdgeParts {
  const earlier = visits.find(({ document }) => document === visit.document);
  if (!earlier) return { visits: [...visits, visit].sort(byTime), loose };
  const more = { ...earlier, evidence: bounded([...earlier.evidence, ...visit.evidence]) };
  return { visits: visits.map((one) => (one === earlier ? more : one)), loose };
}

/** What was taken out, put back beside what has come since. */
export function rejoined(present: EdgeParts, taken: EdgeParts): EdgeParts {
  const visits = taken.visits.reduce<EdgeParts>(withVisit, present).visits;
  const { loose } = present;
  if (!loose || !taken.loose) return { visits, loose: loose ?? taken.loose };
  const times = Math.max(loose.times, taken.loose.times);
  return { visits, loose: { ...joined(loose, taken.loose), times } };
}

function summed(loose: EdgeSum | null, visits: readonly EdgeVisit[]): EdgeSum | null {
  if (!loose && visits.length === 0) return null;
  return visits.reduce<EdgeSum>(
    (sum, { at, evidence }) => joined(sum, { first_seen: at, last_seen: at, times: 1, evidence }),
    loose ?? NOTHING,
  );
}

function joined(a: EdgeSum, b: EdgeSum): EdgeSum {
  return {
    first_seen: a.first_seen < b.first_seen ? a.first_seen : b.first_seen,
    last_seen: a.last_seen > b.last_seen ? a.last_seen : b.last_seen,
    times: a.times + b.times,
    evidence: bounded([...a.evidence, ...b.evidence]),
  };
}

function bounded(lines: string[]): string[] {
  return [...new Set(lines)].slice(0, MOST_EVIDENCE);
}

function byTime(a: EdgeVisit, b: EdgeVisit): number {
  return a.at < b.at ? -1 : 1;
}
