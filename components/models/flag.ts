import type { FlagAction } from '../../utils/history/flag.ts';
import type { FlagQuery } from '../../utils/history/flag-query.ts';
import type { Finding, FindingKind, Tier } from '../../utils/verdict/finding.ts';

/** Kinds of findings, as filters and charts list them. */
export const FLAG_KINDS = [
  'listed',
  'reported',
  'lookalike',
  'landing',
  'brandClaim',
  'succession',
  'operations',
] as const satisfies FindingKind[];

/** One of the last flags, as the popup lists them. */
export interface FlagBrief {
  id: string;
  /** ISO instant. */
  observedAt: string;
  tier: Tier;
  /** Kind of the strongest finding. */
  kind: FindingKind;
  /** As stored: the registrable domain, or the host where the user keeps hosts. In Unicode. */
  host: string;
}

/** What a line of the log shows before the whole flag is read. */
export interface FlagOutline extends FlagBrief {
  action: FlagAction;
  listVersion: number;
}

/** One flag of the history, with what explains it. */
export interface FlagRow extends FlagBrief {
  /** The same name in ASCII. */
  hostAscii: string;
  /** Strongest first. */
  findings: Finding[];
  action: FlagAction;
  list: { version: number; sha256: string };
  detectorVersion: string;
  extensionVersion: string;
  referrerDomain: string | null;
  /** Hosts passed on the way here, in order. */
  redirectChain: string[];
  htmlLang: string | null;
  title: string | null;
  url: string | null;
  /** Fields not stored, by name. */
  redactions: string[];
}

/** Flags of one local day that match the filter. */
export interface DayCount {
  /** `YYYY-MM-DD`, local. */
  day: string;
  flags: number;
}

/** Answer to one query: a window of rows, newest first, and the shape of the whole. */
export interface FlagAnswer {
  offset: number;
  rows: FlagRow[];
  /** Flags that match the filter; the sum of `days`. */
  matched: number;
  /** Flags kept in all. */
  stored: number;
  /** Newest first; days without a match are absent. */
  days: DayCount[];
  /** False while only these rows are counted, and `matched`, `stored` and `days` are theirs. */
  counted?: false;
  /** Any matching flag at once, in outline; absent where each has to be asked for. */
  outline?(offset: number): FlagOutline | null;
}

/** Which flags to delete: some by id, or all that match a filter. */
export type FlagSelection = { ids: string[] } | { filter: FlagQuery };

export interface DeleteReceipt {
  deleted: number;
  /** Hand this to `restore` to undo. */
  undo: string;
}
