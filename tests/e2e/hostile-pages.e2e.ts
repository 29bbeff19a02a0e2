import { beforeAll, describe, expect, test } from 'vitest';
import { ATTACKS, type Attack, attackPage } from './attacks/attacks.ts';
import { CORNER, isWhole, type Seen, seenOf } from './attacks/card-pixels.ts';
import { ask, badgeOf, popupOf } from './ensign/ask.ts';
import { ensignInTurn } from './ensign/in-turn.ts';
import { LANDING_HTML } from './ensign/landing-html.ts';
import { LONG } from './ensign/launch.ts';
import { page } from './harness/answer.ts';
import { pause, until } from './harness/arrive.ts';
import type { Driver } from './harness/driver.ts';
import { browsersToTest } from './harness/find-browser.ts';
import type { LocalServer } from './harness/server.ts';

const STEADY = 300;
const NOTHING: Seen = { yellow: 0, blue: 0, dark: 0 };

describe.each(browsersToTest())('a page that fights the card in %s', (kind) => {
  let server: LocalServer;
  let driver: Driver;
  let calm: Seen;

  const begun = ensignInTurn(kind);

  beforeAll(async () => {
    ({ server, driver } = await begun());
    await show('calm-00.example', { name: 'calm' });
    await until(async () => (await look()).yellow > 0, 'a card to compare with');
    await pause(STEADY);
    calm = await look();
    expect(calm.blue).toBeGreaterThan(200);
    expect(calm.dark).toBeGreaterThan(500);
  });

  const look = async () => {
    const { width, height } = await driver.page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    const clip = { x: width - CORNER.width, y: height - CORNER.height, ...CORNER };
    // Firefox takes no picture of a page whose root has no box.
    const picture = await driver.page.screenshot({ clip }).catch(() => null);
    return picture === null ? NOTHING : seenOf(picture);
  };
  const show = async (host: string, attack: Attack) => {
    server.scene(host, '*', page(attackPage(attack, LANDING_HTML), attack.headers));
    await driver.goto(`http://${host}/`);
    if (attack.click) {
      await until(async () => (await look()).yellow > 0, 'the card');
      await driver.page.click('#f');
    }
  };

  const made = LONG ? ATTACKS : ATTACKS.filter(({ core }) => core);

  test.each(made.map((attack, number) => ({ ...attack, number })))('$name', async (attack) => {
    const host = `fight-${`${attack.number}`.padStart(2, '0')}.example`;
    await show(host, attack);
    await until(
      () => server.requestsTo(host).some(({ path }) => path === '/done'),
      'the attack to have been made',
    );
    await until(async () => isWhole(await look(), calm), 'the whole card', 8_000).catch(() => undefined);
    const seen = await look();
    expect({ seen, calm, whole: isWhole(seen, calm) }).toMatchObject({ whole: true });
    await pause(STEADY);
    expect(isWhole(await look(), calm)).toBe(true);
    expect(await badgeOf(driver, host)).toBe('?');
    expect((await popupOf(driver, host)).page).toMatchObject({ state: 'landing', host: { ascii: host } });
    expect(((await ask(driver, 'options', {})) as { ignored: unknown[] }).ignored).toEqual([]);
  });
});
