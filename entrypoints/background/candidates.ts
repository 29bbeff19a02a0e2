import type { CandidateName, ProposalAnswer } from '../../components/models/lineage.ts';
import { isBadHost, parseHost } from '../../utils/domain/host.ts';
import { listedName } from '../../utils/exchange/listed-name.ts';
import type { ExchangeRecord } from '../../utils/exchange/record.ts';
import { decideOnEdges, isSeen } from '../../utils/history/edges.ts';
import type { SuccessionEdge } from '../../utils/history/flag.ts';
import { ProposalError, pasteable, propose } from '../../utils/trail/propose.ts';
import { standing } from '../../utils/trail/succession.ts';
import { weigh } from '../../utils/trail/weigh.ts';
import type { SuccessionDoubt } from '../../utils/verdict/finding.ts';
import { engine, judge } from './engine.ts';
import { history } from './recorder.ts';
import { forgetNoted } from './trail.ts';

const STANDINGS = ['supported', 'open', 'doubtful'] as const;

/** An exchange's candidates by name, weighed by the list and the rules of today. */
export async function candidatesOf(
  record: ExchangeRecord,
  edges: readonly SuccessionEdge[],
): Promise<CandidateName[]> {
  const rowOf = (name: string) => record.domains.find((row) => listedName(row)?.name === name) ?? null;
  const names: CandidateName[] = [];
  const decided = edges.filter((edge) => edge.decision && !isSeen(edge));
  for (const [domain, known] of Map.groupBy(
    [...standing(edges.filter(isSeen)), ...decided],
    ({ to }) => to,
  )) {
    const seen = known.filter(isSeen);
    const weighed = weigh(seen, { rowOf, against: await againstName(domain) });
    names.push({
      domain,
      standing: weighed.standing,
      doubts: seen.length === 0 ? [] : weighed.doubts,
      decision: known.find((edge) => edge.decision)?.decision ?? null,
      seen: seen.map(({ from, kind, first_seen, last_seen, times, evidence }) => ({
        domain,
        from,
        evidence: kind,
        seen: first_seen.slice(0, 10),
        lastSeen: last_seen.slice(0, 10),
        times,
        lines: evidence,
      })),
    });
  }
  return names.sort((a, b) => STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing));
}

/** Notes what the user decided of a name; open pages are told by the store. */
export async function decideOnCandidate(
  exchange: string,
  domain: string,
  decision: CandidateName['decision'],
): Promise<void> {
  await decideOnEdges(await history(), { exchange, to: domain }, decision);
  forgetNoted();
}

/** A candidate as a change of its exchange's record, through the list's own schema. */
export async function proposeCandidate(exchange: string, domain: string): Promise<ProposalAnswer> {
  const record = await (await engine()).list.exchangeById(exchange);
  const edges = await (await history()).getAllFromIndex('edges', 'exchange', exchange);
  const seen = standing(edges.filter((edge) => edge.to === domain && isSeen(edge)));
  if (!record || seen.length === 0) return { fault: `${exchange}, ${domain}` };
  try {
    return { text: pasteable(propose(record, seen, null)) };
  } catch (error) {
    if (error instanceof ProposalError) return { fault: error.message };
    throw error;
  }
}

/** What the name alone says against it. */
async function againstName(domain: string): Promise<SuccessionDoubt[]> {
  const host = parseHost(domain);
  if (isBadHost(host)) return [];
  const { findings } = await judge(await engine(), host);
  const kinds = findings
    .map(({ kind }) => kind)
    .filter((kind) => kind === 'reported' || kind === 'lookalike');
  return host.platform ? [...kinds, 'platform'] : kinds;
}
