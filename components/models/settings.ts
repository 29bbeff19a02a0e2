import type { FindingKind } from '../../utils/verdict/finding.ts';
import type { ListPort, ListStatus } from './list.ts';
import type { StudyPort } from './study.ts';

/** `undecided` until the welcome page was answered; nothing is recorded then. */
export type RecordingMode = 'undecided' | 'on' | 'paused' | 'off';

export interface RecordingState {
  mode: RecordingMode;
  /** Whether policy holds recording off. */
  locked: boolean;
}

export const RECORDING_FAULTS = ['full', 'newer', 'failed'] as const;
/** Why a page was not recorded: no room, a history that a later version wrote, or anything else. */
export type RecordingFault = (typeof RECORDING_FAULTS)[number];

export const LANGUAGES = ['en', 'zh_CN', 'zh_TW'] as const;
export type Language = (typeof LANGUAGES)[number];
export type LanguageChoice = 'auto' | Language;

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const STORED_DETAILS = ['domain', 'host', 'path', 'full'] as const;
/** How much of an address is kept: registrable domain, host, path, or all but the fragment. */
export type StoredDetail = (typeof STORED_DETAILS)[number];

export const IGNORE_TERMS = ['session', 'day', 'week', 'always'] as const;
export type IgnoreTerm = (typeof IGNORE_TERMS)[number];

/** A wish to hear no more of some findings on a domain. */
export interface IgnoreRequest {
  /** Registrable domain, private suffixes counted; the host itself where there is none. */
  domain: string;
  kinds: FindingKind[];
  term: IgnoreTerm;
  /** false: later visits are not stored either. */
  record: boolean;
}

export interface IgnoreEntry extends IgnoreRequest {
  id: string;
  /** ISO date. */
  since: string;
  /** ISO date; null for always and for the session. */
  until: string | null;
}

/** A warning that was continued past; holds for the session. */
export interface Allowance {
  host: string;
  since: string;
}

/** What the user can set. */
export interface Settings {
  recording: RecordingMode;
  storedDetail: StoredDetail;
  storeTitles: boolean;
  retentionDays: number;
  language: LanguageChoice;
  theme: Theme;
  /** The card on the page. */
  card: boolean;
  /** The card also for firmly listed exchanges. */
  cardForListed: boolean;
}

export type SettingName = keyof Settings;

export interface OptionsModel {
  settings: Settings;
  /** Settings that policy has locked. */
  locked: SettingName[];
  /** `flags` is null where the history cannot be opened; `bytes` where the browser tells none. */
  stored: { flags: number | null; bytes: number | null };
  ignored: IgnoreEntry[];
  allowed: Allowance[];
  /** null where no list can be read, not even the one that came with Ensign. */
  list: ListStatus | null;
  /** Commands of the manifest with the keys in force; '' where none is set. */
  shortcuts: { id: string; keys: string }[];
}

/** What the options page asks of the extension. */
export interface OptionsPort {
  model(): Promise<OptionsModel>;
  set<Name extends SettingName>(name: Name, value: Settings[Name]): Promise<void>;
  unignore(id: string): Promise<void>;
  /** Undoes `unignore`. */
  ignore(request: IgnoreRequest): Promise<void>;
  disallow(host: string): Promise<void>;
  list: ListPort;
  deleteHistory(): Promise<void>;
  study: StudyPort;
  /** Opens the browser's page for extension shortcuts; absent where it cannot be opened. */
  openShortcuts?(): void;
  onChange(listener: () => void): () => void;
}
