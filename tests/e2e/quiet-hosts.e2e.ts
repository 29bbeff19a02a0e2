import { beforeAll, describe, expect, test } from 'vitest';
import type { HistoryOverview } from '../../components/models/history.ts';
import { ask, badgeOf, flags, flagsWhen, popupOf } from './ensign/ask.ts';
import { ensignInTurn } from './ensign/in-turn.ts';
import { LONG } from './ensign/launch.ts';
import { CRYPTO_NOT_EXCHANGES, POPULAR } from './ensign/quiet-hosts.ts';
import { plainPage } from './harness/answer.ts';
import { until } from './harness/arrive.ts';
import type { Driver } from './harness/driver.ts';
import { browsersToTest } from './harness/find-browser.ts';
import type { LocalServer } from './harness/server.ts';

const HOSTS = [
  ...POPULAR.slice(0, 300).filter((_, index) => LONG || index % 50 === 0),
  ...CRYPTO_NOT_EXCHANGES.slice(0, 40).filter((_, index) => LONG || index % 8 === 0),
];

describe.each(browsersToTest())('other hosts in %s', (kind) => {
  let server: LocalServer;
  let driver: Driver;

  const begun = ensignInTurn(kind);

  beforeAll(async () => {
    ({ server, driver } = await begun());
    server.everywhere(plainPage('a page'));
  });

  test(`${HOSTS.length} popular and crypto sites are checked, and none is flagged`, async () => {
    for (const [index, host] of HOSTS.entries()) {
      await driver.goto(`${index % 2 ? 'https' : 'http'}://${index % 3 ? '' : 'www.'}${host}/`);
    }
    await until(async () => (await checked(driver)) >= HOSTS.length, 'all pages to be counted').catch(
      () => undefined,
    );
    expect((await flags(driver)).map((flag) => flag.hostAscii)).toEqual([]);
    expect(await checked(driver)).toBe(HOSTS.length);
  }, 400_000);

  test('popup and badge are quiet, and a listed host after them is not', async () => {
    await driver.goto('https://www.wikipedia.org/');
    expect((await popupOf(driver, 'www.wikipedia.org')).page.state).toBe('notListed');
    expect(await badgeOf(driver, 'www.wikipedia.org')).toBe('');
    await driver.goto('https://www.okx.com/');
    expect((await flagsWhen(driver, 1)).map((flag) => flag.hostAscii)).toEqual(['www.okx.com']);
  });
});

async function checked(driver: Driver): Promise<number> {
  const { daily } = (await ask(driver, 'historyOverview', {})) as HistoryOverview;
  return daily.reduce((sum, day) => sum + day.checked, 0);
}
