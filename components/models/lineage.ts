import type { DomainRecord, LineageEdge, PartialDate } from '../../utils/exchange/record.ts';
import type { ExchangeName, SuccessionDoubt } from '../../utils/verdict/finding.ts';

/** A domain that browsing suggests is a listed exchange's new name. */
export interface LineageCandidate {
  domain: string;
  /** The listed domain it was reached from or built on. */
  from: string;
  evidence: 'redirect' | 'notice' | 'claim' | 'assets' | 'affiliates';
  /** ISO dates first and last seen. */
  seen: PartialDate;
  lastSeen: PartialDate;
  /** Documents that it was seen on. */
  times: number;
  /** What it rests on, `code: value` (utils/trail/sighting.ts). */
  lines: string[];
}

/** All that was seen of one name, weighed, and what the user made of it. */
export interface CandidateName {
  domain: string;
  standing: 'supported' | 'open' | 'doubtful';
  doubts: SuccessionDoubt[];
  decision: 'accepted' | 'rejected' | null;
  seen: LineageCandidate[];
}

/** A record's change ready to paste, or why there is none. */
export type ProposalAnswer = { text: string } | { fault: string };

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
  /** Names that browsing suggests; the best supported first. */
  candidates: CandidateName[];
  /** Visits in the last `windowDays`. */
  visits: Visit[];
  /** Length of the close-up at the right, in days. */
  windowDays: number;
  /** `YYYY-MM-DD`, the day the drawing ends. */
  today: PartialDate;
}
