import type { DropReason, Hop, How } from './decision.ts';

/** Bounds of the state: it lives in storage.session (10 MB). */
export const MAX_TABS = 500;
export const MAX_CHAIN = 20;
export const MAX_PENDING = 4;
/** Documents remembered for each tab, for the back/forward cache (Chromium keeps 6, Firefox 8). */
export const MAX_KNOWN = 24;
export const MAX_URL = 2048;

/** Changes with the shape below; another version's state is not read. */
const STATE_VERSION = 1;

/** A navigation under way: asked for, not yet shown. */
export interface Pending {
  frameId: number;
  /** null until webRequest has named the request. */
  requestId: string | null;
  chain: Hop[];
  /** The address last handed out to be judged. */
  judged: string | null;
  /** HTTP status of the last answer; null before it. */
  status: number | null;
  /** Set once the navigation has failed and may still commit an error page. */
  failed: DropReason | null;
  /** Told only after what it led to: it can explain the document shown, and starts nothing. */
  late: boolean;
}

export interface Shown {
  key: string;
  documentId: string | null;
  url: string;
  /** When it was committed, or found by the sweep. */
  at: number;
  chain: Hop[];
  /** How many hops at the end of the chain are this navigation's own; those before are of the page that led here. */
  own: number;
  how: How;
  /** Taken for a client redirect by timing alone. */
  inferred: boolean;
  gesture: boolean;
}

export interface TabJourney {
  pending: Pending[];
  /** null while the tab shows nothing of the web. */
  shown: Shown | null;
  /** What it shows instead, as told last. */
  away: string | null;
  /** Keys of documents that had their visit, oldest first. */
  known: string[];
  /** Chains of prerendered documents by documentId, waiting to be shown. */
  prerendered: Record<string, Hop[]>;
  /** Time of the last navigation's end: what is told later of earlier times is late. */
  settled: number;
  /** Time of the last event, for leaving out the oldest tab. */
  last: number;
}

/** All journeys, as plain JSON. */
export interface Journeys {
  version: typeof STATE_VERSION;
  tabs: Record<string, TabJourney>;
}

export const NO_JOURNEYS: Journeys = { version: STATE_VERSION, tabs: {} };

/** Reads what an earlier worker kept; anything else begins anew. */
export function restoreJourneys(stored: unknown): Journeys {
  if (typeof stored !== 'object' || stored === null) return NO_JOURNEYS;
  const { version, tabs } = stored as Partial<Journeys>;
  if (version !== STATE_VERSION || typeof tabs !== 'object' || tabs === null) return NO_JOURNEYS;
  const whole = Object.entries(tabs).filter(([id, tab]) => /^\d+$/.test(id) && isTabJourney(tab));
  return { version: STATE_VERSION, tabs: Object.fromEntries(whole) };
}

export function newTab(at: number): TabJourney {
  return { pending: [], shown: null, away: null, known: [], prerendered: {}, settled: 0, last: at };
}

/** Puts a tab's journey in its place; one without anything to remember leaves none. */
export function withTab(state: Journeys, tabId: number, tab: TabJourney): Journeys {
  if (isEmpty(tab)) return withoutTab(state, tabId);
  return { ...state, tabs: leaveOutOldest({ ...state.tabs, [tabId]: tab }, tabId) };
}

export function withoutTab(state: Journeys, tabId: number): Journeys {
  if (!(tabId in state.tabs)) return state;
  const { [tabId]: _gone, ...tabs } = state.tabs;
  return { ...state, tabs };
}

/** Appends a hop; past MAX_CHAIN the middle is left out, so that both ends stay. */
export function extend(chain: Hop[], ...hops: Hop[]): Hop[] {
  const all = [...chain, ...hops];
  if (all.length <= MAX_CHAIN) return all;
  const head = MAX_CHAIN / 2;
  return [...all.slice(0, head), ...all.slice(head - MAX_CHAIN)];
}

function isEmpty({ shown, away, pending, known, prerendered }: TabJourney): boolean {
  return !shown && !away && pending.length + known.length + Object.keys(prerendered).length === 0;
}

function leaveOutOldest(tabs: Record<string, TabJourney>, keep: number): Record<string, TabJourney> {
  const ids = Object.keys(tabs);
  if (ids.length <= MAX_TABS) return tabs;
  const others = ids.filter((id) => id !== String(keep));
  const oldest = others.reduce((a, b) => (tabs[b]!.last < tabs[a]!.last ? b : a));
  const { [oldest]: _gone, ...rest } = tabs;
  return rest;
}

function isTabJourney(value: unknown): value is TabJourney {
  if (typeof value !== 'object' || value === null) return false;
  const { pending, shown, known, prerendered, settled, last } = value as Partial<TabJourney>;
  return (
    Array.isArray(pending) &&
    pending.every((one) => Array.isArray(one?.chain) && one.chain.length > 0) &&
    (shown === null || (typeof shown?.key === 'string' && Array.isArray(shown.chain))) &&
    Array.isArray(known) &&
    typeof prerendered === 'object' &&
    prerendered !== null &&
    typeof settled === 'number' &&
    typeof last === 'number'
  );
}
