import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { ask } from './ensign/ask.ts';
import { ensignInTurn } from './ensign/in-turn.ts';
import { until } from './harness/arrive.ts';
import type { Driver } from './harness/driver.ts';
import { browsersToTest } from './harness/find-browser.ts';
import { focusPage } from './harness/focus.ts';
import { fillNinetyDays } from './history/fill-ninety-days.ts';

const FLAGS = 1200;
const DAY = 86_400_000;
const PATIENCE = 60_000;
/** Kept for ninety days; these are older. */
const OLD = 7;

describe.each(browsersToTest())('the history page in %s', (kind) => {
  let driver: Driver;
  let page: Page;

  const begun = ensignInTurn(kind, { controlPage: 'options.html' });

  beforeAll(async () => {
    ({ driver } = await begun());
    await fillNinetyDays(driver, FLAGS, Date.now());
    page = await driver.openExtensionPage('history.html', driver.page);
    await focusPage(driver);
    await told(`${(FLAGS).toLocaleString('en')} of`);
  }, 180_000);

  const textOf = (selector: string) => page.$eval(selector, (node) => node.textContent ?? '').catch(() => '');
  const told = (words: string) =>
    until(async () => (await textOf('.tally [role=status]')).trim().startsWith(words), `${words}`, PATIENCE);
  const matched = async () =>
    Number((await textOf('.tally [role=status]')).split(' of ')[0]?.replace(/\D/g, ''));
  /** Some of the flags, and how many: a word that is half typed finds none. */
  const fewer = () =>
    until(
      async () => {
        const found = await matched();
        return found > 0 && found < FLAGS ? found : null;
      },
      'fewer flags',
      PATIENCE,
    );
  const search = async (words: string) => {
    await page.focus('.find input[type=search]');
    await page.keyboard.down('Control');
    await page.keyboard.press('a');
    await page.keyboard.up('Control');
    if (words === '') await page.keyboard.press('Delete');
    else await page.keyboard.type(words);
  };
  /** Puts words in at once: those of a half that is typed may find other flags. */
  const paste = (words: string) =>
    page.$eval(
      '.find input[type=search]',
      (input, text) => {
        input.value = text;
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      },
      words,
    );
  /** Presses the button that says so, with the keyboard on it. */
  const press = async (words: string, within = 'main') => {
    await until(
      () =>
        page.evaluate(
          (name, root) => {
            const buttons = [...document.querySelectorAll<HTMLElement>(`${root} button`)];
            const button = buttons.find((one) => one.textContent?.trim().startsWith(name));
            button?.focus();
            return button !== undefined && document.activeElement === button;
          },
          words,
          within,
        ),
      words,
      PATIENCE,
    );
    await page.keyboard.press('Enter');
  };
  const focusIsOn = (words: string) =>
    until(
      () => page.evaluate((name) => document.activeElement?.textContent?.trim() === name, words),
      `focus on ${words}`,
      PATIENCE,
    );
  const undo = async () => {
    await focusIsOn('Undo');
    await page.keyboard.press('Enter');
    await told('1,200 of 1,200');
  };

  test('searches as one types, words in any order, and lets go again', async () => {
    await search('okx okx-wallets.com');
    await fewer();
    const hosts = await page.$$eval('.rows .c-host', (cells) => cells.map((cell) => cell.textContent));
    expect(new Set(hosts)).toEqual(new Set(['okx-wallets.com']));
    await press('Clear filters');
    await told('1,200 of 1,200');
  });

  test.each([
    ['kind', 'select:nth-of-type(1)', 'lookalike'],
    ['exchange', 'select:nth-of-type(2)', 'nexo'],
    ['action', 'select:nth-of-type(3)', 'continued'],
    ['list version', 'select:nth-of-type(4)', '2'],
  ])('filters by %s with the keyboard', async (_name, selector, value) => {
    await page.focus(`.find ${selector}`);
    await until(
      async () => {
        if ((await page.$eval(`.find ${selector}`, (one) => (one as HTMLSelectElement).value)) === value)
          return true;
        await page.keyboard.press('ArrowDown');
        return false;
      },
      `${selector} at ${value}`,
      PATIENCE,
    );
    await fewer();
    await press('Clear filters');
    await told('1,200 of 1,200');
  });

  test('filters by domain, typed', async () => {
    await page.focus('.find .domain');
    await page.keyboard.type('nexo.com');
    await page.keyboard.press('Tab');
    await fewer();
    const hosts = await page.$$eval('.rows .c-host', (cells) => cells.map((cell) => cell.textContent));
    expect(new Set(hosts)).toEqual(new Set(['nexo.com']));
    await press('Clear filters');
    await told('1,200 of 1,200');
  });

  test('deletes one from its details, and takes it back', async () => {
    await page.focus('.rows .more');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.det');
    await press('Delete', '.det');
    await told('1,199 of 1,199');
    await undo();
  });

  test('deletes those ticked, and takes them back', async () => {
    for (const at of [0, 1, 2]) {
      await page.evaluate(
        (index) => document.querySelectorAll<HTMLElement>('.rows input[type=checkbox]')[index]?.focus(),
        at,
      );
      await page.keyboard.press(' ');
    }
    await press('Delete 3 selected');
    await told('1,197 of 1,197');
    await undo();
  });

  test('deletes up to a day, and takes it back', async () => {
    await paste(`to:${new Date(Date.now() - 45 * DAY).toISOString().slice(0, 10)}`);
    const older = await fewer();
    await press('Delete these');
    await told('0 of ');
    await search('');
    await told(`${FLAGS - older} of`);
    await press('Undo');
    await told('1,200 of 1,200');
  });

  test('deletes all, and takes all back', async () => {
    await press('Delete all');
    await until(
      async () => (await textOf('.empty')).startsWith('No flags yet'),
      'an empty history',
      PATIENCE,
    );
    expect(await textOf('.tally [role=status]')).toBe('');
    await undo();
  });

  test('shows no blank row while it scrolls', async () => {
    const frames = await page.evaluate(async () => {
      let [seen, blank] = [0, 0];
      const most = document.documentElement.scrollHeight - innerHeight;
      for (let step = 0; step <= 60; step++) {
        scrollTo(0, (most * step) / 60);
        await new Promise((done) => requestAnimationFrame(done));
        for (const y of [0.3, 0.6, 0.9]) {
          // Twice, less than a row apart: a point may fall between two rows, both fall into a blank one.
          const rows = [0, 12].map((more) => {
            const place = document.elementFromPoint(400, innerHeight * y + more)?.closest('.place');
            return place?.textContent?.trim() && !place.querySelector('.waiting') ? place : null;
          });
          const above = (document.querySelector('.rows')?.getBoundingClientRect().top ?? 0) > innerHeight * y;
          if (above) continue;
          seen += 1;
          if (rows.every((row) => row === null)) blank += 1;
        }
      }
      scrollTo(0, 0);
      return { seen, blank };
    });
    expect(frames.seen).toBeGreaterThan(100);
    expect(frames.blank).toBe(0);
  });

  test('says what retention removed, once it ran', async () => {
    await fillNinetyDays(driver, OLD, Date.now() - 95 * DAY, 7);
    await driver.inExtension(() => {
      const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
      return (browser ?? chrome).alarms.create('retention', { when: Date.now() });
    });
    await until(
      async () => (await textOf('main')).includes(`${OLD} flags older than 90 days`),
      'the note',
      90_000,
    );
    expect(await ask(driver, 'historyOverview', {})).toMatchObject({ removed: { flags: OLD } });
  });

  test('saves both pictures as SVG and PNG, whole without the page', async () => {
    await picture('Save as SVG', '.aday', 'flags-a-day.svg');
    await picture('Save as PNG', '.aday', 'flags-a-day.png');
    await page.evaluate(() => {
      location.hash = '#by-exchange/okx';
    });
    await page.waitForSelector('.lin');
    await picture('Save as SVG', '.byx', 'okx-lineage.svg');
    await picture('Save as PNG', '.byx', 'okx-lineage.png');
  });

  async function picture(words: string, within: string, name: string): Promise<void> {
    // Firefox shows a saved drawing in a tab of its own.
    await focusPage(driver);
    await press(words, within);
    const bytes = await arrived(driver, name);
    if (name.endsWith('.png')) {
      expect(bytes.subarray(1, 4).toString()).toBe('PNG');
      expect(bytes.readUInt32BE(16)).toBeGreaterThan(1000);
      return;
    }
    const text = bytes.toString();
    expect(text).toMatch(/^<svg[^>]* xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(text).toMatch(/font-family="[^"]/);
    expect(text).not.toMatch(/var\(|class="/);
    expect(text.match(/<text/g)?.length).toBeGreaterThan(5);
  }
});

interface Api {
  alarms: { create(name: string, when: object): unknown };
}

/** The one file that arrives; its name is asserted where the browser keeps it. */
async function arrived(driver: Driver, name: string): Promise<Buffer> {
  let size = -1;
  const file = await until(
    () => {
      const whole = readdirSync(driver.downloads).find((one) => !/\.(?:crdownload|part|tmp)$/.test(one));
      if (whole === undefined) return null;
      const { length } = readFileSync(join(driver.downloads, whole));
      const same = length > 0 && length === size;
      size = length;
      return same ? whole : null;
    },
    name,
    PATIENCE,
  );
  if (driver.kind === 'firefox') expect(file).toBe(name);
  const bytes = readFileSync(join(driver.downloads, file));
  rmSync(join(driver.downloads, file));
  return bytes;
}
