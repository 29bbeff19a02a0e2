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

/** What the tests ask the background comes from here: in Chromium it is open already. */
const WELCOME = 'welcome.html';

/** The long form of the acceptance tests: `ENSIGN_E2E=long`. */
export const LONG = process.env.ENSIGN_E2E === 'long';

/** Starts a browser with Ensign as built, recording switched on as on the welcome page. */
export async function launchEnsign(
  kind: BrowserKind,
  server: LaunchOptions['server'],
  { controlPage = WELCOME, ...more }: Partial<LaunchOptions> = {},
): Promise<Driver> {
  const extensionDir = BUILDS[kind];
  if (!existsSync(`${extensionDir}/manifest.json`)) throw new NotBuilt(`${extensionDir}: npm run build`);
  const driver = await launch(kind, { extensionDir, server, controlPage, ...more });
  if (more.firstPage === undefined) await welcomed(driver);
  await ask(driver, 'setRecording', { mode: 'on' });
  return driver;
}

/** The same browser with Ensign installed anew, as at its start. */
export async function renewEnsign(driver: Driver, controlPage = WELCOME): Promise<Driver> {
  const renewed = await driver.renew({ controlPage });
  await welcomed(renewed);
  await ask(renewed, 'setRecording', { mode: 'on' });
  return renewed;
}

/** The welcome page comes when it comes; in Chromium a page behind it is drawn late and takes no click. */
async function welcomed({ kind, origin, page }: Driver): Promise<void> {
  if (kind === 'firefox') return;
  const welcome = async () =>
    (await page.browser().pages()).some((one) => one.url() === `${origin}/${WELCOME}`);
  await until(welcome, 'the welcome page', 2_000).catch(() => undefined);
  await page.bringToFront();
}
