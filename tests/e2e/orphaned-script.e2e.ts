import { beforeAll, describe, expect, test } from 'vitest';
import { flagsWhen, forgetHistory, popupOf } from './ensign/ask.ts';
import { ensignInTurn } from './ensign/in-turn.ts';
import { LANDING_HTML } from './ensign/landing-html.ts';
import { page } from './harness/answer.ts';
import { until } from './harness/arrive.ts';
import type { Driver } from './harness/driver.ts';
import { browsersToTest } from './harness/find-browser.ts';
import type { LocalServer } from './harness/server.ts';

const LANDING = page(
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>币海交易所官网</title><body>${LANDING_HTML}`,
);
const HOST = 'bihai-before.example';
/** A signal that the page does not give at first. */
const FILING = '京ICP备12345678号';

describe.each(browsersToTest())('40 a page that an update orphans, in %s', (kind) => {
  let server: LocalServer;
  let driver: Driver;

  const begun = ensignInTurn(kind);

  beforeAll(async () => {
    ({ server, driver } = await begun());
  });

  test('goes on without a word and without its dead card; the next page is read by the new one', async () => {
    server.everywhere(LANDING);
    await driver.goto(`http://${HOST}/`);
    await until(() => driver.page.evaluate(keepCard), 'the card');
    const said: string[] = [];
    driver.page.on('console', (message) => said.push(message.text()));
    driver.page.on('pageerror', (error) => said.push(String(error)));
    await driver.update('65535.0.0');
    await driver.page.evaluate(() => {
      document.querySelector('h1')?.append('充币提币');
      history.pushState({}, '', '/register');
      document.body.append('立即注册');
    });
    await driver.page.mouse.click(5, 5);
    // The new extension reads open pages anew, and puts its own card.
    await until(async () => (await driver.page.evaluate(cardsNow)).includes('new'), 'the new card');
    // Of this the dead script, the elder observer of the page, would have told before the new one.
    await driver.page.evaluate((filing) => document.body.append(filing), FILING);
    await until(
      async () => JSON.stringify(await popupOf(driver, HOST)).includes(FILING),
      'what the page has become',
    );
    await until(async () => `${await driver.page.evaluate(cardsNow)}` === 'new', 'the new card alone');
    expect(said).toEqual([]);
    await forgetHistory(driver);
    await driver.goto('http://bihai-after.example/');
    const [flag] = await flagsWhen(driver, 1);
    expect(flag).toMatchObject({ hostAscii: 'bihai-after.example', extensionVersion: '65535.0.0' });
    expect(said).toEqual([]);
  });
});

/** Runs in the page: keeps hold of its card. Answers whether there is one, and no other. */
function keepCard(): boolean {
  const cards = document.querySelectorAll(':root > div[popover]');
  Object.assign(window, { cardBefore: cards[0] });
  return cards.length === 1;
}

/** Runs in the page: of each card, whether it is the one kept hold of. */
function cardsNow(): ('old' | 'new')[] {
  const { cardBefore } = window as unknown as { cardBefore: Element };
  return [...document.querySelectorAll(':root > div[popover]')].map((card) =>
    card === cardBefore ? 'old' : 'new',
  );
}
