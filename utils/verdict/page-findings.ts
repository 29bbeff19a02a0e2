import type { ExchangeRecord } from '../exchange/record.ts';
import type { LandingAssessment } from '../landing/assessment.ts';
import type { PageFinding } from './decide.ts';
import { exchangeName } from './listed.ts';

/**
 * What an assessed page says, as findings. `exchangeById` reads the list; an id it does not know names nobody.
 * Ties to the mainland and claims of seat stand beside a finding only, never alone: decide leaves them out
 * where nothing else speaks of an exchange.
 */
export function pageFindings(
  assessment: LandingAssessment,
  exchangeById: (id: string) => ExchangeRecord | null,
): PageFinding[] {
  const named = (id: string | null) => {
    const record = id === null ? null : exchangeById(id);
    return record ? exchangeName(record) : null;
  };
  const found: PageFinding[] = [];
  const { pageKind, script, sure, score, signals, brandClaim, operations, seatClaims } = assessment;
  if (pageKind !== 'none') {
    const exchange = named(assessment.exchange);
    found.push({ kind: 'landing', tier: 'caution', exchange, pageKind, script, sure, score, signals });
  }
  const claimed = named(brandClaim?.exchange ?? null);
  if (brandClaim && claimed) {
    found.push({ kind: 'brandClaim', tier: 'caution', exchange: claimed, signals: brandClaim.signals });
  }
  if (operations.length + seatClaims.length > 0) {
    found.push({ kind: 'operations', tier: 'none', operations, seatClaims });
  }
  return found;
}
