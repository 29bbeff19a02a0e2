import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Driver } from '../../../tests/e2e/harness/driver.ts';
import type { BrowserKind } from '../../../tests/e2e/harness/find-browser.ts';
import { launch } from '../../../tests/e2e/harness/launch.ts';
import type { LocalServer } from '../../../tests/e2e/harness/server.ts';
import { say } from '../setup/say.mjs';
import { type Observation, observe } from './observe.ts';
import { inWords, table } from './row.ts';
import type { Site } from './sites.ts';

const PICTURES = '.output/demo';
export const BUILDS: Record<BrowserKind, string> = {
  chromium: '.output/chrome-mv3',
  firefox: '.output/firefox-mv3',
};

/** Visits every site in both browsers, prints what Ensign says there, and keeps pictures of popup and warning. */
export async function showTable(sites: Site[], server: LocalServer): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  const chromium = await visitAll('chromium', sites, server);
  const firefox = await visitAll('firefox', sites, server);
  const rows = sites.map(({ url, why }, i) => [URL.parse(url)!.host, why, chromium[i]!, firefox[i]!]);
  console.log(table([['host', 'what it is', 'Chromium', 'Firefox'], ...rows]));
  say(`pictures of popup and warning page: ${PICTURES}/`);
}

async function visitAll(kind: BrowserKind, sites: Site[], server: LocalServer): Promise<string[]> {
  say(`${kind}: visiting ${sites.length} sites …`);
  const driver = await launch(kind, { extensionDir: BUILDS[kind], server });
  try {
    const words: string[] = [];
    for (const site of sites) words.push(await visit(driver, site));
    return words;
  } finally {
    await driver.close();
  }
}

async function visit(driver: Driver, site: Site): Promise<string> {
  try {
    const seen = await observe(driver, site);
    await takePicture(driver, seen);
    return inWords(seen);
  } catch (error) {
    return `failed: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** The warning page where it opened, else the popup as a page of its own, told which tab to speak of. */
async function takePicture(driver: Driver, { url, tabId, warned }: Observation): Promise<void> {
  const file = join(PICTURES, `${URL.parse(url)!.hostname}-${driver.kind}.png`);
  if (warned) return driver.screenshot(driver.page, file);
  const popup = await driver.openExtensionPage(`popup.html?tab=${tabId}`);
  await popup.setViewport({ width: 380, height: 600 });
  await driver.screenshot(popup, file);
  await popup.close();
}
