import type { Browser } from 'webextension-polyfill';

/**
 * The browser's interface to extensions, in a script put into a page. Only a property of the global itself counts:
 * `<form id="browser">` of the page is met on the global's prototype, in Chromium's isolated worlds too, where
 * `browser` may be missing. Firefox defines both names on the script's own global.
 */
export function extensionApi(): Browser {
  return Reflect.get(globalThis, Object.hasOwn(globalThis, 'browser') ? 'browser' : 'chrome') as Browser;
}
