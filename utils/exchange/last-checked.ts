import type { DomainRecord, PartialDate } from './record.ts';

/** When somebody last looked whether the name is still the exchange's; null where nobody is known to have looked. */
export function lastChecked(row: DomainRecord): PartialDate | null {
  const dates = [row.domain_status?.checked, row.last_seen_live].filter((date) => date !== undefined);
  return dates.sort().at(-1) ?? null;
}
