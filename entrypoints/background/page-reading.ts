import browser from 'webextension-polyfill';
import { readPage } from './inject.ts';
import { isDocument, type Session } from './tab-state.ts';

/** A page that is still loading this long after its commit is read as far as it has come, once it is parsed. */
const LOADING_MS = 1_000;

interface Told {
  tabId: number;
  frameId: number;
  url: string;
  documentLifecycle?: string;
}

const loading = new Map<number, ReturnType<typeof setTimeout>>();

/** A document was committed. It is read when it has loaded: a script put in before would hold its loading up. */
export function readSoon(told: Told): void {
  if (!isRead(told)) return;
  end(told.tabId);
  loading.set(
    told.tabId,
    setTimeout(() => readNow(told), LOADING_MS),
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
  for (const { id, discarded } of await browser.tabs.query({ url: ['http://*/*', 'https://*/*'] })) {
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
  clearTimeout(loading.get(tabId));
  loading.delete(tabId);
}
