import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storedFlag } from '../fixtures/flag.ts';
import type { Driver } from './harness/driver.ts';
import { browsersToTest } from './harness/find-browser.ts';
import { launch } from './harness/launch.ts';
import { type LocalServer, startServer } from './harness/server.ts';

/** How many flags stand in the history; ENSIGN_EXPORT_FLAGS=1000000 is the whole measure. */
const FLAGS = Number(process.env.ENSIGN_EXPORT_FLAGS ?? 5000);
const FOLDERS = { chromium: '.output/chrome-mv3', firefox: '.output/firefox-mv3' } as const;

describe.each(browsersToTest())('the export page in %s', (kind) => {
  let server: LocalServer;
  let driver: Driver;
  let page: Page;

  beforeAll(async () => {
    server = await startServer();
    driver = await launch(kind, { extensionDir: FOLDERS[kind], server, controlPage: 'options.html' });
    page = await driver.openExtensionPage('export.html');
    await page.waitForSelector('.export-preview');
    await fill(driver, FLAGS);
    await page.close();
    page = await driver.openExtensionPage('export.html');
    await page.bringToFront();
  }, 600_000);
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });

  test('shows the very rows before anything is agreed to', async () => {
    await page.waitForSelector('.export-preview tbody tr');
    const first = JSON.parse(await textOf(page, '.export-preview pre'));
    expect(first).toMatchObject({ observed_at: '2026-11-20T00:00:00.000Z', tz_offset_min: 0, url: null });
    expect(await disabled(page)).toBe(true);
  });

  test('saves a whole Data Package, without the row that was ticked off', async () => {
    const id = JSON.parse(await textOf(page, '.export-preview pre')).flag_id;
    await page.click('.export-preview tbody input');
    await agree(page);
    const started = Date.now();
    await page.click('.btn.primary');
    const file = await downloaded(driver);
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
    process.stdout.write(`${kind}: ${FLAGS - 1} flags, ${statSync(file).size} bytes, ${took} s\n`);
    rmSync(file);
  }, 1_200_000);

  test('reads its own file back: nothing is new', async () => {
    await page.select('.export-choose select', 'ndjson');
    await agree(page);
    await page.click('.btn.primary');
    const file = await downloaded(driver);
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
    await agree(page);
    await page.click('.btn.primary');
    await page.waitForSelector('progress');
    await page.close();
    const next = await driver.openExtensionPage('export.html');
    await next.waitForSelector('.export-preview tbody tr');
    expect(await leftovers(driver)).toEqual([]);
  }, 120_000);
});

async function agree(page: Page): Promise<void> {
  await page.$$eval('.choice-line input', (inputs) => {
    const last = inputs.at(-1) as HTMLInputElement;
    if (!last.checked) last.click();
  });
  await page.waitForFunction(() => !document.querySelector<HTMLButtonElement>('.btn.primary')?.disabled);
}

const textOf = (page: Page, selector: string) => page.$eval(selector, (node) => node.textContent ?? '');
const disabled = (page: Page) =>
  page.$eval('.btn.primary', (button) => (button as HTMLButtonElement).disabled);

/** The first file that arrives whole. */
async function downloaded(driver: Driver): Promise<string> {
  let size = -1;
  for (let tries = 0; tries < 6000; tries++) {
    const [name] = readdirSync(driver.downloads).filter((file) => !/\.(?:crdownload|part|tmp)$/.test(file));
    if (name) {
      const path = join(driver.downloads, name);
      const now = statSync(path).size;
      if (now > 0 && now === size) return path;
      size = now;
    }
    await new Promise((later) => setTimeout(later, 200));
  }
  throw new Error('no file arrived');
}

function leftovers(driver: Driver): Promise<string[]> {
  return driver.inExtension(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('exports', { create: true });
    const names: string[] = [];
    for await (const name of folder.keys()) names.push(name);
    return names;
  });
}

/** Puts flags into the history, past the background. */
async function fill(driver: Driver, count: number): Promise<void> {
  const flag = { ...storedFlag({ flag_id: '', document: '' }), url: 'https://okx.com/a?b=c', title: 'x' };
  await driver.inExtension(
    async (template, total) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const asked = indexedDB.open('ensign-history');
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
      for (let from = 0; from < total; from += 5000) {
        await new Promise<void>((resolve, reject) => {
          const write = database.transaction('flags', 'readwrite', { durability: 'relaxed' });
          for (let i = from; i < Math.min(total, from + 5000); i++) {
            const flag_id = crypto.randomUUID();
            write
              .objectStore('flags')
              .add({ ...template, flag_id, local: { ...template.local, document: flag_id } });
          }
          write.oncomplete = () => resolve();
          write.onabort = () => reject(write.error);
        });
      }
      database.close();
    },
    flag,
    count,
  );
}
