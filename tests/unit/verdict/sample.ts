import { type Host, isBadHost, parseHost } from '../../../utils/domain/host.ts';
import type { ExchangeRecord } from '../../../utils/exchange/record.ts';
import type { LandingFinding } from '../../../utils/verdict/finding.ts';

export const OKX: ExchangeRecord = {
  id: 'okx',
  name: 'OKX',
  type: 'exchange',
  names_zh: ['欧易'],
  aliases: ['OKEx'],
  domains: [],
  lineage: [],
  status: 'active',
  source: ['s'],
};

/** A page of an exchange on no list. */
export const LANDING: LandingFinding = {
  kind: 'landing',
  tier: 'caution',
  exchange: null,
  pageKind: 'exchange',
  script: 'Hans',
  sure: 'high',
  score: 0.9,
  signals: [],
};

export function host(name: string): Host {
  const parsed = parseHost(name);
  if (isBadHost(parsed)) throw new Error(parsed.fault);
  return parsed;
}
