import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, statSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  agreeToExport,
  downloadedFile,
  exportLeftovers,
  openEmptyExport,
  openExportOfAll,
} from './ensign/export-page.ts';
import { ensignInTurn } from './ensign/in-turn.ts';
import type { Driver } from './harness/driver.ts';
import { browsersToTest } from './harness/find-browser.ts';
import { fillForExport } from './history/fill-for-export.ts';

/** How many flags stand in the history; ENSIGN_EXPORT_FLAGS=1000000 is the whole measure. */
const FLAGS = Number(process.env.ENSIGN_EXPORT_FLAGS ?? 2000);

describe.each(browsersToTest())('the export page in %s', (kind) => {
  let driver: Driver;
  let page: Page;

  const begun = ensignInTurn(kind, { controlPage: 'options.html' });

  beforeAll(async () => {
    ({ driver } = await begun());
    page = await openEmptyExport(driver);
    await fillForExport(driver, FLAGS);
    await page.close();
    page = await openExportOfAll(driver);
  }, 600_000);

  test('shows the very rows before anything is agreed to', async () => {
    await page.waitForSelector('.export-preview tbody tr');
    const first = JSON.parse(await textOf(page, '.export-preview pre'));
    expect(first).toMatchObject({ tz_offset_min: 0, url: null, title: null });
    expect(first.observed_at).toMatch(/T00:00:00\.000Z$/);
    expect(await disabled(page)).toBe(true);
  });

  test('saves a whole Data Package, without the row that was ticked off', async () => {
    const id = JSON.parse(await textOf(page, '.export-preview pre')).flag_id;
    await page.click('.export-preview tbody input');
    await agreeToExport(page);
    const started = Date.now();
    await page.click('.btn.primary');
    const file = await downloadedFile(driver);
    const took = (Date.now() - started) / 1000;
    expect(execFileSync('unzip', ['-tq', file], { encoding: 'utf8' })).toContain('No errors');
    const flags = execFileSync('unzip', ['-p', file, 'flags.ndjson'], {
      encoding: 'utf8',
      maxBuffer: 2 ** 31 - 1,
    });
    expect(flags.split('\n').length - 1).toBe(FLAGS - 1);
    expect(flags).not.toContain(id);
    const descriptor = JSON.parse(
      execFileSync('unzip', ['-p', file, 'datapackage.json'], { encoding: 'utf8' }),
    );
    expect(descriptor.ensign.consent.sha256).toMatch(/^[0-9a-f]{64}$/);
    process.stdout.write(
      `${kind}: exported ${FLAGS - 1} flags, ${statSync(file).size} bytes, in ${took} s\n`,
    );
    rmSync(file);
  }, 1_200_000);

  test('reads its own file back: nothing is new', async () => {
    await page.select('.export-choose select', 'ndjson');
    await agreeToExport(page);
    await page.click('.btn.primary');
    const file = await downloadedFile(driver);
    expect(readFileSync(file, 'utf8').split('\n').length - 1).toBe(FLAGS - 1);
    const input = await page.$('input[type=file]');
    await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(file);
    await page.waitForFunction(
      (known) =>
        document.querySelector('#import [role=status]')?.textContent?.replace(/\D/g, '') === `0${known}`,
      { timeout: 600_000 },
      FLAGS - 1,
    );
  }, 1_200_000);

  test('that is killed leaves nothing after the next start', async () => {
    await agreeToExport(page);
    await page.click('.btn.primary');
    await page.waitForSelector('progress');
    await page.close();
    const next = await driver.openExtensionPage('export.html');
    await next.waitForSelector('.export-preview tbody tr');
    expect(await exportLeftovers(driver)).toEqual([]);
  }, 120_000);
});

const textOf = (page: Page, selector: string) => page.$eval(selector, (node) => node.textContent ?? '');
const disabled = (page: Page) =>
  page.$eval('.btn.primary', (button) => (button as HTMLButtonElement).disabled);
