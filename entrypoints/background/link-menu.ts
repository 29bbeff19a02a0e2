import browser from 'webextension-polyfill';
import { ALL_SITES } from '../../utils/domain/origin-patterns.ts';
import { onSettings, readSettings } from '../../utils/settings/store.ts';
import { askAboutLink } from './asked-link.ts';
import { report } from './report.ts';
import { messagesOf } from './words.ts';

const ID = 'check-link';

/** Puts "Check this link" into the menu of links, in the language chosen; must be called synchronously at start. */
export function offerLinkCheck(): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId, linkUrl }, tab) => {
    if (menuItemId === ID && linkUrl !== undefined) void askAboutLink(linkUrl, tab).catch(report);
  });
  onSettings(({ language }) => void name(language).catch(report), report);
  void readSettings()
    .then(({ language }) => name(language))
    .catch(report);
}

/** The browsers keep the entry from one worker to the next; one that is lost is made anew. */
async function name(language: string): Promise<void> {
  const title = (await messagesOf(language)).check_link?.message ?? '';
  try {
    await browser.contextMenus.update(ID, { title });
  } catch (error) {
    console.debug(error);
    browser.contextMenus.create({
      id: ID,
      title,
      contexts: ['link'],
      targetUrlPatterns: ALL_SITES,
    });
  }
}
