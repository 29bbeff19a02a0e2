import type { DomainRecord, LineageEdge, PartialDate } from '../../utils/exchange/record.ts';
import type { ExchangeName } from '../../utils/verdict/finding.ts';

/** A domain that browsing suggests is a listed exchange's new name. */
export interface LineageCandidate {
  domain: string;
  /** The listed domain it was reached from or built on. */
  from: string;
  evidence: 'redirect' | 'notice' | 'claim' | 'assets' | 'affiliates';
  /** ISO date first seen. */
  seen: PartialDate;
}

export interface Visit {
  /** Registrable domain. */
  domain: string;
  /** ISO instant. */
  at: string;
}

/** One exchange's domains over time, with what was seen of them here. */
export interface LineageModel {
  exchange: ExchangeName;
  domains: DomainRecord[];
  edges: LineageEdge[];
  candidates: LineageCandidate[];
  /** Visits in the last `windowDays`. */
  visits: Visit[];
  /** Length of the close-up at the right, in days. */
  windowDays: number;
  /** `YYYY-MM-DD`, the day the drawing ends. */
  today: PartialDate;
}
