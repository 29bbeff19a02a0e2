import * as v from 'valibot';
import { isBadHost, parseHost } from '../domain/host.ts';
import { listedName } from '../exchange/listed-name.ts';
import type { DomainRecord, ExchangeRecord, LineageEdge } from '../exchange/record.ts';
import { fold } from '../landing/han.ts';
import { exchangeSchema } from '../list/schema.ts';
import { readEvidence } from './sighting.ts';
import { type Candidate, voicesOf } from './succession.ts';

/** A change of one record, for people to review: what it would add, and the record with it. */
export interface Proposal {
  exchange: string;
  /** null where the record holds the name already, as a claim. */
  row: DomainRecord | null;
  edges: LineageEdge[];
  record: ExchangeRecord;
}

/** Why a candidate makes no record. */
export class ProposalError extends Error {
  override readonly name = 'ProposalError';
}

/**
 * The change of a record that candidates towards one name suggest, of those that begin at a name of the record. Dates
 * by month; no path, no page that was visited on the way or that named it, nobody's id: a pool of fresh mirrors is a
 * gift to censors and imitators as well.
 * @param seenBy how many independent participants saw it; null for one's own history.
 * @throws {ProposalError} for what the list's schema refuses, and where no candidate begins at a name of the record.
 */
export function propose(record: ExchangeRecord, seen: readonly Candidate[], seenBy: number | null): Proposal {
  const to = seen[0]?.to ?? '';
  const host = parseHost(to);
  if (isBadHost(host) || host.registrable !== to) throw new ProposalError(`${to} is no registrable domain`);
  const holds = (name: string) =>
    record.domains.some((row) => listedName(row)?.name === name || row.domain === name);
  const candidates = seen.filter(({ from }) => holds(from));
  if (candidates.length === 0) throw new ProposalError(`no name of ${record.id} leads to ${to}`);
  const known = holds(to);
  const last =
    candidates
      .map((one) => one.last_seen)
      .sort()
      .at(-1) ?? '';
  const row: DomainRecord | null = known
    ? null
    : {
        domain: to,
        role: 'mirror',
        last_seen_live: last.slice(0, 7),
        confidence: 'claimed',
        source: candidates.map((one) => sourceOf(one, seenBy)).join('; '),
      };
  const edges = edgesOf(record, candidates, seenBy);
  const changed: ExchangeRecord = {
    ...record,
    domains: row ? [...record.domains, row] : record.domains,
    lineage: [...record.lineage, ...edges],
  };
  const checked = v.safeParse(exchangeSchema, changed);
  if (checked.success) return { exchange: record.id, row, edges, record: changed };
  const [issue] = checked.issues;
  throw new ProposalError(`${v.getDotPath(issue) ?? ''} ${issue.message}`);
}

/** One edge for each old name, by its weightiest evidence; none that the record has. */
function edgesOf(
  record: ExchangeRecord,
  candidates: readonly Candidate[],
  seenBy: number | null,
): LineageEdge[] {
  const byName = new Map<string, LineageEdge>();
  for (const one of candidates.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))) {
    const { from, to, kind, first_seen } = one;
    if (from === to || byName.has(from)) continue;
    if (record.lineage.some((edge) => edge.from === from && edge.to === to)) continue;
    byName.set(from, {
      from,
      to,
      kind: kind === 'redirect' ? 'renaming' : lineageKindOf(one),
      year: Number(first_seen.slice(0, 4)),
      confidence: kind === 'redirect' || kind === 'notice' ? 'inferred' : 'claimed',
      source: sourceOf(one, seenBy),
    });
  }
  return [...byName.values()];
}

const ORDER: readonly Candidate['kind'][] = ['redirect', 'notice', 'assets', 'affiliates', 'claim'];
const MOVED = /迁|搬|更名|改名|更换|变更|新域名|新网址|升级|moved|migrat|renamed|rebrand|new|is now/;

/** A notice of a spare address names a mirror; one of a move, a new name. */
function lineageKindOf({ kind, evidence }: Candidate): LineageEdge['kind'] {
  const words = evidence.flatMap((line) => {
    const read = readEvidence(line);
    return read?.what === 'words' ? [fold(read.value)] : [];
  });
  return kind === 'notice' && words.length > 0 && words.every((one) => MOVED.test(one))
    ? 'renaming'
    : 'mirror';
}

/** 'seen while browsing, 2026-10 to 2026-11: redirect from okex.com (by: server), by 3 participants' */
function sourceOf({ kind, from, first_seen, last_seen, evidence }: Candidate, seenBy: number | null): string {
  const [first, last] = [first_seen.slice(0, 7), last_seen.slice(0, 7)];
  const months = first === last ? first : `${first} to ${last}`;
  const said = evidence.map((line) => publicEvidence(line, kind)).filter((text) => text !== null);
  const pages = voicesOf(evidence);
  if (pages > 0) said.push(`named by ${pages} unrelated ${pages === 1 ? 'page' : 'pages'}`);
  const by = seenBy === null ? '' : `, by ${seenBy} ${seenBy === 1 ? 'participant' : 'participants'}`;
  const detail = said.length > 0 ? ` (${[...new Set(said)].join(', ')})` : '';
  return `seen while browsing, ${months}: ${kind} from ${from}${detail}${by}`.slice(0, LONGEST);
}

const LONGEST = 600;

/**
 * Evidence as a proposal may say it; null for what tells of a visit, or of whose page it was: an affiliate's words
 * find his page, and may hold his code.
 */
function publicEvidence(line: string, kind: Candidate['kind']): string | null {
  const read = readEvidence(line);
  switch (read?.what) {
    case 'words':
      return kind === 'affiliates' ? null : inert(line);
    case 'by':
    case 'file':
    case 'against':
    case 'id':
      return inert(line);
    case 'place':
      return `place: ${read.value.split(' ')[0]}`;
    default:
      return null;
  }
}

/** A semicolon would begin another source. */
function inert(text: string): string {
  return text
    .replace(/[;\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What to paste into the record's file: the rows that it lacks. */
export function pasteable({ exchange, row, edges }: Proposal): string {
  return `${JSON.stringify({ id: exchange, domains: row ? [row] : [], lineage: edges }, null, 2)}\n`;
}
