/** The list in use, in one line. */
export interface ListBrief {
  version: number;
  /** ISO date (UTC) of issue. */
  issued: string;
}

/** How the last try at the list ended, in a name of the sync room; unknown names are shown as they are. */
export const SYNC_OUTCOMES = [
  'updated by difference',
  'updated whole',
  'already current',
  /** The host has nothing later than the version that the user went back from. */
  'held back',
  'no address set',
  'no key set',
  'busy',
  'no answer',
  'too slow',
  'host error',
  'redirected',
  /** A page (often a captive portal's) where a file of a list was to be. */
  'not a list',
  'incomplete',
  'refused: signature',
  'refused: unknown key',
  'refused: checksum',
  'refused: older version',
  'refused: same version',
  'refused: version jump',
  'refused: expired',
  'refused: issued in the future',
  'refused: size',
  'refused: contents',
  'storage failed',
] as const;
export type SyncOutcome = (typeof SYNC_OUTCOMES)[number];

export interface SyncTry {
  /** ISO instant. */
  at: string;
  outcome: SyncOutcome;
  /** What it says beyond its name: versions, sizes, the host's status; technical, for those who look into it. */
  detail?: string;
}

/** A list too old to be relied on. */
export interface StaleList {
  /** Negative where the list is from the future: the device's clock or the list is wrong. */
  ageDays: number;
  lastTry: SyncTry | null;
  /** Whether an address is set that could be asked now. */
  canUpdate: boolean;
}

/** Why the bundled list serves though another was stored. */
export type ListTrouble =
  /** A later version of Ensign wrote the store; nothing in it is touched. */
  | 'store newer'
  | 'store blocked'
  | 'store unreadable'
  /** The browser dropped what was stored. */
  | 'store emptied'
  | 'stored list broken'
  | 'key no longer trusted';

/** A list kept on the device. */
export interface KeptList extends ListBrief {
  sha256: string;
  /** ISO instant. */
  storedAt: string;
  /** Whether it is the one in use. */
  inUse: boolean;
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
  /** The last outcome that an honest host does not bring about, until a sync succeeds. */
  alert?: SyncTry | null;
  trouble?: ListTrouble | null;
  /** ISO instant of the next try; null where nothing is fetched. */
  nextTry?: string | null;
  /** ISO date: the publisher's own word for how long it holds. */
  expires?: string;
  dated?: 'fresh' | 'old' | 'expired' | 'from the future';
  /** Key that signed the list in use, 16 hex digits; null for the bundled one. */
  keyId?: string | null;
  /** Lists on the device that one can go back to, latest first; the one in use among them. */
  kept?: KeptList[];
  /** Version that the user went back from. */
  heldBack?: number | null;
  /** A try under way. */
  underWay?: { file: string; received: number; size: number | null } | null;
  /** What policy holds fast. */
  locked?: { address: boolean; keys: boolean };
  /** Hours between two tries. */
  intervalHours?: number;
}
