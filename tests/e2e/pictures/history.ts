import type { Page } from 'puppeteer-core';
import { forgetHistory } from '../ensign/ask.ts';
import { fillNinetyDays } from '../history/fill-ninety-days.ts';
import { SITES } from './sites.ts';
import { openPage, press, type Studio, succeed, visit } from './studio.ts';

const FLAGS = 900;
/** The log draws what is in sight: it is taken as a window shows it. */
const WINDOW = { whole: false };

/** Before anything was flagged. */
export async function emptyHistory(studio: Studio): Promise<void> {
  const { driver, camera } = studio;
  await forgetHistory(driver);
  await camera.take(driver, 'history-empty', await openPage(studio, 'history.html', '.empty'), WINDOW);
  const page = await openPage(studio, 'history.html#by-exchange', '.empty');
  await camera.take(driver, 'history-by-exchange-empty', page, WINDOW);
}

/** Ninety days of flags, for what follows. */
export async function filled({ driver }: Studio): Promise<void> {
  await forgetHistory(driver);
  await fillNinetyDays(driver, FLAGS, Date.now(), 6, 1 / 4);
}

/** The log with ninety days in it. */
export async function log(studio: Studio): Promise<void> {
  const { driver, camera } = studio;
  const open = (search = '') => openPage(studio, `history.html#log/${search}`, '.tally .link, .empty');
  const take = (name: string, page: Page) => camera.take(driver, `history-${name}`, page, WINDOW);
  await take('log', await rows(await open()));
  await take('filtered', await rows(await open('okx-w')));
  await take('nothing-found', await open('no%20such%20host'));
  const page = await rows(await open());
  for (const place of [0, 1, 2])
    await page.evaluate((at) => document.querySelectorAll<HTMLElement>('.rows input')[at]?.click(), place);
  await take('selected', page);
  await press(page, 'Delete 3 selected');
  await page.waitForSelector('.toast .link');
  await take('undo', page);
  await press(page, 'Undo');
  await page.waitForFunction(() => document.querySelector('.toast .link') === null);
  for (const [name, host] of [
    ['details', 'ou-yi-global'],
    ['details-lookalike', 'okx-wallets'],
    ['details-listed', 'okex.com'],
  ] as const)
    await take(name, await opened(await open(host)));
  const ignoring = await opened(await open('ou-yi-global'));
  await press(ignoring, 'Ignore', '.det');
  await take('details-ignoring', ignoring);
}

/** An exchange's domains over time: three of them, sixty, and some with candidates. */
export async function byExchange(studio: Studio): Promise<void> {
  const { driver, camera } = studio;
  await visit(studio, 'https://www.okx.com/', 'listed');
  await visit(studio, 'https://www.binance.com/', 'listed');
  await driver.goto(`https://${SITES.brandClaim}/`);
  await succeed(studio);
  for (const [name, id, whole] of [
    ['three-domains', 'coinw', true],
    ['sixty-domains', 'binance', true],
    ['by-exchange', 'okx', false],
    ['by-exchange-whole', 'okx', true],
  ] as const) {
    if (!camera.wants(`history-${name}`)) continue;
    const page = await openPage(studio, `history.html#by-exchange/${id}`, '.lin');
    await camera.take(driver, `history-${name}`, page, { whole });
  }
}

async function rows(page: Page): Promise<Page> {
  await page.waitForSelector('.rows .c-host');
  await page.waitForFunction(() => document.querySelector('.rows .waiting') === null);
  return page;
}

/** Opens the first flag. */
async function opened(page: Page): Promise<Page> {
  await (await rows(page)).evaluate(() => document.querySelector<HTMLElement>('.rows .more')?.click());
  await page.waitForSelector('.det');
  return page;
}
