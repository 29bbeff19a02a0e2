import type { Page } from 'puppeteer-core';
import type { Driver } from './driver.ts';
import { inChrome } from './firefox-chrome.ts';

/** Puts the keyboard into the page, as a person's window has it; automation leaves Firefox's in the chrome. */
export async function focusPage(driver: Driver, tab: Page = driver.page): Promise<void> {
  await tab.bringToFront();
  if (driver.kind === 'chromium') return;
  await inChrome(
    driver.page.browser(),
    `(async () => {
      const window = Services.wm.getMostRecentWindow('navigator:browser');
      Services.focus.activeWindow = window;
      window.gBrowser.selectedBrowser.focus();
      return 'focused';
    })()`,
  );
}
