import browser from 'webextension-polyfill';
import type { RecordingFault } from '../../components/models/settings.ts';
import type { FlagAction } from '../../utils/history/flag.ts';
import type { Decision, Hop } from '../../utils/navigation/decision.ts';
import { type Journeys, restoreJourneys } from '../../utils/navigation/state.ts';
import { ignoredAtStart } from '../../utils/settings/settings.ts';
import { changeSettings, readSettings } from '../../utils/settings/store.ts';
import { TAB_KEY, UNRECORDED_KEY } from '../../utils/settings/stored-keys.ts';
import type { PageMarks } from '../../utils/trail/observation.ts';
import type { PageFinding } from '../../utils/verdict/decide.ts';
import type { Verdict } from '../../utils/verdict/finding.ts';
import { once } from './once.ts';
import { report } from './report.ts';
import { isUpdated } from './session-start.ts';

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

/** What an earlier worker of this browser session left, read once a worker. */
export const session = once(restore);

async function restore(): Promise<Session> {
  const stored = await browser.storage.session.get(null);
  const views = Object.entries(stored).filter(([key]) => key.startsWith(TAB_KEY));
  const owed = (stored.owed as Session['owed'] | undefined) ?? [];
  const state: Session = {
    journeys: restoreJourneys(stored.journeys),
    owed,
    // What this worker comes to owe is none of it.
    inherited: [...owed],
    tabs: Object.fromEntries(views.map(([key, view]) => [key.slice(TAB_KEY.length), view as TabView])),
    pseudonym: (stored.pseudonym as string | undefined) ?? crypto.randomUUID(),
    allowed: (stored.allowed as Session['allowed'] | undefined) ?? [],
    unrecorded: (stored[UNRECORDED_KEY] as Session['unrecorded'] | undefined) ?? null,
    resumed: false,
    carded: (stored.carded as Session['carded'] | undefined) ?? [],
    warnings: (stored.warnings as Session['warnings'] | undefined) ?? {},
  };
  if (!stored.pseudonym) await begin(state);
  return state;
}

/** The first worker of a session. That it has begun is noted at the end: where that fails the next worker tries again. */
async function begin(state: Session): Promise<void> {
  state.resumed = await isUpdated().catch((error: unknown) => {
    report(error);
    return false;
  });
  try {
    if (!state.resumed) await endEarlierIgnores();
    await keep(state, 'pseudonym');
  } catch (error) {
    report(error);
  }
}

/** What was ignored until the browser closes, or until a time that has passed, is shown again in a new session. */
async function endEarlierIgnores(): Promise<void> {
  const { ignored } = await readSettings();
  const held = ignoredAtStart(ignored, new Date().toISOString());
  if (held.length < ignored.length) await changeSettings(() => ({ ignored: held }));
}

/**
 * Keeps parts of the session for the next worker, with all that is due soon. What is asked for while a write is under
 * way goes with the one that follows it, and so does what could not be kept: that stops nothing of this worker's.
 */
export function keep(state: Session, ...keys: KeptKey[]): Promise<void> {
  clearTimeout(held);
  held = undefined;
  for (const key of keys) due.add(key);
  if (next) return next;
  if (due.size === 0) return writing;
  writing = writing.then(async () => {
    next = null;
    const now = [...due];
    due.clear();
    for (const key of await unwritten(state, now)) due.add(key);
  });
  next = writing;
  return writing;
}

/**
 * Keeps them within a quarter of a second, in one write with all else that is due by then. Each write is work of the
 * browser too; the eight of a navigation took half of what Firefox loaded a light page later with Ensign.
 */
export function keepSoon(state: Session, ...keys: KeptKey[]): void {
  for (const key of keys) due.add(key);
  held ??= setTimeout(() => void keep(state), HELD_MS);
}

/** What one tab shows, or that it is gone: kept for the next worker and for the popup's first drawing. */
export function tabKey(tabId: number): KeptKey {
  return `${TAB_KEY}${tabId}`;
}

/** A tab that was closed: nothing of it is asked for again. */
export async function forgetTab(state: Session, tabId: number): Promise<void> {
  const warned = tabId in state.warnings;
  delete state.tabs[tabId];
  delete state.warnings[tabId];
  await keep(state, tabKey(tabId), ...(warned ? (['warnings'] as const) : []));
}

type KeptWhole = Exclude<keyof Session, 'tabs' | 'inherited' | 'resumed'>;
type KeptKey = KeptWhole | `${typeof TAB_KEY}${number}`;

/** A worker is stopped after half a minute without events, never so soon after one. */
const HELD_MS = 250;
let held: ReturnType<typeof setTimeout> | undefined;

const due = new Set<KeptKey>();
let writing: Promise<void> = Promise.resolve();
let next: Promise<void> | null = null;

/** Writes them; what cannot be kept (a full store) does not take along what can. @returns what was not written */
async function unwritten(state: Session, keys: KeptKey[]): Promise<KeptKey[]> {
  try {
    await writeNow(state, keys);
    return [];
  } catch (cause) {
    if (keys.length > 1) return (await Promise.all(keys.map((key) => unwritten(state, [key])))).flat();
    report(cause);
    return keys;
  }
}

async function writeNow(state: Session, keys: KeptKey[]): Promise<void> {
  const values = keys.map((key) => [key, keptValue(state, key)] as const);
  const gone = values.filter(([, value]) => value === undefined).map(([key]) => key);
  const whole = values.filter(([, value]) => value !== undefined);
  await Promise.all([
    whole.length > 0 && browser.storage.session.set(Object.fromEntries(whole)),
    gone.length > 0 && browser.storage.session.remove(gone),
  ]);
}

function keptValue(state: Session, key: KeptKey): unknown {
  return key.startsWith(TAB_KEY) ? state.tabs[key.slice(TAB_KEY.length)] : state[key as KeptWhole];
}

export function isDocument(view: TabView | undefined): view is TabDocument {
  return view !== undefined && !('elsewhere' in view);
}
