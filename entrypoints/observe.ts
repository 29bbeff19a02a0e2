import type { Browser } from 'webextension-polyfill';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { onEarlyGesture } from '../utils/page/gesture.ts';
import { type Observation, observePage } from '../utils/page/observe.ts';

/** The polyfill would be half of the script, and both browsers answer a message with a promise without it. */
const browser = (Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')) as Browser;

/**
 * The content script: observes the page and tells the background; once an update has orphaned it, it ends
 * without a word. Registered in the manifest as it is: a framework's wrapper would announce it to the page.
 */
export default defineUnlistedScript(() => {
  onEarlyGesture(window, (at) => tell('gesture', { at }));
  const observation: Observation = observePage(document, {
    onSignals(payload) {
      if (browser.runtime?.id) tell('assessPage', payload);
      else observation.stop();
    },
  });
});

function tell(kind: 'gesture' | 'assessPage', payload: object): void {
  if (!browser.runtime?.id) return;
  browser.runtime.sendMessage({ kind, payload }).catch(() => {
    if (browser.runtime?.id) console.debug('the background did not answer');
  });
}
