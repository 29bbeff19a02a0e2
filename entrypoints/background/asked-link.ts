import browser from 'webextension-polyfill';
import { ASKED_IN_KEY } from '../../utils/settings/stored-keys.ts';
import { report } from './report.ts';

/** A link somebody asked about, until the popup of its tab has shown it. Never stored. */
let asked: { tabId: number; address: string } | null = null;

/** Opens the popup on what is said of a link. The link itself is not opened. */
export async function askAboutLink(address: string, tab: browser.Tabs.Tab | undefined): Promise<void> {
  const tabId = tab?.id;
  if (tabId !== undefined) asked = { tabId, address };
  // Told first, and not waited for: opening counts as the person's own act only so long.
  const told = browser.storage.session.set({ [ASKED_IN_KEY]: tabId ?? null });
  await Promise.all([showPopup(tab), told]);
}

/** The link asked about in a tab, once. */
export function takeAskedLink(tabId: number): string | null {
  // With nothing asked the note, if there is one, is that of an earlier worker.
  if (asked === null || asked.tabId === tabId)
    void browser.storage.session.remove(ASKED_IN_KEY).catch(report);
  if (asked?.tabId !== tabId) return null;
  const { address } = asked;
  asked = null;
  return address;
}

/**
 * Opens the popup of a tab; as a page of its own where the browser opens none (no window in front, no button). Not of a
 * private tab in Chromium: its pages of extensions open in plain windows alone.
 */
export async function showPopup(tab: browser.Tabs.Tab | undefined): Promise<void> {
  // Asked for before anything is awaited: Firefox counts the click or key only so long.
  const opening = browser.action.openPopup(tab?.windowId === undefined ? {} : { windowId: tab.windowId });
  try {
    await opening;
  } catch (error) {
    console.debug(error);
    if (tab?.incognito && import.meta.env.BROWSER !== 'firefox') return;
    await browser.tabs.create({ url: browser.runtime.getURL(`/popup.html?tab=${tab?.id ?? ''}`) });
  }
}
