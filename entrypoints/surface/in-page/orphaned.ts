import browser from 'webextension-polyfill';

/** Whether an update of the extension has cut this script off: Chromium's interfaces throw from then on. */
export function isOrphaned(): boolean {
  return !browser.runtime?.id;
}
