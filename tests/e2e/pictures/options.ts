import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { ask } from '../ensign/ask.ts';
import { STUDY } from '../gallery/study.ts';
import { openPage, press, type Studio, visitWarned } from './studio.ts';

/** The options as they are at first, and with something in every part. */
export async function options(studio: Studio): Promise<void> {
  const { driver, camera } = studio;
  const open = () => openPage(studio, 'options.html', '#list .facts');
  await camera.take(driver, 'options-bundled', await open());
  for (const [domain, kinds, term, record] of [
    ['okx.ac', ['listed'], 'always', true],
    ['bihai-keys.example', ['landing', 'brandClaim'], 'week', false],
  ] as const)
    await ask(driver, 'ignore', { domain, kinds, term, record });
  await press(await visitWarned(studio, 'https://okx-wallets.com/'), 'Continue');
  await driver.page.waitForFunction(() => location.protocol === 'https:');
  await camera.take(driver, 'options-filled', await open());
  for (const domain of ['okx.ac', 'bihai-keys.example']) await ask(driver, 'unignoreDomain', { domain });
}

/** A study file refused, asked about, and agreed to; then the export for it; then it is left. */
export async function study(studio: Studio): Promise<void> {
  const { driver, camera } = studio;
  const folder = mkdtempSync(join(tmpdir(), 'ensign-pictures-'));
  const open = async (name: string, content: object): Promise<Page> => {
    const page = await openPage(studio, 'options.html', '#study input[type=file]');
    writeFileSync(join(folder, name), JSON.stringify(content));
    const input = await page.$('#study input[type=file]');
    await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(join(folder, name));
    return page;
  };
  try {
    const refused = await open('salted.json', { ...STUDY, salt: 'x' });
    await refused.waitForSelector('#study [role=alert]');
    await camera.take(driver, 'options-study-refused', refused);
    const page = await open('study.json', STUDY);
    await page.waitForSelector('.study-asks');
    await camera.take(driver, 'options-study-asked', page);
    await page.click('.study-questions input[type=checkbox]');
    await page.type('.study-asks input.field', 'P-017');
    await page.click('.study-asks .primary');
    await page.waitForSelector('.study-asks .act .btn:not(.primary)');
    await page.waitForFunction(() => document.querySelector('.study-asks .primary') === null);
    await camera.take(driver, 'options-study', page);
    const exporting = await openPage(studio, 'export.html', '.export-choices');
    await camera.take(driver, 'export-study', exporting);
    await (await openPage(studio, 'options.html', '.study-asks .act .btn')).click('.study-asks .act .btn');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
