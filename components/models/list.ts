/** The list in use, in one line. */
export interface ListBrief {
  version: number;
  /** ISO date (UTC) of issue. */
  issued: string;
}

export interface AgedList extends ListBrief {
  /** Whole days since issue; null where it is dated in the future. */
  ageDays: number | null;
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

export const LIST_FILES = ['pointer', 'manifest', 'signature', 'snapshot', 'delta'] as const;
export type ListFile = (typeof LIST_FILES)[number];

export const STORE_FAULTS = ['newer', 'full', 'blocked', 'unreadable'] as const;

/** What an outcome says beyond its name; which of it, depends on the outcome. */
export interface SyncFacts {
  version?: number;
  /** Version that was in use before. */
  from?: number | null;
  /** Bytes that travelled. */
  bytes?: number;
  file?: ListFile;
  /** Status of HTTP. */
  status?: number;
  /** Nothing below this version is taken. */
  floor?: number;
  keyId?: string;
  /** ISO instants. */
  issued?: string;
  expires?: string;
  fault?: (typeof STORE_FAULTS)[number];
  /** Technical, in English. */
  detail?: string;
}

export interface SyncTry {
  /** ISO instant. */
  at: string;
  outcome: SyncOutcome;
  facts: SyncFacts;
}

/** How a try ended, as the extension answers it. */
export type SyncAnswer = { kind: SyncOutcome } & SyncFacts;

/** A list too old to be relied on. */
export interface StaleList {
  /** null where the list is from the future: the device's clock or the list is wrong. */
  ageDays: number | null;
  lastTry: SyncTry | null;
  /** Whether an address is set that could be asked now. */
  canUpdate: boolean;
}

/** Why the bundled list serves though another was stored. */
export const LIST_TROUBLES = [
  /** A later version of Ensign wrote the store; nothing in it is touched. */
  'store newer',
  'store blocked',
  'store unreadable',
  /** The browser dropped what was stored. */
  'store emptied',
  'stored list broken',
  'key no longer trusted',
] as const;
export type ListTrouble = (typeof LIST_TROUBLES)[number];

/** What a list's date is worth now. */
export const LIST_DATES = ['fresh', 'old', 'expired', 'from the future'] as const;
export type ListDates = (typeof LIST_DATES)[number];

/** Why a list's source was not set. */
export const SOURCE_FAULTS = [
  'not an address',
  'not https',
  'has a name or password',
  'has a query or fragment',
  'not a key',
  'too many keys',
  'a key twice',
  'set by policy',
] as const;
export type SourceFault = (typeof SOURCE_FAULTS)[number];

/** What became of going back, or forward again. */
export const BACK_OUTCOMES = ['done', 'not kept', 'busy', 'storage failed'] as const;
export type BackOutcome = (typeof BACK_OUTCOMES)[number];

/** A list kept on the device. */
export interface KeptList extends ListBrief {
  sha256: string;
  /** ISO instant. */
  storedAt: string;
  /** Whether it is the one in use. */
  inUse: boolean;
}

/** A try under way. */
export interface SyncProgress {
  file: ListFile;
  /** Bytes. */
  received: number;
  /** Bytes the file has at most; exactly so many for a snapshot and a delta. */
  size: number;
}

/** What the options page says of the list. */
export interface ListStatus {
  inUse: AgedList & { exchanges: number; addresses: number; sha256: string };
  /** The list that came with the extension, or one that came since, and how. */
  origin: 'bundled' | 'address' | 'file';
  lastTry: SyncTry | null;
  /** '' where none is set. */
  address: string;
  /** Public keys trusted, as minisign prints them; the first is the current one. */
  keys: string[];
  /** Whether address or keys are other than those the extension was built with. */
  foreign: boolean;
  /** The last outcome that an honest host does not bring about, until a sync succeeds. */
  alert: SyncTry | null;
  trouble: ListTrouble | null;
  /** ISO instant of the next try; null where nothing is fetched by itself: none could be, or the list is pinned. */
  nextTry: string | null;
  /** Whether a study taken part in holds the list in use: then it is asked for by hand alone. */
  pinned: boolean;
  /** ISO date: the publisher's own word for how long it holds. */
  expires: string;
  dated: ListDates;
  /** Key that signed the list in use, 16 hex digits; null for the bundled one. */
  keyId: string | null;
  /** Lists on the device that one can go back to, latest first; the one in use among them. */
  kept: KeptList[];
  /** Version of the list that came with the extension; it can always be gone back to. */
  bundledVersion: number;
  /** Version that the user went back from. */
  heldBack: number | null;
  underWay: SyncProgress | null;
  /** What policy holds fast. */
  locked: { address: boolean; keys: boolean };
  /** Hours between two tries. */
  intervalHours: number;
}

/** What the options page asks about the list. */
export interface ListPort {
  /** Asks for the list now. */
  update(): Promise<SyncAnswer>;
  /** Puts a kept list in use; null is the one that came with the extension. */
  use(sha256: string | null): Promise<BackOutcome>;
  /** What is left out stays as it is; null is what the extension was built with. Answers why it was not set. */
  setSource(change: { address?: string | null; keys?: string[] | null }): Promise<SourceFault | null>;
  /** Takes a signed list from files, in any order and under any names. */
  takeFiles(files: readonly Blob[]): Promise<SyncAnswer>;
}
