/** How often each exchange is imitated: facts counted by `npm run attacks`, kept in assets/list/attacks.json. */
export interface AttackCounts {
  /** ISO date of the count. */
  date: string;
  /** What was counted, in words. */
  sources: string[];
  /** Exchange id → lookalike hosts seen. An absent id is zero. */
  hosts: Record<string, number>;
  /** Names that attackers use and no own domain has: products, habitual abbreviations. */
  names?: AttackerName[];
}

export interface AttackerName {
  name: string;
  exchange: string;
  /** A product speaks for itself; an abbreviation only among telling words. */
  kind: 'product' | 'abbreviation';
  source: string;
}

/**
 * What an exchange's names may alarm by.
 * 0: attacked often; 1: attacked, or among the best sourced; 2: well sourced;
 * 3: neither: a long name, letter by letter among strong or telling words; as the whole label under a cheap suffix or
 * with a foreign letter.
 */
export type AttackTier = 0 | 1 | 2 | 3;

const OFTEN = 4;
const BEST_SOURCED = 60;
const WELL_SOURCED = 160;

/** Tiers of all exchanges, given their counts and their rank by number of sources (0 is the best sourced). */
export function attackTier(hosts: number, rankBySources: number): AttackTier {
  if (hosts >= OFTEN) return 0;
  if (hosts >= 1 || rankBySources < BEST_SOURCED) return 1;
  return rankBySources < WELL_SOURCED ? 2 : 3;
}

/**
 * Prior of an imitation, in eighths of a bit: 6 bits, and 0.9 for each halving of the exchange's share of all attacks.
 * An exchange never seen counts as half a host.
 */
export function priorCost(hosts: number, total: number): number {
  const share = Math.max(hosts, 0.5) / Math.max(total, 1);
  return Math.round(8 * (6 + 0.9 * Math.log2(1 / Math.min(1, share))));
}
