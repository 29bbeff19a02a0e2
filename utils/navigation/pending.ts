import { samePage } from './address.ts';
import type { Decision, DropReason, Hop } from './decision.ts';
import { extend, MAX_PENDING, type Pending, type TabJourney } from './state.ts';

/** The last address of a navigation under way. */
export function lastUrl(pending: Pending): string {
  return pending.chain.at(-1)!.url;
}

/** The newest navigation of the frame that ends at `url`. */
export function endingAt(tab: TabJourney, frameId: number, url: string): Pending | undefined {
  return tab.pending.findLast((one) => one.frameId === frameId && samePage(lastUrl(one), url));
}

/** The newest navigation of the frame that came by `url`. */
export function comingBy(tab: TabJourney, frameId: number, url: string): Pending | undefined {
  return tab.pending.findLast(
    (one) => one.frameId === frameId && !one.late && one.chain.some((hop) => samePage(hop.url, url)),
  );
}

export function byRequest(tab: TabJourney, requestId: string | undefined): Pending | undefined {
  return requestId === undefined ? undefined : tab.pending.findLast((one) => one.requestId === requestId);
}

/** Notes a navigation's first sign, or another sign of one already known. */
export function begin(
  tab: TabJourney,
  { frameId, url }: { frameId: number; url: string },
  requestId: string | null,
  late = false,
): Pending {
  const known = endingAt(tab, frameId, url);
  if (
    known &&
    (!known.late || late) &&
    (requestId === null || known.requestId === null || known.requestId === requestId)
  ) {
    known.requestId ??= requestId;
    return known;
  }
  const fresh: Pending = {
    frameId,
    requestId,
    chain: [{ url, by: 'asked' }],
    judged: null,
    status: null,
    failed: null,
    late,
  };
  tab.pending = [...tab.pending, fresh].slice(-MAX_PENDING);
  return fresh;
}

/**
 * Follows a server's redirect. Firefox repeats onBeforeNavigate with the new address, sometimes before the
 * redirect is told: that bare repetition is taken back.
 */
export function follow(tab: TabJourney, pending: Pending, url: string): void {
  pending.chain = extend(pending.chain, { url, by: 'server' });
  pending.status = null;
  tab.pending = tab.pending.filter(
    (one) => one === pending || one.requestId !== null || !samePage(lastUrl(one), url),
  );
}

export function end(tab: TabJourney, pending: Pending): void {
  tab.pending = tab.pending.filter((one) => one !== pending);
}

/** Ends a navigation at its commit, with all older ones of the frame, which it has replaced. */
export function endWithOlder(tab: TabJourney, pending: Pending): void {
  const index = tab.pending.indexOf(pending);
  tab.pending = tab.pending.filter((one, at) => at > index || one.frameId !== pending.frameId);
}

/** The request to look an address up, unless this very hop has been handed out. */
export function judgeOnce(tabId: number, pending: Pending, phase: 'request' | 'redirect'): Decision[] {
  const url = lastUrl(pending);
  if (pending.judged === url) return [];
  pending.judged = url;
  return [{ kind: 'judge', tabId, url, phase, documentId: null, chain: copy(pending.chain) }];
}

export function dropped(tabId: number, pending: Pending, reason: DropReason): Decision {
  const chain = copy(pending.chain);
  return { kind: 'dropped', tabId, url: lastUrl(pending), askedFor: chain[0]!.url, chain, reason };
}

export function copy(chain: Hop[]): Hop[] {
  return chain.map((hop) => ({ ...hop }));
}
