import type {
  BrandClaimFinding,
  Finding,
  FindingKind,
  LandingFinding,
  ListedFinding,
  LookalikeFinding,
  ReportedFinding,
  SuccessionFinding,
} from '../../utils/verdict/finding.ts';
import type { FlagBrief } from './flag.ts';
import type { ListBrief, StaleList } from './list.ts';
import type { IgnoreRequest, RecordingFault, RecordingState } from './settings.ts';

/** The page's host as displayed, and what an ignore entry for it would name. */
export interface ShownHost {
  ascii: string;
  unicode: string;
  /** null for a bare suffix or single label. */
  registrable: string | null;
}

/** Why a page cannot be checked. */
export type CannotCheckReason =
  /** The browser's own pages, its store, other extensions' pages. */
  | 'restricted page'
  /** file:, data:, view-source: and the like. */
  | 'no web address'
  /** IP addresses and names that are no hostnames. */
  | 'not a hostname'
  /** The page did not load, a bad certificate included. */
  | 'not loaded'
  | 'list not readable'
  /** The extension itself failed. */
  | 'failed';

interface Judged {
  host: ShownHost;
  /** The other findings, strongest first, `operations` among them. */
  also: Finding[];
  /** Kinds found but silenced by the ignore list. */
  ignored: FindingKind[];
}

/** What the verdict on the page comes to; `pageState` makes it of a verdict. */
export type JudgedPage =
  | (Judged & { state: 'listed'; finding: ListedFinding })
  | (Judged & { state: 'reported'; finding: ReportedFinding })
  | (Judged & { state: 'lookalike'; finding: LookalikeFinding })
  | (Judged & { state: 'landing'; finding: LandingFinding })
  | (Judged & { state: 'brandClaim'; finding: BrandClaimFinding })
  | (Judged & { state: 'succession'; finding: SuccessionFinding })
  | (Judged & { state: 'notListed' });

export type UnjudgedPage =
  /** `address` is what the tab shows, '' if that is unknown. */
  | { state: 'cannotCheck'; address: string; reason: CannotCheckReason }
  /** The site was taken off the extension's permissions; null where neither browser nor session tells its address. */
  | { state: 'permissionMissing'; host: ShownHost | null }
  /** The list is still being read; the popup asks again. */
  | { state: 'listNotReady'; host: ShownHost | null };

export type PageState = JudgedPage | UnjudgedPage;

/** What the popup says besides its page. */
export interface PopupFacts {
  recording: RecordingState;
  /**
   * Settings held by policy; 'foreign list' where address or key are not the built-in ones; where the organisation
   * takes reports.
   */
  policy: { managed: boolean; foreignList: boolean; support: string | null };
}

/** Everything the popup shows. */
export interface PopupModel extends PopupFacts {
  /** What is said of a link that was asked about from its menu; told once. */
  asked: CheckAnswer | null;
  page: PageState;
  /** Whether asking again tells more: the age of the list, the last flags. */
  more: boolean;
  /** null while the list is not ready. */
  list: ListBrief | null;
  /** null while it is fresh enough. */
  stale: StaleList | null;
  privateWindow: boolean;
  /** Why the last page of a plain window was not recorded though recording is on; null where it was. */
  unrecorded: RecordingFault | null;
  /** At most five, newest first; empty in private windows. */
  recent: FlagBrief[];
}

/** Answer to an address typed into the popup. */
export type CheckAnswer = { page: JudgedPage } | { fault: string };

/** What the popup asks of the extension. */
export interface PopupPort {
  model(): Promise<PopupModel>;
  /** Leaves the page: back past it, or a new tab page. */
  leave(): void;
  check(address: string): Promise<CheckAnswer>;
  ignore(request: IgnoreRequest): Promise<void>;
  /** Takes back all that is ignored on a domain. */
  unignore(domain: string): Promise<void>;
  setRecording(mode: 'on' | 'paused'): Promise<void>;
  /** Absent where no list can be fetched. */
  syncNow?(): Promise<void>;
  /**
   * Must be called from a click, before anything is waited for.
   * @param scope all sites, or one host in its ASCII form
   */
  requestPermission(scope: 'all' | { host: string }): Promise<boolean>;
  copy(text: string): Promise<void>;
  /** Calls back when what the popup shows may have changed; returns the way to stop. */
  onChange(listener: () => void): () => void;
  open(surface: 'history' | 'export' | 'options' | 'welcome' | 'lineage', detail?: string): void;
  /** Surfaces that exist in this build. */
  surfaces: { export: boolean };
}
