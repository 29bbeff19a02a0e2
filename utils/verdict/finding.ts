import type { DomainRole, HouseType, LineageEdge, PartialDate } from '../exchange/record.ts';
import type { RowWeakness } from '../exchange/weakness.ts';
import type { ChineseScript, PageKind, Signal } from '../landing/assessment.ts';
import type { LookalikeMatch } from '../lookalike/match.ts';

export const TIERS = ['danger', 'caution', 'notice', 'none', 'unknown'] as const;
export type Tier = (typeof TIERS)[number];

/** What is displayed of the exchange that a finding names. */
export interface ExchangeName {
  id: string;
  name: string;
  nameZh: string | null;
  type: HouseType;
}

/** Why a listed row is no firm evidence that the host is the exchange's today. */
export type Weakness = RowWeakness;

export interface ListedFinding {
  kind: 'listed';
  tier: 'notice' | 'caution';
  exchange: ExchangeName;
  /** The listed name that matched: the host itself or a parent of it. */
  name: string;
  role: DomainRole;
  /** Empty on a firm row. `former` alone keeps the tier at notice. */
  weaknesses: Weakness[];
  from: PartialDate | null;
  until: PartialDate | null;
  source: string;
  /** Year of the source, where it states one. */
  year: number | null;
  lastChecked: PartialDate | null;
  /** The exchange's whole lineage, oldest first. */
  lineage: LineageEdge[];
}

export interface ReportedFinding {
  kind: 'reported';
  tier: 'danger';
  exchange: ExchangeName;
  name: string;
  source: string;
  firstSeen: PartialDate | null;
  lastSeen: PartialDate | null;
}

export interface LookalikeFinding {
  kind: 'lookalike';
  tier: 'danger' | 'caution';
  exchange: ExchangeName;
  match: LookalikeMatch;
}

export interface LandingFinding {
  kind: 'landing';
  tier: 'caution';
  /** null: the page matches no exchange we list. */
  exchange: ExchangeName | null;
  pageKind: Exclude<PageKind, 'none'>;
  script: ChineseScript;
  sure: 'high' | 'low';
  score: number;
  signals: Signal[];
}

export interface BrandClaimFinding {
  kind: 'brandClaim';
  tier: 'caution' | 'danger';
  exchange: ExchangeName;
  signals: Signal[];
}

export interface OperationsFinding {
  kind: 'operations';
  tier: 'none';
  operations: Signal[];
  seatClaims: Signal[];
}

/** What speaks against a succession candidate, or for less than it seems; gravest first. */
export const SUCCESSION_DOUBTS = [
  'reported',
  'lookalike',
  'parked',
  'lapsed',
  'copied',
  'another exchange',
  'former',
  'unproven row',
  'old record',
  'timing',
  'platform',
  'alone',
] as const;
export type SuccessionDoubt = (typeof SUCCESSION_DOUBTS)[number];

export interface SuccessionFinding {
  kind: 'succession';
  tier: 'caution';
  exchange: ExchangeName;
  from: string;
  to: string;
  evidence: 'redirect' | 'notice' | 'claim' | 'assets' | 'affiliates';
  /** ISO date (UTC) on which it was seen. */
  seen: string;
  /** What speaks against it, gravest first: codes of utils/trail/weigh.ts. Absent in flags of earlier versions. */
  doubts?: SuccessionDoubt[];
}

/** One reasoned claim. */
export type Finding =
  | ListedFinding
  | ReportedFinding
  | LookalikeFinding
  | LandingFinding
  | BrandClaimFinding
  | OperationsFinding
  | SuccessionFinding;

export type FindingKind = Finding['kind'];

/** All claims about one document, strongest first, and the tier they come to. */
export interface Verdict {
  tier: Tier;
  host: { ascii: string; unicode: string; registrable: string | null };
  findings: Finding[];
  /** Kinds found but silenced by the user's ignore list. */
  ignored: FindingKind[];
  list: { version: number; issued: string };
}
