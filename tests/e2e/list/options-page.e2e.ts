import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Version } from '../../unit/sync/publisher.ts';
import { ensignInTurn } from '../ensign/in-turn.ts';
import { pause, until } from '../harness/arrive.ts';
import type { Driver } from '../harness/driver.ts';
import { browsersToTest } from '../harness/find-browser.ts';
import type { LocalServer } from '../harness/server.ts';
import { KEY_TEXT, serves, status, verdict } from './device.ts';
import { ADDRESS, host, publishNow, slowSnapshot, withoutDelta } from './list-host.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** By keyboard alone: every control is reached with Tab and worked with Enter. */
describe.each(browsersToTest())('the list on the options page in %s', (kind) => {
  const built = new URL(`../../../.output/${kind === 'chromium' ? 'chrome' : 'firefox'}-mv3`, import.meta.url)
    .pathname;
  const room = mkdtempSync(join(tmpdir(), 'ensign-list-files-'));
  let server: LocalServer;
  let driver: Driver;
  let page: Page;
  let versions: Version[];

  const begun = ensignInTurn(kind, { controlPage: 'welcome.html' });

  beforeAll(async () => {
    const bundled = join(built, 'list/bundled.bin');
    const second = await publishNow(2, bundled);
    const third = await publishNow(3, bundled, { from: [second] });
    versions = [second, third, await publishNow(4, bundled), await publishNow(5, bundled)];
    ({ server, driver } = await begun());
    host(server, second);
    page = await driver.openExtensionPage('options.html');
    await page.waitForSelector('#list .facts');
    await page.bringToFront();
  });
  afterAll(() => rmSync(room, { recursive: true, force: true }));

  const says = (words: string, where = '#list') =>
    until(
      () =>
        page.evaluate(
          (selector, wanted) => document.querySelector(selector)?.textContent?.includes(wanted) ?? false,
          where,
          words,
        ),
      `"${words}"`,
    );

  test('without an address it says so, and has nothing to update', async () => {
    await says('with Ensign itself');
    await says('no address set');
  });

  test('an address that is none is refused at its field, and stays there to be mended', async () => {
    await reach(page, 'Address of the list');
    await page.keyboard.type('http://lists.test/ensign');
    await page.keyboard.press('Enter');
    await says('The address must begin with https');
    expect(await status(driver)).toMatchObject({ address: '' });
    const wrong = await page.$eval('[aria-invalid="true"]', (field) => (field as HTMLInputElement).value);
    expect(wrong).toBe('http://lists.test/ensign');
  });

  test('address and key are set, and the list comes', async () => {
    await type(page, 'Address of the list', ADDRESS);
    await type(page, 'Trusted keys', 'no key');
    await press(page, 'Save');
    await says('One of the lines is no public key of minisign.');
    await type(page, 'Trusted keys', KEY_TEXT);
    await press(page, 'Save');
    await says('Saved.');
    await serves(driver, 2);
    await says('2 of', '#list .facts');
    await says('from the address below');
    await says('updated whole');
    await says("The list does not come from Ensign's own publisher.");
  });

  test('an update shows how far it is, and how it ended', async () => {
    const [, third] = versions as [Version, Version];
    host(server, third, { ...withoutDelta(3, 2), ...slowSnapshot(third, 1500) });
    await press(page, 'Update now');
    await page.waitForSelector('#list progress');
    await says('from version 2', '#list .row');
    await says('3 of', '#list .facts');
    expect(await verdict(driver)).toBe('listed');
  });

  test('a refusal is raised in words, and the list in use stays', async () => {
    host(server, await publishNow(99_999, join(built, 'list/bundled.bin')));
    await press(page, 'Update now');
    await says('refused, version jumps too far', '#list .problem');
    await says('3 of', '#list .facts');
  });

  test('back to an earlier version and forward again', async () => {
    await press(page, 'Use version 2');
    await says('Version 2 is in use.');
    await says('Version 3 is left aside');
    expect(await status(driver)).toMatchObject({ inUse: { version: 2 }, heldBack: 3 });
    await press(page, 'Use version 3');
    await says('Version 3 is in use.');
    expect(await status(driver)).toMatchObject({ inUse: { version: 3 }, heldBack: null });
    await press(page, 'Use version 1');
    await says('with Ensign itself');
    expect(await status(driver)).toMatchObject({ origin: 'bundled', trouble: null });
    expect(await verdict(driver)).toBe('notListed');
    await press(page, 'Use version 3');
    await says('from the address below');
  });

  test('a signed list is loaded from files; without its signature it is refused by name', async () => {
    const [, , fourth] = versions as [Version, Version, Version];
    const files = [...fourth.files].map(([path, bytes]) => {
      const file = join(room, path.replaceAll('/', '-'));
      writeFileSync(file, bytes);
      return file;
    });
    await choose(
      page,
      files.filter((file) => !file.endsWith('.minisig')),
    );
    await says('file: signature', '#list-files');
    await choose(page, files);
    await says('updated whole', '#list-files');
    await says('from files given by hand');
    await until(async () => (await status(driver)).inUse.version === 4, 'version 4');
  });

  test('axe finds nothing on it', async () => {
    await page.evaluate(axe.source);
    const violations = await page.evaluate(async (tags) => {
      const { axe: tester } = window as unknown as { axe: typeof axe };
      const found = await tester.run(document, { runOnly: tags });
      return found.violations.map(({ id, nodes }) => `${id} ${nodes.map((node) => node.html).join(' | ')}`);
    }, RULES);
    expect(violations).toEqual([]);
  });

  test("back to Ensign's own", async () => {
    await press(page, "Back to Ensign's own");
    await says('no address set');
    expect(await status(driver)).toMatchObject({ address: '', keys: [], foreign: false });
  });
});

/** Moves with Tab, or back with Shift and Tab, until the control of that name has the focus. */
async function reach(page: Page, name: string): Promise<void> {
  // Firefox lets no button be pressed in a tab that lies behind another.
  await page.bringToFront();
  for (let steps = 0; steps < 120; steps++) {
    const way = await page.evaluate((wanted) => {
      const focused = document.activeElement ?? document.body;
      const sought = [...document.querySelectorAll('input, textarea, button')].find(
        (one) => (one.getAttribute('aria-label') ?? one.textContent?.trim()) === wanted,
      );
      if (!sought || (sought as HTMLButtonElement).disabled) return 'wait';
      if (sought === focused) return 'there';
      const before = focused.compareDocumentPosition(sought) & Node.DOCUMENT_POSITION_PRECEDING;
      return before && focused !== document.body ? 'back' : 'on';
    }, name);
    if (way === 'there') return;
    if (way === 'wait') await pause(100);
    else if (way === 'on') await page.keyboard.press('Tab');
    else {
      await page.keyboard.down('Shift');
      await page.keyboard.press('Tab');
      await page.keyboard.up('Shift');
    }
  }
  throw new Error(`Tab does not reach ${name}`);
}

async function press(page: Page, name: string): Promise<void> {
  await reach(page, name);
  await page.keyboard.press('Enter');
}

async function type(page: Page, name: string, text: string): Promise<void> {
  await reach(page, name);
  await page.evaluate(() => (document.activeElement as HTMLInputElement).select());
  await page.keyboard.type(text);
}

/** A file chooser belongs to the browser; that its button has the focus is what can be seen here. */
async function choose(page: Page, files: string[]): Promise<void> {
  await reach(page, 'Load a list from files');
  const field = await page.$('#list-files input[type=file]');
  await (field as unknown as { uploadFile(...paths: string[]): Promise<void> }).uploadFile(...files);
}
