import type { LineageEdge, LineageKind, PartialDate } from '../../utils/exchange/record.ts';
import type { LineageCandidate, LineageModel } from '../models/lineage.ts';
import type { Lane } from './lanes.ts';

/** One numbered line of the table: how one name relates to another, when, and by what source. */
export interface Link {
  number: number;
  from: string;
  to: string;
  kind: LineageKind | 'candidate';
  when: PartialDate | null;
  source: string;
  sure: 'recorded' | 'claimed' | 'inferred' | 'unproven';
  evidence: LineageCandidate['evidence'] | null;
  note: string | null;
}

/** An arrow of the drawing: both ends are lanes, and its time is known. */
export interface Arrow {
  link: Link;
  fromLane: number;
  toLane: number;
  when: PartialDate;
}

export function linksOf(model: LineageModel): Link[] {
  const recorded = model.edges.map((edge) => recordedLink(edge, model));
  const open = model.candidates.filter(({ decision }) => decision !== 'rejected');
  const candidates = open
    .flatMap(({ seen }) => seen)
    .map((one) => ({
      from: one.from,
      to: one.domain,
      kind: 'candidate' as const,
      when: one.seen,
      source: '',
      sure: 'unproven' as const,
      evidence: one.evidence,
      note: null,
    }));
  return [...recorded, ...candidates].map((link, index) => ({ ...link, number: index + 1 }));
}

export function arrowsOf(links: readonly Link[], lanes: readonly Lane[]): Arrow[] {
  const at = new Map(lanes.map((lane, index) => [lane.name, index]));
  return links.flatMap((link) => {
    const fromLane = at.get(link.from);
    const toLane = at.get(link.to);
    if (fromLane === undefined || toLane === undefined || link.when === null || fromLane === toLane)
      return [];
    return [{ link, fromLane, toLane, when: link.when }];
  });
}

function recordedLink(edge: LineageEdge, model: LineageModel): Omit<Link, 'number'> {
  const target = model.domains.find((one) => one.domain === edge.to);
  const year = edge.year === undefined ? null : `${edge.year}`;
  // The target's first day is finer than the edge's year, where the two agree.
  const when = year !== null && target?.from?.startsWith(year) ? target.from : year;
  return {
    from: edge.from,
    to: edge.to,
    kind: edge.kind,
    when,
    source: edge.source,
    sure: edge.confidence ?? 'recorded',
    evidence: null,
    note: edge.note ?? null,
  };
}
