import { listedName } from '../exchange/listed-name.ts';
import type { DomainRecord, ExchangeRecord } from '../exchange/record.ts';
import { isFirm } from '../exchange/weakness.ts';

/**
 * The name that stands for an exchange where a page names the exchange and none of its addresses: its present
 * primary name, else what comes nearest; null for a record of names alone.
 */
export function presentName({ domains }: Pick<ExchangeRecord, 'domains'>): string | null {
  const named = domains.filter((row) => listedName(row) !== null).sort((a, b) => rank(a) - rank(b));
  const [first] = named;
  return first ? (listedName(first)?.name ?? null) : null;
}

function rank(row: DomainRecord): number {
  return (row.role === 'primary' ? 0 : row.role === 'former' ? 2 : 1) + (isFirm(row) ? 0 : 3);
}
