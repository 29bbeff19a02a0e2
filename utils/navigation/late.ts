import { samePage } from './address.ts';
import type { Decision, Hop } from './decision.ts';
import type { Asking, Redirecting } from './event.ts';
import { begin, byRequest, copy, end, endingAt, follow } from './pending.ts';
import { extend, type Shown, type TabJourney } from './state.ts';

/**
 * Whether the browser tells of a request after what it led to. Firefox hands out webRequest's events apart from
 * webNavigation's: the redirect may come after the commit, above all to a worker that had to be started.
 */
export function isLate(tab: TabJourney, event: Asking | Redirecting): boolean {
  const known = byRequest(tab, event.requestId) ?? endingAt(tab, event.frameId, event.url);
  return known ? known.late : event.timeStamp <= tab.settled;
}

/** Follows a chain told late until it reaches the document shown, and then explains that document by it. */
export function recall(tab: TabJourney, event: Asking | Redirecting): Decision[] {
  const { shown } = tab;
  if (!shown || event.timeStamp > shown.at) return [];
  if (event.kind !== 'redirect' && samePage(event.url, shown.url)) return [];
  const pending = byRequest(tab, event.requestId) ?? begin(tab, event, event.requestId ?? null, true);
  if (event.kind !== 'redirect') return [];
  follow(tab, pending, event.redirectUrl);
  if (!samePage(event.redirectUrl, shown.url)) return [];
  end(tab, pending);
  if (pending.chain.length <= shown.own) return [];
  const led = shown.chain.slice(0, -shown.own);
  const turn = shown.chain.at(-shown.own)!;
  const [first, ...rest] = copy(pending.chain);
  shown.own = pending.chain.length;
  return retell(event.tabId, shown, extend(led, { ...turn, url: first!.url }, ...rest));
}

/**
 * A click or a key in a page, at the time it happened. Before the page shown was there, it was in the page that
 * led to it, and what was taken for a redirect was a link.
 */
export function noteGesture(tab: TabJourney, event: { tabId: number; timeStamp: number }): Decision[] {
  const { shown } = tab;
  if (!shown) return [];
  if (event.timeStamp >= shown.at) {
    shown.gesture = true;
    return [];
  }
  if (!shown.inferred) return [];
  shown.inferred = false;
  shown.how = 'link';
  const [first, ...rest] = shown.chain.slice(-shown.own);
  return retell(event.tabId, shown, [{ url: first!.url, by: 'asked' }, ...rest]);
}

function retell(tabId: number, shown: Shown, chain: Hop[]): Decision[] {
  shown.chain = chain;
  const { key, documentId, url, how } = shown;
  return [{ kind: 'retold', tabId, key, documentId, url, how, askedFor: chain[0]!.url, chain: copy(chain) }];
}
