import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { until } from '../harness/arrive.ts';
import type { Driver, LaunchOptions } from '../harness/driver.ts';
import type { BrowserKind } from '../harness/find-browser.ts';
import { launch } from '../harness/launch.ts';
import { ask } from './ask.ts';

/** The extension has not been built. */
export class NotBuilt extends Error {
  override readonly name = 'NotBuilt';
}

const OUTPUT = fileURLToPath(new URL('../../../.output/', import.meta.url));
/** Where `npm run build` puts the extension for each browser. */
export const BUILDS = { chromium: `${OUTPUT}chrome-mv3`, firefox: `${OUTPUT}firefox-mv3` } as const;

/** The long form of the acceptance tests: `ENSIGN_E2E=long`. */
export const LONG = process.env.ENSIGN_E2E === 'long';

/** Starts a browser with Ensign as built, recording switched on as on the welcome page. */
export async function launchEnsign(
  kind: BrowserKind,
  server: LaunchOptions['server'],
  more: Partial<LaunchOptions> = {},
): Promise<Driver> {
  const extensionDir = BUILDS[kind];
  if (!existsSync(`${extensionDir}/manifest.json`)) throw new NotBuilt(`${extensionDir}: npm run build`);
  const driver = await launch(kind, { extensionDir, server, ...more });
  await welcome(driver, more.firstPage === undefined);
  return driver;
}

/** The same browser with Ensign installed anew, as at its start. */
export async function renewEnsign(driver: Driver, controlPage?: string): Promise<Driver> {
  const renewed = await driver.renew({ controlPage });
  await welcome(renewed, true);
  return renewed;
}

async function welcome(driver: Driver, inFront: boolean): Promise<void> {
  await ask(driver, 'setRecording', { mode: 'on' });
  if (driver.kind === 'chromium' && inFront) await toFront(driver);
}

/** The welcome page comes when it comes; in Chromium a page behind it is drawn late and takes no click. */
async function toFront({ page }: Driver): Promise<void> {
  const welcomed = async () =>
    (await page.browser().pages()).some((one) => one.url().endsWith('/welcome.html'));
  await until(welcomed, 'the welcome page', 2_000).catch(() => undefined);
  await page.bringToFront();
}
