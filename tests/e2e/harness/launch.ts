import { launchChromium } from './chromium.ts';
import type { Driver, LaunchOptions } from './driver.ts';
import type { BrowserKind } from './find-browser.ts';
import { launchFirefox } from './firefox.ts';

/** Starts a browser with the extension in it. Throws BrowserNotFound. */
export function launch(kind: BrowserKind, options: LaunchOptions): Promise<Driver> {
  return kind === 'chromium' ? launchChromium(options) : launchFirefox(options);
}
