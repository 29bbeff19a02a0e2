import { copyFileSync } from 'node:fs';
import type { ElementHandle, Page } from 'puppeteer-core';
import { observe } from '../../../cli/tasks/start/observe.ts';
import type { Site } from '../../../cli/tasks/start/sites.ts';
import type { Level, TimePrecision } from '../../../utils/export/options.ts';
import { ask } from '../ensign/ask.ts';
import { agreeToExport, downloadedFile, openExportOfAll } from '../ensign/export-page.ts';
import { launchEnsign } from '../ensign/launch.ts';
import { pause } from '../harness/arrive.ts';
import type { Driver } from '../harness/driver.ts';
import type { LocalServer } from '../harness/server.ts';
import { setClock } from './clock.ts';

/** Somebody who takes part in the sample's study. */
export interface Participant {
  code: string;
  timeZone: string;
  /** What the browser keeps, and what is then exported of it. */
  level: Level;
  time: TimePrecision;
  title: boolean;
  /** What is visited, a day after the other. */
  days: { ago: number; visits: Site[] }[];
}

/** Between two pages; a page's own reading is written after the answer. */
const READING_MS = 700;

/** Joins the study, visits everything day by day, and exports at the end as anybody would. */
export async function takePart(
  { code, timeZone, level, time, title, days }: Participant,
  server: LocalServer,
  study: string,
  out: string,
): Promise<void> {
  let driver: Driver | null = null;
  try {
    for (const { ago, visits } of days) {
      setClock(ago, timeZone);
      if (driver === null) {
        driver = await launchEnsign('chromium', server);
        await ask(driver, 'setSetting', { name: 'storedDetail', value: level === 'domain' ? 'host' : level });
        await ask(driver, 'setSetting', { name: 'storeTitles', value: title });
        await join(driver, study, code);
      } else driver = await driver.restart();
      for (const site of visits) {
        await observe(driver, site);
        await pause(READING_MS);
      }
    }
    if (driver === null) return;
    const page = await openExportOfAll(driver);
    await choose(page, level, time, title);
    await agreeToExport(page);
    await page.click('.btn.primary');
    copyFileSync(await downloadedFile(driver), out);
  } finally {
    await driver?.close();
  }
}

async function join(driver: Driver, study: string, code: string): Promise<void> {
  const page = await driver.openExtensionPage('options.html');
  await page.bringToFront();
  const input = await page.waitForSelector('#study input[type=file]');
  await (input as ElementHandle<HTMLInputElement>).uploadFile(study);
  await page.waitForSelector('.study-asks');
  await page.click('.study-questions input[type=checkbox]');
  await page.type('.study-asks input.field', code);
  await page.click('.study-asks .primary');
  await page.waitForFunction(() => document.querySelector('.study-asks .primary') === null);
  await page.close();
  await driver.page.bringToFront();
}

const LEVEL_PLACES: Record<Level, number> = { domain: 0, host: 1, path: 2, full: 3 };

/** The study offers a level; this is the participant's own. */
async function choose(page: Page, level: Level, time: TimePrecision, title: boolean): Promise<void> {
  const levels = await page.$$('.export-choices input[name=level]');
  await levels[LEVEL_PLACES[level]]!.click();
  await page.select('.export-choose:has(option[value=day]) select', time);
  if (level === 'full') await page.click('.export-choices .choice-line:nth-last-of-type(3) input');
  if (title) await page.click('.export-choices .choice-line:nth-last-of-type(2) input');
}
