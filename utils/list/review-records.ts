import { lastChecked } from '../exchange/last-checked.ts';
import { listedName } from '../exchange/listed-name.ts';
import type { ExchangeRecord } from '../exchange/record.ts';

/** Why somebody should look at an entry again. */
export const REVIEW_REASONS = ['lapsed', 'weak', 'unchecked', 'no status', 'status without source'] as const;
export type ReviewReason = (typeof REVIEW_REASONS)[number];

export interface ReviewItem {
  reason: ReviewReason;
  exchange: string;
  /** The listed name; null where the item is about the exchange itself. */
  name: string | null;
  detail: string;
}

/**
 * The work list of those who keep the records.
 * @param dueBefore entries last checked before this date are due, `2025-11-23`
 */
export function reviewRecords(exchanges: readonly ExchangeRecord[], dueBefore: string): ReviewItem[] {
  const items = exchanges.flatMap((exchange) => [
    ...reviewRows(exchange, dueBefore),
    ...reviewStatus(exchange),
  ]);
  const rank = (item: ReviewItem) => REVIEW_REASONS.indexOf(item.reason);
  return items.sort((a, b) => rank(a) - rank(b));
}

/** One item a row, the weightiest reason first: a lapsed name may have been bought by somebody else. */
function reviewRows(exchange: ExchangeRecord, dueBefore: string): ReviewItem[] {
  return exchange.domains.flatMap((row): ReviewItem[] => {
    const at = { exchange: exchange.id, name: listedName(row)?.name ?? row.domain };
    const status = row.domain_status;
    if (status) return [{ ...at, reason: 'lapsed', detail: `${status.state} (${status.checked})` }];
    if (row.confidence) return [{ ...at, reason: 'weak', detail: row.confidence }];
    const checked = lastChecked(row);
    if (checked !== null && checked >= dueBefore) return [];
    return [{ ...at, reason: 'unchecked', detail: checked === null ? 'never' : `last ${checked}` }];
  });
}

function reviewStatus({ id, status, status_source }: ExchangeRecord): ReviewItem[] {
  const at = { exchange: id, name: null };
  if (status === 'unknown') return [{ ...at, reason: 'no status', detail: 'unknown' }];
  return status_source ? [] : [{ ...at, reason: 'status without source', detail: status }];
}
