import browser from 'webextension-polyfill';
import { report } from './report.ts';

/** Where the version that ran last is kept: Firefox does not tell an event page that it was updated. */
const VERSION_KEY = 'version';
/** How long a worker waits to be told that the browser starts, ms. */
const TOLD_WITHIN = 1_000;

let starting: Promise<boolean> = Promise.resolve(false);

/** Listens for the start of the browser; must be called synchronously at worker start, before `isUpdated`. */
export function listenToStart(): void {
  starting = new Promise((resolve) => {
    browser.runtime.onStartup.addListener(() => resolve(true));
    setTimeout(() => resolve(false), TOLD_WITHIN);
  });
}

/**
 * Whether the first worker of a session goes on where another version left off: what a session keeps is emptied by an
 * update in its midst too. An update that waited for the browser to start is none.
 */
export async function isUpdated(): Promise<boolean> {
  const { version } = browser.runtime.getManifest();
  const { [VERSION_KEY]: last } = await browser.storage.local.get(VERSION_KEY);
  if (last === version) return false;
  const updated = last !== undefined && !(await starting);
  // Noted last: Firefox starts an updated extension twice.
  await browser.storage.local.set({ [VERSION_KEY]: version }).catch(report);
  return updated;
}
