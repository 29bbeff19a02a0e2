import browser from 'webextension-polyfill';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { onEarlyGesture } from '../utils/page/gesture.ts';
import { type Observation, observePage } from '../utils/page/observe.ts';

/** Observes the page and tells the background; once an update has orphaned it, it ends without a word. */
export default defineContentScript({
  matches: ['http://*/*', 'https://*/*'],
  runAt: 'document_idle',
  main() {
    onEarlyGesture(window, (at) => {
      if (browser.runtime?.id)
        browser.runtime.sendMessage({ kind: 'gesture', payload: { at } }).catch(forget);
    });
    const observation: Observation = observePage(document, {
      onSignals(payload) {
        if (!browser.runtime?.id) return observation.stop();
        browser.runtime.sendMessage({ kind: 'assessPage', payload }).catch(() => {
          if (!browser.runtime?.id) observation.stop();
        });
      },
    });
  },
});

/** Nobody hears it once an update has orphaned the script. */
function forget(): void {
  if (browser.runtime?.id) console.debug('the background did not answer');
}
