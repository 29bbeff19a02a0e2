import { bounded } from './address.ts';

/**
 * What the browser reported, as plain data: the details object of the API's event with a `kind` before it.
 *
 * | kind | listener |
 * | --- | --- |
 * | request, redirect, response, failed | webRequest onBeforeRequest, onBeforeRedirect, onHeadersReceived, onErrorOccurred, all `types: ['main_frame']` |
 * | target | webNavigation.onCreatedNavigationTarget |
 * | before, committed, error, completed | webNavigation onBeforeNavigate, onCommitted, onErrorOccurred, onCompleted |
 * | inPage | webNavigation onHistoryStateUpdated and onReferenceFragmentUpdated |
 * | removed, replaced | tabs onRemoved, onReplaced |
 * | gesture | the content script: the person clicked or pressed a key in the document, at that time |
 * | sweep | tabs.query at worker start, each tab with what webNavigation.getFrame says of frame 0 |
 *
 * Times are milliseconds since 1970, taken from the event, so that the machine needs no clock.
 */
export type NavigationEvent = FrameNavigation | TabChange | Sweep;

export type FrameNavigation = Asking | Redirecting | Answering | Failing | Committing | Arriving;

export type Asking = FrameEvent & { kind: 'request' | 'before' | 'target'; requestId?: string };
export type Redirecting = FrameEvent & { kind: 'redirect'; requestId: string; redirectUrl: string };
export type Answering = FrameEvent & { kind: 'response'; requestId: string; statusCode: number };
export type Failing = FrameEvent & { kind: 'failed' | 'error'; requestId?: string; error: string };
export type Committing = FrameEvent & {
  kind: 'committed';
  transitionType: string;
  transitionQualifiers: string[];
};
export type Arriving = FrameEvent & { kind: 'inPage' | 'completed' };

export type TabChange =
  | { kind: 'removed' | 'gesture'; tabId: number; timeStamp: number }
  | { kind: 'replaced'; tabId: number; replacedTabId: number; timeStamp: number };

export interface Sweep {
  kind: 'sweep';
  timeStamp: number;
  tabs: OpenTab[];
}

export interface FrameEvent {
  tabId: number;
  /** 0 is the frame the tab shows. A prerender has another number and the lifecycle `prerender`. */
  frameId: number;
  url: string;
  timeStamp: number;
  documentId?: string;
  /** Chromium only. */
  documentLifecycle?: string;
}

/** One tab as the sweep at worker start finds it. */
export interface OpenTab {
  tabId: number;
  url: string;
  documentId?: string;
  /** webNavigation.getFrame's `errorOccurred`: the tab shows an error page under the site's address. */
  errorOccurred?: boolean;
  /** Not loaded: nothing is shown yet. */
  discarded?: boolean;
}

/** An event that lacks something; its name says what. Returned, never thrown. */
export interface Malformed {
  kind: 'malformed';
  field: string;
}

type Raw = Record<string, unknown>;

/** Reads an event as the background hands it in. Fields not named above are left out, addresses are bounded. */
export function readEvent(input: unknown): NavigationEvent | Malformed {
  if (!isRaw(input)) return malformed('event');
  switch (input.kind) {
    case 'sweep':
      return readSweep(input);
    case 'replaced':
    case 'removed':
    case 'gesture':
      return readTabEvent(input, input.kind);
    default:
      return readFrameEvent(input);
  }
}

export function isMalformed(event: NavigationEvent | Malformed): event is Malformed {
  return event.kind === 'malformed';
}

function readTabEvent(raw: Raw, kind: 'replaced' | 'removed' | 'gesture'): NavigationEvent | Malformed {
  const { tabId, timeStamp, replacedTabId } = raw;
  if (!isId(tabId)) return malformed('tabId');
  if (!isTime(timeStamp)) return malformed('timeStamp');
  if (kind !== 'replaced') return { kind, tabId, timeStamp };
  if (!isId(replacedTabId)) return malformed('replacedTabId');
  return { kind, tabId, replacedTabId, timeStamp };
}

function readFrameEvent(raw: Raw): NavigationEvent | Malformed {
  const frame = readFrame(raw);
  if ('kind' in frame) return frame;
  const { requestId, redirectUrl, statusCode, error } = raw;
  const request = isText(requestId) ? { requestId } : {};
  switch (raw.kind) {
    case 'request':
    case 'before':
    case 'target':
      return { kind: raw.kind, ...frame, ...request };
    case 'redirect':
      if (!isText(requestId)) return malformed('requestId');
      if (!isText(redirectUrl)) return malformed('redirectUrl');
      return { kind: 'redirect', ...frame, requestId, redirectUrl: bounded(redirectUrl) };
    case 'response':
      if (!isText(requestId)) return malformed('requestId');
      if (typeof statusCode !== 'number') return malformed('statusCode');
      return { kind: 'response', ...frame, requestId, statusCode };
    case 'failed':
    case 'error':
      return { kind: raw.kind, ...frame, ...request, error: isText(error) ? error : '' };
    case 'committed':
      return { kind: 'committed', ...frame, ...readTransition(raw) };
    case 'inPage':
    case 'completed':
      return { kind: raw.kind, ...frame };
    default:
      return malformed('kind');
  }
}

function readFrame(raw: Raw): FrameEvent | Malformed {
  const { tabId, frameId = 0, url, timeStamp, documentId, documentLifecycle } = raw;
  if (!isId(tabId)) return malformed('tabId');
  if (!isId(frameId)) return malformed('frameId');
  if (!isText(url)) return malformed('url');
  if (!isTime(timeStamp)) return malformed('timeStamp');
  return {
    tabId,
    frameId,
    url: bounded(url),
    timeStamp,
    ...(isText(documentId) ? { documentId } : {}),
    ...(isText(documentLifecycle) ? { documentLifecycle } : {}),
  };
}

function readTransition(raw: Raw): { transitionType: string; transitionQualifiers: string[] } {
  const { transitionType, transitionQualifiers } = raw;
  return {
    transitionType: isText(transitionType) ? transitionType : '',
    transitionQualifiers: Array.isArray(transitionQualifiers) ? transitionQualifiers.filter(isText) : [],
  };
}

function readSweep(raw: Raw): NavigationEvent | Malformed {
  const { timeStamp, tabs } = raw;
  if (!isTime(timeStamp)) return malformed('timeStamp');
  if (!Array.isArray(tabs)) return malformed('tabs');
  return { kind: 'sweep', timeStamp, tabs: tabs.flatMap(readOpenTab) };
}

function readOpenTab(raw: unknown): OpenTab[] {
  if (!isRaw(raw) || !isId(raw.tabId) || !isText(raw.url)) return [];
  return [
    {
      tabId: raw.tabId,
      url: bounded(raw.url),
      ...(isText(raw.documentId) ? { documentId: raw.documentId } : {}),
      ...(raw.errorOccurred === true ? { errorOccurred: true } : {}),
      ...(raw.discarded === true ? { discarded: true } : {}),
    },
  ];
}

function malformed(field: string): Malformed {
  return { kind: 'malformed', field };
}

function isRaw(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null;
}

/** Requests without a tab carry tabId -1. */
function isId(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
