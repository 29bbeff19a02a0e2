import { lastChecked } from '../exchange/last-checked.ts';
import type { DomainRecord, ExchangeRecord } from '../exchange/record.ts';
import { weaknessesOf } from '../exchange/weakness.ts';
import { citation } from './citation.ts';
import type { ExchangeName, ListedFinding } from './finding.ts';

/** A row of the list that a host met. */
export interface ListedRow {
  name: string;
  exchange: ExchangeRecord;
  domain: DomainRecord;
}

export function exchangeName(record: ExchangeRecord): ExchangeName {
  return { id: record.id, name: record.name, nameZh: record.names_zh[0] ?? null, type: record.type };
}

/** The finding for a listed row. A former name is history, not doubt: alone it stays a notice. */
export function listedFinding(row: ListedRow): ListedFinding {
  const weak = weaknessesOf(row.domain);
  const cited = citation(row.domain.source);
  return {
    kind: 'listed',
    tier: weak.some((reason) => reason !== 'former') ? 'caution' : 'notice',
    exchange: exchangeName(row.exchange),
    name: row.name,
    role: row.domain.role,
    weaknesses: weak,
    from: row.domain.from ?? null,
    until: row.domain.until ?? null,
    source: cited.source,
    year: cited.year,
    lastChecked: lastChecked(row.domain),
    lineage: [...row.exchange.lineage].sort((a, b) => (a.year ?? 9999) - (b.year ?? 9999)),
  };
}
