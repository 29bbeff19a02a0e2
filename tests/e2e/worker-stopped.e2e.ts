import { beforeAll, describe, expect, test } from 'vitest';
import { flags, flagsWhen, forgetHistory } from './ensign/ask.ts';
import { ensignInTurn } from './ensign/in-turn.ts';
import { LONG } from './ensign/launch.ts';
import { listedSample } from './ensign/listed-sample.ts';
import { delayed, plainPage } from './harness/answer.ts';
import { pause, until } from './harness/arrive.ts';
import type { Driver } from './harness/driver.ts';
import { browsersToTest } from './harness/find-browser.ts';
import type { LocalServer } from './harness/server.ts';

/** Firmly listed names, so that no warning takes the place of a page. */
const HOSTS = [
  ...new Set(
    listedSample(600).flatMap(({ host, row }) => (row.confidence || row.domain_status ? [] : [host])),
  ),
].slice(0, LONG ? 200 : 6);

/** For as long somebody looks at a page at least. */
const A_LOOK_MS = 1_000;

describe.each(browsersToTest())('a worker stopped between navigations, in %s', (kind) => {
  let server: LocalServer;
  let driver: Driver;

  const begun = ensignInTurn(kind);

  beforeAll(async () => {
    ({ server, driver } = await begun());
  });

  test(`${HOSTS.length} navigations: no flag lost, none doubled`, async () => {
    server.everywhere(plainPage('a page'));
    let stopped = 0;
    for (const [index, host] of HOSTS.entries()) {
      await driver.goto(`${index % 2 ? 'https' : 'http'}://${host}/`);
      await until(async () => (await flags(driver)).length > index, `the flag of ${host}`, 5_000);
      if ((await driver.killWorker()) === 'stopped') stopped += 1;
    }
    const recorded = (await flagsWhen(driver, HOSTS.length)).map((flag) => flag.hostAscii);
    expect(recorded).toEqual(HOSTS);
    expect(stopped).toBe(HOSTS.length);
  }, 400_000);

  test('stopped at any moment after a page has come: none lost that the next one finds shown, none doubled', async () => {
    const some = HOSTS.slice(0, LONG ? 100 : 4);
    await forgetHistory(driver);
    server.everywhere(plainPage('a page'));
    for (const [index, host] of some.entries()) {
      await driver.goto(`https://${host}/`);
      await pause((index * 37) % 200);
      await driver.killWorker();
      // Of a page that is whole nothing more is told: this question begins the next worker (docs/decisions/0017).
      await until(async () => (await flags(driver)).length > index, `the flag of ${host}`, 5_000);
    }
    const recorded = (await flagsWhen(driver, some.length)).map((flag) => flag.hostAscii);
    expect(recorded).toEqual(some);
  }, 400_000);

  test('stopped while a page is under way that stays for a second: none lost, none doubled', async () => {
    const some = HOSTS.slice(0, LONG ? 60 : 3);
    await forgetHistory(driver);
    server.everywhere(delayed(250, plainPage('a page')));
    for (const [index, host] of some.entries()) {
      const going = driver.goto(`https://${host}/`);
      await pause(20 + ((index * 53) % 230));
      await driver.killWorker();
      await going;
      await pause(A_LOOK_MS);
    }
    const recorded = (await flagsWhen(driver, some.length)).map((flag) => flag.hostAscii);
    expect(recorded).toEqual(some);
  }, 400_000);
});
