import { isWeb, samePage } from './address.ts';
import type { Decision, Hop } from './decision.ts';
import type { Committing } from './event.ts';
import { copy, endingAt, endWithOlder, follow } from './pending.ts';
import { adopt, documentKey, documentKeyEnd, leave, show, showAgain } from './shown.ts';
import { extend, type Pending, type TabJourney } from './state.ts';
import { readTransition } from './transition.ts';

/** Prerenders waiting in one tab; Chromium allows 10 (speculation rules, eager). */
const MAX_PRERENDERED = 10;

/** A prerender is committed out of sight: its chain is kept until the document is shown. */
export function prerenderDocument(tab: TabJourney, event: Committing): Decision[] {
  const chain = takeChain(tab, event);
  if (event.documentId === undefined) return [];
  const kept = Object.entries(tab.prerendered).slice(1 - MAX_PRERENDERED);
  tab.prerendered = Object.fromEntries([...kept, [event.documentId, chain]]);
  return [];
}

/** A commit in the frame that the tab shows. */
export function commitDocument(tab: TabJourney, event: Committing): Decision[] {
  const { tabId, url, documentId, timeStamp } = event;
  if (!isWeb(url)) return leave(tab, tabId, url, 'not the web');
  const failed = endingAt(tab, event.frameId, url);
  if (failed?.failed) {
    endWithOlder(tab, failed);
    return leave(tab, tabId, url, 'error page');
  }
  const key = keyOf(tab, event);
  if (isKnown(tab, key, event)) {
    takeChain(tab, event);
    return showAgain(tab, { tabId, key, documentId: documentId ?? null, url }, timeStamp);
  }
  return visit(tab, key, event);
}

function visit(tab: TabJourney, key: string, event: Committing): Decision[] {
  const before = tab.shown;
  const prerendered = event.documentId === undefined ? undefined : tab.prerendered[event.documentId];
  if (prerendered && event.documentId !== undefined) delete tab.prerendered[event.documentId];
  const own = takeChain(tab, event);
  const { how, inferred } = readTransition(event, before);
  const redirected = how === 'client-redirect' && before && !prerendered;
  const chain = redirected
    ? joinChains(before.chain, own, inferred)
    : prerendered
      ? arrived(prerendered, event.url)
      : own;
  const arrival = {
    tabId: event.tabId,
    key,
    documentId: event.documentId ?? null,
    url: event.url,
    at: event.timeStamp,
    how: prerendered ? 'prerender' : how,
    chain,
    ...(before?.gesture ? { userGesture: true } : {}),
  } as const;
  return show(tab, arrival, { own: redirected ? own.length : chain.length, inferred });
}

/** Takes the chain of the navigation that this commit ends. One that was never announced was asked for as it stands. */
function takeChain(tab: TabJourney, event: Committing): Hop[] {
  const asked: Hop[] = [{ url: event.url, by: 'asked' }];
  if (event.transitionQualifiers.includes('forward_back')) {
    // Firefox announces the address from before pushState; only redirects told by the server count here.
    const told = endingAt(tab, event.frameId, event.url);
    tab.pending = tab.pending.filter((one) => one.frameId !== event.frameId);
    return told ? arrived(told.chain, event.url) : asked;
  }
  const exact = endingAt(tab, event.frameId, event.url);
  const redirected = event.transitionQualifiers.includes('server_redirect');
  const untold =
    redirected && (!exact || exact.chain.length === 1) ? underWay(tab, event.frameId, exact) : undefined;
  if (untold) {
    follow(tab, untold, event.url);
    endWithOlder(tab, untold);
    return copy(untold.chain);
  }
  if (!exact) return asked;
  endWithOlder(tab, exact);
  return arrived(exact.chain, event.url);
}

/** The navigation under way before `exact`, or the last: where a redirect that was not told must have begun. */
function underWay(tab: TabJourney, frameId: number, exact: Pending | undefined): Pending | undefined {
  const end = exact ? tab.pending.indexOf(exact) : tab.pending.length;
  return tab.pending.slice(0, end).findLast((one) => one.frameId === frameId && !one.late);
}

/** The chain with its last address as committed: requests are told without the fragment. */
function arrived(chain: Hop[], url: string): Hop[] {
  return chain.map((hop, index) => (index === chain.length - 1 ? { ...hop, url } : { ...hop }));
}

function joinChains(before: Hop[], own: Hop[], inferred: boolean): Hop[] {
  const [first, ...rest] = own;
  const turn: Hop = { url: first!.url, by: 'client', ...(inferred ? { inferred } : {}) };
  return extend(copy(before), turn, ...rest);
}

/** The document had its visit: told twice, from the back/forward cache, or found by the sweep before its commit was told. */
function isKnown(tab: TabJourney, key: string, event: Committing): boolean {
  const { shown } = tab;
  if (tab.known.includes(key)) return true;
  if (shown === null || shown.documentId !== null || event.documentId === undefined) return false;
  if (event.timeStamp > shown.at || !samePage(shown.url, event.url)) return false;
  adopt(tab, event.documentId);
  return true;
}

function keyOf(tab: TabJourney, event: Committing): string {
  const { documentId, tabId, url, timeStamp } = event;
  return documentId ?? keyFromCache(tab, event) ?? documentKey(tab, tabId, url, timeStamp);
}

/**
 * Where the browser gives no id (Firefox before 153): a page gone back to without a request is the last one at its
 * address. That Firefox holds a request back until it was told.
 */
function keyFromCache(tab: TabJourney, event: Committing): string | undefined {
  const { frameId, url, transitionQualifiers } = event;
  const asked = endingAt(tab, frameId, url);
  if (!transitionQualifiers.includes('forward_back') || asked?.requestId) return undefined;
  return tab.known.findLast((key) => key.endsWith(documentKeyEnd(url)));
}
