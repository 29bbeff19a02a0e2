import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { studyFile } from '../fixtures/study.ts';
import { flagsWhen } from './ensign/ask.ts';
import { ensignInTurn } from './ensign/in-turn.ts';
import { plainPage } from './harness/answer.ts';
import { until } from './harness/arrive.ts';
import type { Driver } from './harness/driver.ts';
import { browsersToTest } from './harness/find-browser.ts';
import type { LocalServer } from './harness/server.ts';

describe.each(browsersToTest())('a study in %s', (kind) => {
  let server: LocalServer;
  let driver: Driver;
  let options: Page;
  const folder = mkdtempSync(join(tmpdir(), 'ensign-study-'));
  let identity = '';

  const begun = ensignInTurn(kind);

  beforeAll(async () => {
    identity = await generateX25519Identity();
    const study = studyFile({
      participant: { rule: 'code', form: 'P-###' },
      encrypt_to: [await identityToRecipient(identity)],
    });
    writeFileSync(join(folder, 'study.json'), JSON.stringify(study));
    writeFileSync(join(folder, 'salted.json'), JSON.stringify({ ...study, salt: 'x' }));
    ({ server, driver } = await begun());
    server.everywhere(plainPage('a page'));
    await driver.goto('https://okx.com/');
    await flagsWhen(driver, 1);
    options = await driver.openExtensionPage('options.html');
    await options.bringToFront();
    await options.waitForSelector('#study input[type=file]');
  }, 120_000);
  afterAll(async () => {
    rmSync(folder, { recursive: true });
  });

  const stored = async () =>
    JSON.parse(
      await driver.inExtension(async () => {
        const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Api>;
        return JSON.stringify(await (browser ?? chrome).storage.local.get(['study', 'settings']));
      }),
    ) as { study?: { participant_id: string; salt: string }; settings: { retentionDays: number } };
  const open = async (name: string) => {
    const input = await options.waitForSelector('#study input[type=file]');
    await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(join(folder, name));
  };

  test('a file that brings a salt is refused by name', async () => {
    await open('salted.json');
    await options.waitForSelector('#study [role=alert]');
    expect((await stored()).study).toBeUndefined();
  });

  test('shows what it asks and changes nothing until agreed to', async () => {
    const before = await stored();
    await open('study.json');
    await options.waitForSelector('.study-asks');
    expect(await stored()).toEqual(before);
    expect(await disabled(options)).toBe(true);
    await options.click('.study-questions input[type=checkbox]');
    await options.waitForFunction(
      () => !document.querySelector<HTMLButtonElement>('.study-asks .primary')?.disabled,
    );
    expect(await stored()).toEqual(before);
    await options.type('.study-asks input.field', 'p-017');
    await options.click('.study-asks .primary');
    await until(async () => (await stored()).study !== undefined, 'the enrolment');
    const { study, settings } = await stored();
    expect(study).toMatchObject({ participant_id: 'P-017' });
    expect(settings.retentionDays).toBe(before.settings.retentionDays);
  }, 60_000);

  test('its export holds what was flagged since, under study and participant, for the key alone', async () => {
    await driver.goto('https://www.okx.com/');
    await flagsWhen(driver, 2);
    const page = await driver.openExtensionPage('export.html');
    await page.bringToFront();
    await page.waitForSelector('.export-preview tbody tr');
    expect(await page.$$eval('.export-preview tbody tr', (rows) => rows.length)).toBe(1);
    await page.select('.export-choose select', 'ndjson');
    await page.$$eval('.choice-line input', (inputs) => (inputs.at(-1) as HTMLInputElement).click());
    await page.waitForFunction(() => !document.querySelector<HTMLButtonElement>('.btn.primary')?.disabled);
    await page.click('.btn.primary');
    const bytes = await saved(driver);
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    const row = JSON.parse(await decrypter.decrypt(bytes, 'text'));
    expect(row).toMatchObject({ host: 'www.okx.com', study_id: 'landing-2027', participant_id: 'P-017' });
    if (spawnSync('age', ['--version']).error) return;
    writeFileSync(join(folder, 'key'), identity);
    writeFileSync(join(folder, 'file.age'), bytes);
    const plain = execFileSync('age', ['-d', '-i', 'key', 'file.age'], { cwd: folder, encoding: 'utf8' });
    expect(JSON.parse(plain)).toEqual(row);
  }, 60_000);

  test('is left in one click, which erases it', async () => {
    const page = await driver.openExtensionPage('options.html');
    await page.bringToFront();
    await page.waitForSelector('.study-asks .act .btn');
    await page.click('.study-asks .act .btn');
    await until(async () => (await stored()).study === undefined, 'the end of the enrolment');
  }, 60_000);
});

interface Api {
  storage: { local: { get(keys: string[]): Promise<object> } };
}

const disabled = (page: Page) =>
  page.$eval('.study-asks .primary', (button) => (button as HTMLButtonElement).disabled);

/** The file that was saved, once it is whole. */
async function saved(driver: Driver): Promise<Uint8Array> {
  const whole = () =>
    readdirSync(driver.downloads).filter((name) => !/\.(?:crdownload|part|tmp)$/.test(name));
  await until(
    async () => whole().some((name) => readFileSync(join(driver.downloads, name)).length > 0),
    'a file',
  );
  return new Uint8Array(readFileSync(join(driver.downloads, whole()[0]!)));
}
