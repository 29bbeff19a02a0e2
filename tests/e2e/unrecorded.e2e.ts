import { beforeAll, describe, expect, test } from 'vitest';
import { badgeOf, popupOf } from './ensign/ask.ts';
import { ensignInTurn } from './ensign/in-turn.ts';
import { plainPage } from './harness/answer.ts';
import { until } from './harness/arrive.ts';
import type { Driver } from './harness/driver.ts';
import { browsersToTest } from './harness/find-browser.ts';

describe.each(browsersToTest())('a page that is not recorded in %s', (kind) => {
  let driver: Driver;

  const begun = ensignInTurn(kind);

  beforeAll(async () => {
    const { server, driver: started } = await begun();
    driver = started;
    server.everywhere(plainPage('a page'));
  });

  const toldOf = async (host: string) => (await popupOf(driver, host)).unrecorded;

  test('is judged and shown all the same, and the popup says why it is not kept', async () => {
    await driver.goto('https://www.okx.com/');
    await until(async () => (await badgeOf(driver, 'www.okx.com')) !== '', 'the badge');
    expect(await toldOf('www.okx.com')).toBeNull();
    await driver.inExtension(
      () =>
        new Promise<void>((done, fail) => {
          const request = indexedDB.open('ensign-history', 99);
          request.onerror = () => fail(request.error);
          request.onsuccess = () => {
            request.result.close();
            done();
          };
        }),
    );
    await driver.goto('https://www.kraken.com/');
    await until(async () => (await badgeOf(driver, 'www.kraken.com')) !== '', 'the badge');
    await until(async () => (await toldOf('www.kraken.com')) === 'newer', 'the word of it');
  });

  test('finds a history that says what helps', async () => {
    const page = await driver.openExtensionPage('history.html');
    const alert = await page.waitForSelector('.problem');
    expect(await alert?.evaluate((node) => node.textContent)).toContain('Update Ensign');
  });
});
