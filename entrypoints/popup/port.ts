import browser from 'webextension-polyfill';
import type { PopupModel, PopupPort } from '../../components/models/popup.ts';
import { ALL_SITES, hostPatterns } from '../../utils/domain/origin-patterns.ts';
import { askToLeave } from '../surface/leave-warning.ts';
import { onStoredChange } from '../surface/on-change.ts';
import { send } from '../surface/send.ts';
import { type Found, knownModel } from './known-model.ts';

/**
 * The popup's ways to the extension.
 * @param found what /popup-question.js looked up before this script was there; rejected where the tab is gone
 */
export function popupPort(found: Promise<Found>): PopupPort {
  const tabId = async () => (await found).tab.id;
  let drawn = false;
  let opened = true;
  return {
    surfaces: { export: true },
    async model() {
      const known = drawn ? null : drawable(await found);
      drawn = true;
      if (known) return known;
      const question = { tabId: await tabId(), opened };
      opened = false;
      // A worker that ends while it answers is started anew by the next question.
      return send('popup', question).catch(() => send('popup', question));
    },
    leave: () => void tabId().then(leave),
    check: (address) => send('check', { address }),
    ignore: (request) => send('ignore', request),
    unignore: (domain) => send('unignoreDomain', { domain }),
    onChange: onStoredChange,
    setRecording: (mode) => send('setRecording', { mode }),
    // Firefox takes it for the click's as long as nothing is waited for.
    requestPermission: (scope) =>
      browser.permissions.request({ origins: scope === 'all' ? ALL_SITES : hostPatterns(scope.host) }),
    copy: (text) => navigator.clipboard.writeText(text),
    open(surface, detail) {
      void open(surface, detail).then(() => window.close());
    },
  };
}

/** What cannot be read is asked of the background. */
function drawable(found: Found): PopupModel | null {
  try {
    return knownModel(found);
  } catch (error) {
    console.debug(error);
    return null;
  }
}

/** Until the browser has begun to go back, ms. */
const BEGINS = 300;

/** Back past the page, a warning by its own way; a blank tab in its place where there is nothing to go back to. */
async function leave(tabId: number): Promise<void> {
  if (askToLeave(tabId)) return window.close();
  const { url } = await browser.tabs.get(tabId);
  if (!(await wentBack(tabId, url))) await browser.tabs.update(tabId, { url: 'about:blank' });
  if (url !== undefined) window.close();
}

/** Chromium refuses where there is nothing to go back to; Firefox says yes, and stays. */
async function wentBack(tabId: number, from: string | undefined): Promise<boolean> {
  try {
    await browser.tabs.goBack(tabId);
  } catch {
    return false;
  }
  // Of a page without access no address is told, and so not whether it is left.
  if (from === undefined) return true;
  await new Promise((done) => setTimeout(done, BEGINS));
  const { url, status } = await browser.tabs.get(tabId);
  return url !== from || status === 'loading';
}

async function open(surface: Parameters<PopupPort['open']>[0], detail = ''): Promise<void> {
  const word = encodeURIComponent(detail);
  const page = {
    history: detail === '' ? '/history.html' : `/history.html#log/${word}`,
    lineage: `/history.html#by-exchange/${word}`,
    export: '/history.html#export',
    options: '/options.html',
    welcome: '/welcome.html',
  }[surface];
  await browser.tabs.create({ url: browser.runtime.getURL(page) });
}
