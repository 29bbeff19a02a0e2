import browser from 'webextension-polyfill';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { type Observation, observePage } from '../utils/page/observe.ts';

/** Observes the page and tells the background; once an update has orphaned it, it ends without a word. */
export default defineContentScript({
  matches: ['http://*/*', 'https://*/*'],
  runAt: 'document_idle',
  main() {
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
