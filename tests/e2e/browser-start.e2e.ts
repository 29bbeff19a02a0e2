import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HistoryOverview } from '../../components/models/history.ts';
import { ask, badgeOf, flags, flagsWhen, popupOf } from './ensign/ask.ts';
import { LONG, launchEnsign } from './ensign/launch.ts';
import { plainPage } from './harness/answer.ts';
import { until } from './harness/arrive.ts';
import type { Driver } from './harness/driver.ts';
import { browsersToTest } from './harness/find-browser.ts';
import { type LocalServer, startServer } from './harness/server.ts';

const STARTS = LONG ? 20 : 1;
const FIRST = ['www.okx.com', 'www.binance.com', 'www.kraken.com', 'www.gate.com', 'www.kucoin.com'];

describe.each(browsersToTest())('the history in %s', (kind) => {
  let server: LocalServer;
  let driver: Driver;

  beforeAll(async () => {
    server = await startServer();
    server.everywhere(plainPage('a page'));
    driver = await launchEnsign(kind, server, { version: '0.1.0' });
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });

  const today = async () => ((await ask(driver, 'historyOverview', {})) as HistoryOverview).daily.at(-1)!;

  test(`outlives a start of the browser, whose first page has its one flag, in ${STARTS} of ${STARTS} starts`, async () => {
    await driver.goto('https://www.okx.com/');
    await driver.goto('http://www.bitget.com/');
    const written = await flagsWhen(driver, 2);
    expect(written.map((flag) => flag.hostAscii)).toEqual(['www.okx.com', 'www.bitget.com']);
    const missed: string[] = [];
    for (let start = 0; start < STARTS; start++) {
      const host = FIRST[start % FIRST.length]!;
      const before = await flags(driver);
      driver = await driver.restart({ firstPage: `https://${host}/` });
      await until(async () => (await flags(driver)).length > before.length, host).catch(() =>
        missed.push(host),
      );
      const { page } = await popupOf(driver, host);
      expect(page.state).toBe('listed');
      const after = await flagsWhen(driver, before.length + 1);
      expect(after.slice(0, before.length)).toEqual(before);
      const since = after.slice(before.length).map((flag) => flag.hostAscii);
      if (since.length !== 1 || since[0] !== host) missed.push(`${start}: ${host} gave ${since.join(' ')}`);
    }
    expect(missed).toEqual([]);
  }, 600_000);

  test('outlives an update of the extension', async () => {
    const before = (await flags(driver)).length;
    await driver.goto('https://www.gate.com/');
    const open = await flagsWhen(driver, before + 1);
    const { checked } = await today();
    await driver.update('0.1.1');
    await until(
      async () => (await badgeOf(driver, 'www.gate.com')) !== '',
      'the badge of the page left open',
    );
    await driver.goto('https://www.mexc.com/');
    const after = await flagsWhen(driver, before + 2);
    expect(after.slice(0, -1)).toEqual(open);
    expect(after.at(-1)).toMatchObject({ hostAscii: 'www.mexc.com', extensionVersion: '0.1.1' });
    expect(await today()).toMatchObject({ checked: checked + 1, flagged: before + 2 });
  });
});
