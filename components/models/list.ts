/** The list in use, in one line. */
export interface ListBrief {
  version: number;
  /** ISO date (UTC) of issue. */
  issued: string;
}

/** How the last try at the list ended, in a name of the sync room; unknown names are shown as they are. */
export type SyncOutcome =
  | 'updated by difference'
  | 'updated whole'
  | 'already current'
  | 'no address set'
  | 'no answer'
  | 'refused: signature'
  | 'refused: checksum'
  | 'refused: older version'
  | 'refused: expired'
  | 'refused: size'
  | 'refused: contents'
  | 'storage failed';

export interface SyncTry {
  /** ISO instant. */
  at: string;
  outcome: SyncOutcome;
}

/** A list too old to be relied on. */
export interface StaleList {
  ageDays: number;
  lastTry: SyncTry | null;
  /** Whether an address is set that could be asked now. */
  canUpdate: boolean;
}

/** What the options page says of the list. */
export interface ListStatus {
  inUse: ListBrief & { ageDays: number; exchanges: number; addresses: number; sha256: string };
  /** The list that came with the extension, or one fetched since. */
  origin: 'bundled' | 'fetched';
  lastTry: SyncTry | null;
  /** '' where none is set. */
  address: string;
  /** Public keys trusted, as minisign prints them; the first is the current one. */
  keys: string[];
  /** Whether address or keys are other than those the extension was built with. */
  foreign: boolean;
}
