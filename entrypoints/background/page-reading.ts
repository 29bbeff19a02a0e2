import browser from 'webextension-polyfill';
import { ALL_SITES } from '../../utils/domain/origin-patterns.ts';
import { readPage } from './inject.ts';
import { isDocument, type Session } from './tab-state.ts';

/** A page that is still loading this long after its commit is read as far as it has come, once it is parsed. */
const LOADING_MS = 1_000;
/** One that is still loading then is read even if it is not parsed: a page may see to it that it never is. */
const PARSING_MS = 3_000;
/** A page that changes its address is looked at again after this time, and not more often. */
const MOVED_MS = 1_000;

interface Told {
  tabId: number;
  frameId: number;
  url: string;
  documentLifecycle?: string;
}

const waiting = new Map<number, ReturnType<typeof setTimeout>>();

/** A document was committed. It is read when it has loaded: a script put in before would hold its loading up. */
export function readSoon(told: Told): void {
  if (!isRead(told)) return;
  const { tabId } = told;
  end(tabId);
  const readUnparsed = () => {
    end(tabId);
    readPage(tabId, 'now');
  };
  const readParsed = () => {
    readPage(tabId);
    waiting.set(tabId, setTimeout(readUnparsed, PARSING_MS));
  };
  waiting.set(tabId, setTimeout(readParsed, LOADING_MS));
}

/** A document has changed its address without loading. */
export function readAnew(told: Told): void {
  if (!isRead(told) || waiting.has(told.tabId)) return;
  waiting.set(
    told.tabId,
    setTimeout(() => readNow(told), MOVED_MS),
  );
}

/** A document has loaded. */
export function readNow(told: Told): void {
  if (!isRead(told)) return;
  end(told.tabId);
  readPage(told.tabId);
}

/** Pages that were open before the extension was there, or before its update. */
export async function readOpenPages(): Promise<void> {
  for (const { id, discarded } of await browser.tabs.query({ url: ALL_SITES })) {
    if (id !== undefined && !discarded) readPage(id);
  }
}

/** Loaded pages that an earlier worker knew and did not live to have read. */
export function readLeftOver(open: browser.Tabs.Tab[], tabs: Session['tabs']): void {
  for (const { id, status } of open) {
    const view = id === undefined ? undefined : tabs[id];
    if (id !== undefined && status === 'complete' && isDocument(view) && !view.marks) readPage(id);
  }
}

/** The top frame of a page of the web that is on show; one loaded ahead is read when it is shown. */
function isRead({ frameId, url, documentLifecycle }: Told): boolean {
  return frameId === 0 && /^https?:/.test(url) && documentLifecycle !== 'prerender';
}

function end(tabId: number): void {
  clearTimeout(waiting.get(tabId));
  waiting.delete(tabId);
}
