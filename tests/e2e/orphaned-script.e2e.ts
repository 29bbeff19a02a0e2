import { beforeAll, describe, expect, test } from 'vitest';
import { flagsWhen, forgetHistory } from './ensign/ask.ts';
import { ensignInTurn } from './ensign/in-turn.ts';
import { LANDING_HTML } from './ensign/landing-html.ts';
import { page } from './harness/answer.ts';
import { pause, until } from './harness/arrive.ts';
import type { Driver } from './harness/driver.ts';
import { browsersToTest } from './harness/find-browser.ts';
import type { LocalServer } from './harness/server.ts';

const LANDING = page(
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>币海交易所官网</title><body>${LANDING_HTML}`,
);
/** Longer than a page takes to settle and to be told of. */
const SETTLED_MS = 3_000;

describe.each(browsersToTest())('40 a page that an update orphans, in %s', (kind) => {
  let server: LocalServer;
  let driver: Driver;

  const begun = ensignInTurn(kind);

  beforeAll(async () => {
    ({ server, driver } = await begun());
  });

  const cards = () => driver.page.evaluate(() => document.querySelectorAll(':root > div[popover]').length);

  test('goes on without a word and without its dead card; the next page is read by the new one', async () => {
    server.everywhere(LANDING);
    await driver.goto('http://bihai-before.example/');
    await until(async () => (await cards()) === 1, 'the card');
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
    await pause(SETTLED_MS);
    // The dead card is gone; the new extension reads open pages anew, and puts its own.
    expect(await cards()).toBe(1);
    expect(said).toEqual([]);
    await forgetHistory(driver);
    await driver.goto('http://bihai-after.example/');
    const [flag] = await flagsWhen(driver, 1);
    expect(flag).toMatchObject({ hostAscii: 'bihai-after.example', extensionVersion: '65535.0.0' });
    expect(said).toEqual([]);
  });
});
