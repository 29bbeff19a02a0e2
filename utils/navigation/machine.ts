import { isWeb, samePage } from './address.ts';
import { commitDocument, prerenderDocument } from './commit.ts';
import type { Decision } from './decision.ts';
import {
  type Arriving,
  type Asking,
  type Failing,
  type FrameNavigation,
  isMalformed,
  type Redirecting,
  readEvent,
  type Sweep,
  type TabChange,
} from './event.ts';
import { dropReason, isAbort, isEmptyAbort, reasonByStatus } from './failure.ts';
import { isLate, noteGesture, recall } from './late.ts';
import { begin, byRequest, comingBy, dropped, end, endingAt, follow, judgeOnce } from './pending.ts';
import { changeInPage, findOpen, leave } from './shown.ts';
import { type Journeys, newTab, type Pending, type TabJourney, withoutTab, withTab } from './state.ts';

export interface Step {
  state: Journeys;
  decisions: Decision[];
}

/**
 * One event of the browser: what it means for the tab's journey, and what is to be done now.
 * `event` is a NavigationEvent as the background received it; what is not one gives a `malformed` decision.
 * Never throws, never changes `state`; the new state is plain JSON for storage.session.
 * The same event again, and a sweep of documents already visited, decide nothing.
 */
export function step(state: Journeys, input: unknown): Step {
  const event = readEvent(input);
  if (isMalformed(event)) return { state, decisions: [event] };
  switch (event.kind) {
    case 'sweep':
      return sweep(state, event);
    case 'removed':
      return close(state, event.tabId);
    case 'replaced':
      return replace(state, event);
    case 'gesture':
      return alter(state, event.tabId, event.timeStamp, (tab) => noteGesture(tab, event));
    default:
      return alter(state, event.tabId, event.timeStamp, (tab) => navigate(tab, event));
  }
}

/** Runs `change` on a copy of the tab's journey. */
function alter(state: Journeys, tabId: number, at: number, change: (tab: TabJourney) => Decision[]): Step {
  const tab = structuredClone(state.tabs[tabId] ?? newTab(at));
  const decisions = change(tab);
  tab.last = at;
  return { state: withTab(state, tabId, tab), decisions };
}

function navigate(tab: TabJourney, event: FrameNavigation): Decision[] {
  const prerender = event.documentLifecycle === 'prerender';
  if (event.frameId !== 0 && !prerender) return [];
  switch (event.kind) {
    case 'request':
    case 'before':
    case 'target':
      return ask(tab, event, prerender);
    case 'redirect':
      return redirect(tab, event, prerender);
    case 'response':
      setStatus(byRequest(tab, event.requestId), event.statusCode);
      return [];
    case 'failed':
    case 'error':
      return fail(tab, event);
    case 'completed':
      return complete(tab, event);
    case 'committed':
      return prerender ? prerenderDocument(tab, event) : commitDocument(tab, event);
    case 'inPage':
      return prerender ? [] : changeInPage(tab, event);
  }
}

function ask(tab: TabJourney, event: Asking, prerender: boolean): Decision[] {
  if (!isWeb(event.url)) return [];
  const requestId = event.kind === 'request' ? (event.requestId ?? null) : null;
  if (event.kind === 'request' && isLate(tab, event)) return recall(tab, event);
  const pending = begin(tab, event, requestId);
  return prerender ? [] : judgeOnce(event.tabId, pending, 'request');
}

function redirect(tab: TabJourney, event: Redirecting, prerender: boolean): Decision[] {
  if (!isWeb(event.redirectUrl)) return [];
  if (isLate(tab, event)) return recall(tab, event);
  const known = byRequest(tab, event.requestId) ?? endingAt(tab, event.frameId, event.url);
  const pending = known ?? begin(tab, event, event.requestId);
  pending.requestId ??= event.requestId;
  follow(tab, pending, event.redirectUrl);
  return prerender ? [] : judgeOnce(event.tabId, pending, 'redirect');
}

function setStatus(pending: Pending | undefined, status: number): void {
  if (pending) pending.status = status;
}

function fail(tab: TabJourney, event: Failing): Decision[] {
  if (event.kind === 'error' && isEmptyAbort(event.error)) return [];
  const pending = byRequest(tab, event.requestId) ?? endingAt(tab, event.frameId, event.url);
  const abort = isAbort(event.error);
  const decisions: Decision[] = [];
  if (pending && !pending.failed) {
    const reason = dropReason(event.error, pending.status);
    if (event.frameId === 0) decisions.push(dropped(event.tabId, pending, reason));
    if (abort) settle(tab, pending, event.timeStamp);
    else pending.failed = reason;
  }
  if (event.kind !== 'error' || abort || event.frameId !== 0 || !isWeb(event.url)) return decisions;
  // Firefox will commit its error page under the site's address; Chromium has told all.
  if (pending && event.error.startsWith('net::')) settle(tab, pending, event.timeStamp);
  return [...decisions, ...leave(tab, event.tabId, event.url, 'error page')];
}

function settle(tab: TabJourney, pending: Pending, at: number): void {
  end(tab, pending);
  tab.settled = Math.max(tab.settled, at);
}

/** Firefox ends a download in onCompleted of the address asked for, without commit. */
function complete(tab: TabJourney, event: Arriving): Decision[] {
  if (event.frameId !== 0 || (tab.shown && samePage(event.url, tab.shown.url))) return [];
  const pending = comingBy(tab, event.frameId, event.url);
  if (!pending || pending.failed) return [];
  settle(tab, pending, event.timeStamp);
  return [dropped(event.tabId, pending, reasonByStatus(pending.status) ?? 'download')];
}

function sweep(state: Journeys, event: Sweep): Step {
  let swept: Step = { state, decisions: [] };
  for (const open of event.tabs) {
    const next = alter(swept.state, open.tabId, event.timeStamp, (tab) =>
      findOpen(tab, open, event.timeStamp),
    );
    swept = { state: next.state, decisions: [...swept.decisions, ...next.decisions] };
  }
  return swept;
}

function close(state: Journeys, tabId: number): Step {
  const under = state.tabs[tabId]?.pending.findLast((one) => one.frameId === 0 && !one.failed && !one.late);
  return {
    state: withoutTab(state, tabId),
    decisions: under ? [dropped(tabId, under, 'closed')] : [],
  };
}

/** Another tab object takes the place of a tab, with its journey. */
function replace(state: Journeys, event: Extract<TabChange, { kind: 'replaced' }>): Step {
  const moved = state.tabs[event.replacedTabId];
  const rest = withoutTab(state, event.replacedTabId);
  return { state: moved ? withTab(rest, event.tabId, moved) : rest, decisions: [] };
}
