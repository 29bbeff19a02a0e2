import type { DomainRecord, PartialDate } from '../../utils/exchange/record.ts';
import type { LineageModel } from '../models/lineage.ts';

/** How a lane is drawn: what the name is to the exchange, and how well that is known. */
export type LaneStyle = 'primary' | 'former' | 'mirror' | 'claimed' | 'candidate';

export interface Lane {
  name: string;
  style: LaneStyle;
  /** null: the lane is the browsing's own finding. */
  record: DomainRecord | null;
  /** null: no date recorded. */
  from: PartialDate | null;
  until: PartialDate | null;
  /** Last time a source saw it live, where no end is recorded. */
  lastSeen: PartialDate | null;
  redirects: boolean;
  /** ISO instants. */
  visits: string[];
}

/** The exchange's domains as lanes: what it was and is called first, then what else it runs, then the unproven. */
export function lanesOf(model: LineageModel): Lane[] {
  const visits = new Map<string, string[]>();
  for (const { domain, at } of model.visits) {
    const known = visits.get(domain);
    if (known) known.push(at);
    else visits.set(domain, [at]);
  }
  const lanes = model.domains.map((record) => domainLane(record, visits));
  const known = new Set(lanes.map((lane) => lane.name));
  const candidates = model.candidates
    .filter(({ domain, decision }) => decision !== 'rejected' && !known.has(domain))
    .map(({ domain, seen }) => ({
      name: domain,
      style: 'candidate' as const,
      record: null,
      from: seen.map((one) => one.seen).sort()[0] ?? null,
      until: null,
      lastSeen: null,
      redirects: false,
      visits: visits.get(domain) ?? [],
    }));
  return [...lanes.sort(inOrder), ...candidates];
}

/** First year that any date of the model names, or this one. */
export function firstYear(model: LineageModel): number {
  const dates = model.domains.flatMap((one) => [one.from, one.until, one.last_seen_live]);
  const years = [...dates, ...model.edges.map((edge) => edge.year), model.today]
    .map((date) => Number(`${date ?? ''}`.slice(0, 4)))
    .filter((year) => year > 1990);
  return Math.min(...years);
}

function domainLane(record: DomainRecord, visits: Map<string, string[]>): Lane {
  const name = record.host ?? record.domain;
  return {
    name,
    style: styleOf(record),
    record,
    from: record.from ?? null,
    until: record.until ?? null,
    lastSeen: record.until === undefined ? (record.last_seen_live ?? null) : null,
    redirects: record.domain_status?.state === 'redirected',
    visits: visits.get(name) ?? visits.get(record.domain) ?? [],
  };
}

function styleOf(record: DomainRecord): LaneStyle {
  if (record.confidence !== undefined) return 'claimed';
  if (record.role === 'primary' || record.role === 'former') return record.role;
  return 'mirror';
}

const ORDER: readonly LaneStyle[] = ['former', 'primary', 'mirror', 'claimed', 'candidate'];

function inOrder(a: Lane, b: Lane): number {
  const group = (lane: Lane) => Math.max(1, ORDER.indexOf(lane.style));
  return (
    group(a) - group(b) ||
    (a.from ?? '9').localeCompare(b.from ?? '9') ||
    ORDER.indexOf(a.style) - ORDER.indexOf(b.style) ||
    a.name.localeCompare(b.name)
  );
}
