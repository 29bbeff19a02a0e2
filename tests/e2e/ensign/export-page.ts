import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { until } from '../harness/arrive.ts';
import type { Driver } from '../harness/driver.ts';

/** What says how many flags there are to export. */
export const EXPORT_COUNT = 'main.export p.note';

/** The export of a history that holds nothing yet; once the page has counted that, the history's database is made. */
export async function openEmptyExport(driver: Driver): Promise<Page> {
  const page = await driver.openExtensionPage('export.html');
  await page.waitForSelector(EXPORT_COUNT);
  return page;
}

/** The export of the whole history, reached from the history page as a user does. */
export async function openExportOfAll(driver: Driver): Promise<Page> {
  const page = await driver.openExtensionPage('history.html');
  await page.bringToFront();
  await page.waitForSelector('nav a[href="#export"]', { timeout: 600_000 });
  await page.click('nav a[href="#export"]');
  await page.waitForSelector('.export-preview tbody tr', { timeout: 600_000 });
  return page;
}

/** Ticks the agreement and waits until the file may be saved. */
export async function agreeToExport(page: Page): Promise<void> {
  await page.$$eval('.choice-line input', (inputs) => {
    const last = inputs.at(-1) as HTMLInputElement;
    if (!last.checked) last.click();
  });
  await page.waitForFunction(() => !document.querySelector<HTMLButtonElement>('.btn.primary')?.disabled);
}

/**
 * Files in the downloads that bear a name of their own: those that a browser still writes do not. Firefox keeps that
 * name free with a file of no bytes while it writes a `.part`; a kill leaves both.
 */
export function finishedDownloads(driver: Driver): string[] {
  const names = readdirSync(driver.downloads);
  const keepsFree = driver.kind === 'firefox' && names.some((name) => name.endsWith('.part'));
  return names
    .filter((name) => !/\.(?:crdownload|part|tmp)$/.test(name) && !name.startsWith('.'))
    .map((name) => join(driver.downloads, name))
    .filter((path) => !keepsFree || statSync(path).size > 0);
}

/** The first file that arrives whole. */
export async function downloadedFile(driver: Driver, patience = 1_200_000): Promise<string> {
  let size = -1;
  let found = '';
  await until(
    async () => {
      const [path] = finishedDownloads(driver);
      if (path === undefined) return false;
      const now = statSync(path).size;
      const settled = now > 0 && now === size;
      size = now;
      found = path;
      return settled;
    },
    'a saved file',
    patience,
  );
  return found;
}

/** Names in the extension's own file system under `exports`. */
export function exportLeftovers(driver: Driver): Promise<string[]> {
  return driver.inExtension(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('exports', { create: true });
    const names: string[] = [];
    for await (const name of folder.keys()) names.push(name);
    return names;
  });
}
