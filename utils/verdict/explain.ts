import type { ExchangeName, Finding } from './finding.ts';

/** The exchange a finding names; null where it names none. */
export function exchangeOf(finding: Finding): ExchangeName | null {
  return 'exchange' in finding ? finding.exchange : null;
}
