import browser from 'webextension-polyfill';
import { showPopup } from './asked-link.ts';
import { pauseOrResume } from './recording.ts';
import { report } from './report.ts';

/** Listens to the keyboard commands of the manifest; must be called synchronously at worker start. */
export function listenToCommands(): void {
  browser.commands?.onCommand.addListener((name, tab) => {
    if (name === 'open-history') void openHistory().catch(report);
    if (name === 'pause-recording') {
      // The popup shows the change; Firefox lets it open only in the same breath as the key.
      const shown = showPopup(tab);
      void Promise.all([pauseOrResume(), shown]).catch(report);
    }
  });
}

async function openHistory(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/history.html') });
}
