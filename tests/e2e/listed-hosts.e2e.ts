import { beforeAll, describe, expect, test } from 'vitest';
import type { FlagRow } from '../../components/models/flag.ts';
import { badgeOf, findingsOf, flags, flagsWhen, popupOf } from './ensign/ask.ts';
import { ensignInTurn } from './ensign/in-turn.ts';
import { LONG } from './ensign/launch.ts';
import { listedSample } from './ensign/listed-sample.ts';
import { iconInFront } from './ensign/native.ts';
import { plainPage } from './harness/answer.ts';
import { until } from './harness/arrive.ts';
import type { Driver } from './harness/driver.ts';
import { browsersToTest } from './harness/find-browser.ts';
import type { LocalServer } from './harness/server.ts';

const SAMPLE = listedSample(LONG ? 400 : 12);

describe.each(browsersToTest())('listed hosts in %s', (kind) => {
  let server: LocalServer;
  let driver: Driver;
  let recorded: FlagRow[];

  const begun = ensignInTurn(kind);

  beforeAll(async () => {
    ({ server, driver } = await begun());
    server.everywhere(plainPage('a page'));
    for (const { url } of SAMPLE) await driver.goto(url);
    recorded = await flagsWhen(driver, SAMPLE.length);
  }, 400_000);

  test('each visit has one flag, in order', () => {
    expect(recorded.map((flag) => flag.hostAscii)).toEqual(SAMPLE.map(({ host }) => host));
  });

  test.each(SAMPLE)('$url: $row.role of $exchange.id', ({ host, exchange, row }) => {
    const flag = recorded.find((one) => one.hostAscii === host);
    const found = findingsOf(flag, 'listed').find((one) => one.exchange.id === exchange.id);
    expect(found).toMatchObject({
      name: row.host ?? row.domain,
      role: row.role,
      exchange: { name: exchange.name, type: exchange.type },
    });
    expect(found?.source).toBeTruthy();
    expect(row.source).toContain(found?.source);
    const { confidence, domain_status } = row;
    for (const weakness of [confidence, domain_status?.state]) {
      if (weakness) expect(found?.weaknesses).toContain(weakness);
    }
    expect(found?.tier).toBe(confidence || domain_status ? 'caution' : 'notice');
    expect(found?.lineage).toHaveLength(exchange.lineage.length);
  });

  test('popup and badge say it of the page in front', async () => {
    const { host, exchange } = SAMPLE[0]!;
    await driver.goto(`https://${host}/`);
    await flagsWhen(driver, recorded.length + 1, 0);
    const { page } = await popupOf(driver, host);
    expect(page).toMatchObject({ state: 'listed', finding: { exchange: { id: exchange.id } } });
    expect(await badgeOf(driver, host)).not.toBe('');
  });

  test('nothing was flagged but what was visited', async () => {
    expect(await flags(driver)).toHaveLength(SAMPLE.length + 1);
  });

  test.runIf(kind === 'firefox')('the icon flies the flag of its state', async () => {
    const files = ['state/danger', 'state/caution', 'state/notice', 'state/unknown'].map(
      (name) => `/icons/${name}-32.png`,
    );
    const named = recorded.find(({ tier }) => tier === 'notice');
    await driver.goto(`https://${named?.hostAscii}/`);
    await until(
      async () => (await iconInFront(driver, files)).join() === '/icons/state/notice-32.png',
      'the flag of a listed host',
    );
    await driver.goto('https://a-page.example/');
    await until(
      async () => (await iconInFront(driver, ['/icons/32.png'])).length === 1,
      'the mark without a flag',
    );
  });
});
