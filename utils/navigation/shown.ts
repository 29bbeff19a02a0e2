import { isWeb, samePage } from './address.ts';
import type { Decision, Hop, How, ShownDocument, Visit } from './decision.ts';
import type { FrameEvent, OpenTab } from './event.ts';
import { copy } from './pending.ts';
import { MAX_KNOWN, type Shown, type TabJourney } from './state.ts';

type Away = Extract<Decision, { kind: 'elsewhere' }>;

interface Arrival extends ShownDocument {
  at: number;
  how: How;
  chain: Hop[];
  userGesture?: boolean;
}

/** What the machine alone needs to know of a document that is shown. */
interface Background {
  own: number;
  inferred: boolean;
}

const ALONE: Background = { own: 1, inferred: false };

/** The tab shows what cannot be checked; told once. */
export function leave(tab: TabJourney, tabId: number, url: string, why: Away['why']): Decision[] {
  tab.shown = null;
  const away = `${why} ${url}`;
  if (tab.away === away) return [];
  tab.away = away;
  return [{ kind: 'elsewhere', tabId, url, why }];
}

/** Stands in for a documentId where the browser gives none; what comes before the address is the document's alone. */
export function documentKey({ known }: TabJourney, tabId: number, url: string, at: number): string {
  const moment = `tab ${tabId} at ${at}`;
  for (let number = 1; ; number++) {
    const name = number === 1 ? moment : `${moment} (${number})`;
    const key = `${name}${documentKeyEnd(url)}`;
    if (!known.some((one) => one !== key && withoutAddress(one) === name)) return key;
  }
}

/** What the keys of all documents at an address end with. */
export function documentKeyEnd(url: string): string {
  return `${BEFORE_ADDRESS}${url}`;
}

/** A document's key as it may be stored: 'tab 5 at 1731000000000: https://a.example/b?c' => 'tab 5 at 1731000000000'. */
export function withoutAddress(key: string): string {
  return key.split(BEFORE_ADDRESS, 1)[0] as string;
}

const BEFORE_ADDRESS = ': ';

/** A new document is shown: its one visit. */
export function show(tab: TabJourney, arrival: Arrival, { own, inferred }: Background = ALONE): Decision[] {
  const { tabId, key, documentId, url, at, chain, how } = arrival;
  settle(tab, {
    key,
    documentId,
    url,
    at,
    chain: copy(chain),
    how,
    own,
    inferred,
    gesture: false,
  });
  tab.known = [...tab.known.filter((one) => one !== key), key].slice(-MAX_KNOWN);
  const visit: Visit = { kind: 'visit', ...arrival, askedFor: chain[0]!.url };
  return [{ kind: 'judge', tabId, url, phase: 'commit', documentId, chain: copy(chain) }, visit];
}

/** A document that had its visit is shown: nothing if it is shown already. */
export function showAgain(tab: TabJourney, document: ShownDocument, at: number): Decision[] {
  const { tabId, key, documentId, url } = document;
  if (tab.shown && (tab.shown.key === key || tab.shown.documentId === key)) return [];
  const chain: Hop[] = [{ url, by: 'asked' }];
  settle(tab, {
    key,
    documentId,
    url,
    at,
    chain,
    how: 'back-forward',
    ...ALONE,
    gesture: false,
  });
  return [
    { kind: 'judge', tabId, url, phase: 'commit', documentId, chain: copy(chain) },
    { kind: 'shownAgain', ...document },
  ];
}

/** The browser's id of a document that was found without one. Its key stays: the visit has been told under it. */
export function adopt(tab: TabJourney, documentId: string | null): void {
  if (!tab.shown || tab.shown.documentId !== null || documentId === null) return;
  tab.shown.documentId = documentId;
  tab.known = [...tab.known, documentId].slice(-MAX_KNOWN);
}

/** pushState, replaceState or a fragment. In a document never told of, that is how it is found. */
export function changeInPage(tab: TabJourney, event: FrameEvent): Decision[] {
  const { tabId, url, documentId, timeStamp } = event;
  if (!isWeb(url)) return [];
  const { shown } = tab;
  const same =
    shown && (documentId === undefined || shown.documentId === null || shown.documentId === documentId);
  if (!same) return findOpen(tab, { tabId, url, ...(documentId ? { documentId } : {}) }, timeStamp);
  if (shown.url === url) return [];
  shown.url = url;
  return [{ kind: 'inPage', tabId, key: shown.key, documentId: shown.documentId, url }];
}

/** A tab found open. `at` is when it was looked at: what was committed later is newer than what was seen. */
export function findOpen(tab: TabJourney, open: OpenTab, at: number): Decision[] {
  const { tabId, url } = open;
  const documentId = open.documentId ?? null;
  if (open.discarded || !isWeb(url)) return [];
  if (open.errorOccurred) return leave(tab, tabId, url, 'error page');
  const { shown } = tab;
  if (shown && shown.at > at) return [];
  if (shown && isSame(shown, documentId, url)) {
    adopt(tab, documentId);
    return [];
  }
  const key = documentId ?? documentKey(tab, tabId, url, at);
  if (tab.known.includes(key)) return showAgain(tab, { tabId, key, documentId, url }, at);
  return show(tab, { tabId, key, documentId, url, at, how: 'sweep', chain: [{ url, by: 'asked' }] });
}

function settle(tab: TabJourney, shown: Shown): void {
  tab.shown = shown;
  tab.away = null;
  tab.settled = Math.max(tab.settled, shown.at);
}

function isSame(shown: { documentId: string | null; url: string }, documentId: string | null, url: string) {
  if (documentId !== null && shown.documentId !== null) return documentId === shown.documentId;
  return samePage(shown.url, url);
}
