import type { ChineseScript, PageKind, Signal } from '../landing/assessment.ts';
import type { Finding, FindingKind, Tier } from '../verdict/finding.ts';

/** What the user was shown and did, latest last wins. */
export type FlagAction = 'shown' | 'left' | 'continued' | 'ignored' | 'reported';

/** One finding, flattened for storage and export. */
export interface FlagFinding {
  kind: FindingKind;
  /** Exchange id; null where the page matches none we list. */
  exchange: string | null;
  /** The listed or imitated domain. */
  target: string | null;
  techniques: string[];
  /** The rule that matched, in words that do not change between versions. */
  matched_rule: string;
  evidence: string[];
}

/** Settings that influence a verdict, in clear. */
export interface FlagSettings {
  stored_detail: StoredDetail;
  store_title: boolean;
  ignored_kinds: FindingKind[];
}

/** How much of an address is kept. */
export type StoredDetail = 'domain' | 'host' | 'path' | 'full';

/** One flag of one committed document, schema version 1. Field names are the export's. */
export interface FlagRecord {
  schema_version: 1;
  /** UUIDv4: a v7 would betray the time that rounding hides. */
  flag_id: string;
  /** UTC, ISO 8601 with milliseconds. */
  observed_at: string;
  tz_offset_min: number;
  tier: Tier;
  findings: FlagFinding[];
  /** 0..1; 1 for a listed or reported name. */
  score: number;
  host: string;
  host_unicode: string;
  registrable_domain: string | null;
  /** As much of the address as `settings.stored_detail` allows; null where only the host is kept. */
  url: string | null;
  title: string | null;
  html_lang: string | null;
  detected_lang: 'zh' | 'ja' | 'ko' | 'other' | null;
  script: ChineseScript | null;
  signals: Signal[];
  list: { version: number; sha256: string; entry_first_seen: string | null };
  detector_version: string;
  extension_version: string;
  browser: string;
  os: string;
  referrer_domain: string | null;
  /** Hosts asked for on the way, first to last but one. */
  redirect_chain: string[];
  session_pseudonym: string;
  study_id: string | null;
  participant_id: string | null;
  page_kind: PageKind;
  settings: FlagSettings;
  action: FlagAction;
  redactions: string[];
}

/** A flag as kept in the database: what export leaves out stands under `local`. */
export interface StoredFlag extends FlagRecord {
  local: {
    /** One a committed document; makes a repeated event amend instead of add. */
    document: string;
    /** Flag kinds and exchanges, for the indexes. */
    kinds: FindingKind[];
    exchanges: string[];
    /** The findings as decided, lineage left out: the list in use supplies it when shown. */
    findings: Finding[];
  };
}

/** A deleted flag, until undo is no longer offered. */
export interface DeletedFlag {
  receipt: string;
  flag: StoredFlag;
}

/** Pages checked and flagged on one local calendar day: without denominators there are no rates. */
export interface DailyCount {
  /** YYYY-MM-DD, local calendar. */
  day: string;
  checked: number;
  flagged: number;
  kinds: Partial<Record<FindingKind, number>>;
}

/** Why nothing was recorded in an interval. */
export type CoverageReason = 'recording' | 'not chosen' | 'off' | 'paused' | 'no permission' | 'policy';

/** An interval in which recording stood one way. */
export interface CoverageInterval {
  from: string;
  /** null while it lasts. */
  until: string | null;
  reason: CoverageReason;
}

/** A succession candidate, kept beside the flags. */
export interface SuccessionEdge {
  id: string;
  from: string;
  to: string;
  exchange: string;
  kind: 'redirect' | 'notice' | 'claim' | 'assets' | 'affiliates';
  first_seen: string;
  last_seen: string;
  times: number;
  evidence: string[];
}
