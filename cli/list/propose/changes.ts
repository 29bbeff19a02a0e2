import { isBadHost, parseHost } from '../../../utils/domain/host.ts';
import { listedName } from '../../../utils/exchange/listed-name.ts';
import type { DomainRecord, ExchangeRecord, LineageEdge } from '../../../utils/exchange/record.ts';
import type { Matcher } from '../../../utils/lookalike/open.ts';
import { ProposalError, propose } from '../../../utils/trail/propose.ts';
import { weigh } from '../../../utils/trail/weigh.ts';
import type { SuccessionDoubt } from '../../../utils/verdict/finding.ts';
import type { Agreed } from './agreed.ts';

/** One change as printed: what to add, how it stands, how many saw it. Nobody's id, dates by month. */
export interface ProposalLine {
  exchange: string;
  to: string;
  standing: 'supported' | 'open' | 'doubtful';
  score: number;
  doubts: SuccessionDoubt[];
  participants: number;
  domains: DomainRecord[];
  lineage: LineageEdge[];
}

export interface Changes {
  /** `record` is its exchange's with all proposals so far. */
  proposals: { line: ProposalLine; record: ExchangeRecord }[];
  refused: { exchange: string; to: string; why: string }[];
}

/** Turns agreed candidates into changes of the records, each checked by the list's own schema. */
export function changesOf(
  agreed: readonly Agreed[],
  records: readonly ExchangeRecord[],
  lookalikes: Pick<Matcher, 'match'>,
): Changes {
  const changed = new Map(records.map((record) => [record.id, record]));
  const changes: Changes = { proposals: [], refused: [] };
  for (const { exchange, to, edges, observers } of agreed) {
    const record = changed.get(exchange);
    const owner = record && ownerOf(to, records);
    const why = !record
      ? 'no such record'
      : owner && owner !== exchange
        ? `the list holds it as ${owner}'s`
        : null;
    if (!record || why !== null) {
      changes.refused.push({ exchange, to, why: why ?? 'no such record' });
      continue;
    }
    try {
      const proposal = propose(record, edges, observers);
      changed.set(exchange, proposal.record);
      const { standing, score, doubts } = weigh(edges, {
        rowOf: (name) => record.domains.find((row) => listedName(row)?.name === name) ?? null,
        against: againstName(to, lookalikes),
      });
      changes.proposals.push({
        line: {
          exchange,
          to,
          standing,
          score,
          doubts,
          participants: observers,
          domains: proposal.row ? [proposal.row] : [],
          lineage: proposal.edges,
        },
        record: proposal.record,
      });
    } catch (error) {
      if (!(error instanceof ProposalError)) throw error;
      changes.refused.push({ exchange, to, why: error.message });
    }
  }
  return changes;
}

function ownerOf(name: string, records: readonly ExchangeRecord[]): string | null {
  return records.find(({ domains }) => domains.some((row) => row.domain === name))?.id ?? null;
}

function againstName(name: string, lookalikes: Pick<Matcher, 'match'>): SuccessionDoubt[] {
  const host = parseHost(name);
  if (isBadHost(host)) return [];
  return [
    ...(lookalikes.match(host) ? (['lookalike'] as const) : []),
    ...(host.platform ? (['platform'] as const) : []),
  ];
}
