import type { RecordingFault } from '../../components/models/settings.ts';
import type { FlagAction } from '../../utils/history/flag.ts';
import type { Decision, Hop } from '../../utils/navigation/decision.ts';
import type { Journeys } from '../../utils/navigation/state.ts';
import type { PageMarks } from '../../utils/trail/observation.ts';
import type { PageFinding } from '../../utils/verdict/decide.ts';
import type { Verdict } from '../../utils/verdict/finding.ts';

/** The document a tab shows, as far as it was judged. */
export interface TabDocument {
  /** Unique in this browser session, stable across worker restarts. */
  key: string;
  /** Under which its flag is kept: its own key, or that of the warning it was opened through. */
  flagKey: string;
  documentId: string | null;
  url: string;
  incognito: boolean;
  chain: Hop[];
  /** null while the host could not be judged; `fault` then says why. */
  verdict: Verdict | null;
  fault: 'not a hostname' | 'list not readable' | null;
  page: PageFinding[];
  title: string | null;
  htmlLang: string | null;
  /** Whether it stands in the day's denominator. */
  counted: boolean;
  /** Keys of its flags by what they say was found: more than one where its address changed, and that with it. */
  flags: Record<string, string>;
  /** Whether its address has changed since its page was read. */
  moved: boolean;
  /** Whether its flag was written: one that is gone since was deleted, and stays so while the document is shown. */
  flagged: boolean;
  /** Whether the card was put on it. */
  carded: boolean;
  /** What the page showed of its ties to listed exchanges; null while it has not been read. */
  marks: PageMarks | null;
  /** Documents that the tab showed before, the last one last. */
  left?: LeftDocument[];
}

/** What a document takes up again when the browser shows it from its back/forward cache; the rest is read anew. */
export type LeftDocument = Pick<TabDocument, 'key' | 'flagKey' | 'chain' | 'counted' | 'flagged'>;

type Shown = Pick<TabDocument, 'key' | 'documentId' | 'url' | 'incognito' | 'chain'>;

/** A document of which nothing has been looked at yet. */
export function newDocument(shown: Shown): TabDocument {
  return {
    ...shown,
    flagKey: shown.key,
    verdict: null,
    fault: null,
    page: [],
    title: null,
    htmlLang: null,
    counted: false,
    flags: {},
    moved: false,
    flagged: false,
    carded: false,
    marks: null,
  };
}

/** What a tab shows: a document, or something that cannot be checked. */
export type TabView =
  | TabDocument
  | { elsewhere: 'not the web' | 'error page'; url: string; left?: LeftDocument[] };

/** A warning shown in place of a page, or over it. */
export interface Warning {
  key: string;
  url: string;
  verdict: Verdict;
  incognito: boolean;
  /** Milliseconds since 1970. */
  at: number;
  stopped: 'before the request' | 'in place of the page';
  chain: Hop[];
  /** The site stands before the warning in the tab's history: it had been shown. */
  committed: boolean;
  /** The tab has shown it: what is committed later was not under way when it was opened. */
  arrived: boolean;
  continued: boolean;
  /** The user went back at it, or has gone on past it: what follows in the tab is another visit. */
  left: boolean;
  /** What the user did at it, for its flag, which may be written later. */
  action: FlagAction;
}

/** A decision that must be carried out even by a later worker. */
export type Owed = Exclude<Decision, { kind: 'judge' | 'dropped' | 'malformed' }>;

export interface Session {
  journeys: Journeys;
  /** Decided and not yet carried out, oldest first. */
  owed: Owed[];
  /** Those of `owed` that an earlier worker left. */
  inherited: Owed[];
  tabs: Record<string, TabView>;
  /** Random name of this browser session, for grouping flags without telling who. */
  pseudonym: string;
  /** Domains whose warning was continued past, and whether in a private window. */
  allowed: { host: string; since: string; incognito: boolean }[];
  /** By tab, the last warnings opened in it, the newest last. */
  warnings: Record<string, Warning[]>;
  /** Why the last page that was to be recorded was not; null where it was. */
  unrecorded: RecordingFault | null;
  /** Whether the session goes on after an update, which emptied what was kept: its open pages were shown before. */
  resumed: boolean;
  /** Registrable domains whose card was seen in this session, those of private windows by a name of their own. */
  carded: string[];
}

export function isDocument(view: TabView | undefined): view is TabDocument {
  return view !== undefined && !('elsewhere' in view);
}
