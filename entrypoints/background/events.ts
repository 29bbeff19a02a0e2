import browser from 'webextension-polyfill';
import { ALL_SITES } from '../../utils/domain/origin-patterns.ts';
import { forgetBadge } from './badge.ts';
import { CAN_STOP_REQUESTS } from './early-warning.ts';
import { inOrder } from './in-order.ts';
import { onNavigation, payDebts } from './journey.ts';
import { forgetTab } from './kept-session.ts';
import { readAnew, readLeftOver, readNow, readSoon } from './page-reading.ts';
import { session } from './session.ts';
import { stopOrPass } from './stop-request.ts';

const TOP: browser.WebRequest.RequestFilter = { urls: ALL_SITES, types: ['main_frame'] };

/** Connects the browser's events to the state machine; must be called synchronously at worker start. */
export function listenToNavigation(): void {
  const { webNavigation, webRequest, tabs } = browser;
  const tell = (kind: string) => (details: object) => {
    void navigate({ ...details, kind });
  };
  if (CAN_STOP_REQUESTS) {
    webRequest.onBeforeRequest.addListener(
      (details) => {
        const answer = stopOrPass(details);
        tell('request')(details);
        return answer;
      },
      TOP,
      ['blocking'],
    );
  } else {
    webRequest.onBeforeRequest.addListener(tell('request'), TOP);
  }
  webRequest.onBeforeRedirect.addListener(tell('redirect'), TOP);
  webRequest.onHeadersReceived.addListener(tell('response'), TOP);
  webRequest.onErrorOccurred.addListener(tell('failed'), TOP);
  webNavigation.onCreatedNavigationTarget.addListener(tell('target'));
  webNavigation.onBeforeNavigate.addListener(tell('before'));
  webNavigation.onCommitted.addListener((details) => {
    void navigate({ ...details, kind: 'committed' });
    readSoon(details);
  });
  webNavigation.onErrorOccurred.addListener(tell('error'));
  webNavigation.onCompleted.addListener((details) => {
    void navigate({ ...details, kind: 'completed' });
    readNow(details);
  });
  // A fragment that `pushState` changes is told as any other, to the background alone.
  for (const event of [webNavigation.onHistoryStateUpdated, webNavigation.onReferenceFragmentUpdated]) {
    event.addListener((details) => {
      void navigate({ ...details, kind: 'inPage' });
      readAnew(details);
    });
  }
  tabs.onRemoved.addListener((tabId) => {
    void navigate({ kind: 'removed', tabId, timeStamp: Date.now() }).then(() => forget(tabId));
  });
  tabs.onReplaced.addListener((tabId, replacedTabId) => {
    const replaced = { kind: 'replaced', tabId, replacedTabId, timeStamp: Date.now() };
    void navigate(replaced).then(() => forget(replacedTabId));
  });
}

/** A tab is gone: what came of it before is done by then. */
function forget(tabId: number): Promise<void> {
  return inOrder(async () => {
    forgetBadge(tabId);
    await forgetTab(await session(), tabId);
  }).catch(toldAlready);
}

/** Nobody waits for what an event led to. */
function navigate(event: object): Promise<void> {
  return onNavigation(event).catch(toldAlready);
}

/** By the queue that it failed in. */
const toldAlready = (): undefined => undefined;

/**
 * Finds what was opened while no worker listened: the browser's first page often comes before it.
 * A browser without documentId in getFrame answers by address alone.
 */
export async function sweepOpenTabs(): Promise<void> {
  await payDebts();
  await forgetClosed();
  const open = await browser.tabs.query({ url: ALL_SITES });
  const state = await session();
  // Before the sweep: what that finds it has read itself.
  readLeftOver(open, state.tabs);
  await sweep(open);
  // What is found later was not shown before the update.
  state.resumed = false;
}

/** Tabs whose end an earlier worker did not live to carry out. */
async function forgetClosed(): Promise<void> {
  const state = await session();
  const known = Object.keys(state.tabs).map(Number);
  const open = new Set((await browser.tabs.query({})).map(({ id }) => id));
  for (const tabId of known) if (!open.has(tabId)) await forget(tabId);
}

/** Finds the document of one tab, where its commit was not told. */
export async function sweepTab(tabId: number): Promise<void> {
  const tab = await openTab(tabId);
  if (tab) await sweep([tab]);
}

/** null where the tab was closed since it sent its message: there is nothing to find. */
async function openTab(tabId: number): Promise<browser.Tabs.Tab | null> {
  try {
    return await browser.tabs.get(tabId);
  } catch (error) {
    console.debug(error);
    return null;
  }
}

async function sweep(open: browser.Tabs.Tab[]): Promise<void> {
  const timeStamp = Date.now();
  const tabs = await Promise.all(open.map(describe));
  await onNavigation({ kind: 'sweep', timeStamp, tabs: tabs.filter((tab) => tab !== null) });
}

async function describe(tab: browser.Tabs.Tab): Promise<object | null> {
  if (tab.id === undefined || tab.url === undefined) return null;
  const frame = await topFrame(tab.id);
  if (!frame) return null;
  const { documentId } = frame as { documentId?: string };
  return {
    tabId: tab.id,
    url: frame.url,
    ...(documentId ? { documentId } : {}),
    errorOccurred: frame.errorOccurred ?? false,
    discarded: tab.discarded ?? false,
  };
}

/** null where the tab was closed meanwhile: Firefox rejects then, Chromium answers so. */
async function topFrame(tabId: number) {
  try {
    return await browser.webNavigation.getFrame({ tabId, frameId: 0 });
  } catch (error) {
    console.debug(error);
    return null;
  }
}
