import { beforeAll, describe, expect, test } from 'vitest';
import type { HistoryOverview } from '../../components/models/history.ts';
import { ask, badgeOf, flags, flagsWhen, popupOf } from './ensign/ask.ts';
import { ensignInTurn } from './ensign/in-turn.ts';
import { plainPage } from './harness/answer.ts';
import { pause, until } from './harness/arrive.ts';
import type { Driver } from './harness/driver.ts';
import { browsersToTest } from './harness/find-browser.ts';
import type { LocalServer } from './harness/server.ts';

describe.each(browsersToTest())('a private window in %s', (kind) => {
  let server: LocalServer;
  let driver: Driver;

  const begun = ensignInTurn(kind);

  beforeAll(async () => {
    ({ server, driver } = await begun());
    server.everywhere(plainPage('a page'));
  });

  test('is checked and shown, and leaves nothing in the history', async () => {
    const tab = await driver.privatePage();
    await driver.goto('https://www.okx.com/', tab);
    await until(async () => (await badgeOf(driver, 'www.okx.com')) !== '', 'the badge');
    const popup = await popupOf(driver, 'www.okx.com');
    expect(popup.privateWindow).toBe(true);
    expect(popup.page).toMatchObject({ state: 'listed', finding: { exchange: { id: 'okx' } } });
    expect(popup.recent).toEqual([]);
    await driver.goto('https://www.wikipedia.org/', tab);
    await pause(600);
    expect(await flags(driver)).toEqual([]);
    const { daily } = (await ask(driver, 'historyOverview', {})) as HistoryOverview;
    expect(daily.reduce((sum, day) => sum + day.checked, 0)).toBe(0);
    await tab.close();
  });

  test('nor does a worker started anew by it', async () => {
    const tab = await driver.privatePage();
    await driver.goto('https://www.okx.com/', tab);
    await driver.killWorker();
    await driver.goto('https://www.binance.com/', tab);
    await until(async () => (await badgeOf(driver, 'www.binance.com')) !== '', 'the badge');
    await pause(400);
    expect(await flags(driver)).toEqual([]);
    await tab.close();
  });

  test('while the window beside it is recorded', async () => {
    const tab = await driver.privatePage();
    await driver.goto('https://www.okx.com/', tab);
    await driver.goto('https://www.kraken.com/');
    expect((await flagsWhen(driver, 1)).map((flag) => flag.hostAscii)).toEqual(['www.kraken.com']);
    await tab.close();
  });
});
