import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ask, flagsWhen, forgetHistory, flags as keptFlags, tabWarning } from './ensign/ask.ts';
import { ensignInTurn } from './ensign/in-turn.ts';
import { tabTo } from './ensign/keyboard.ts';
import { delayed, metaRefreshTo, plainPage, redirectTo, scriptTo } from './harness/answer.ts';
import { pause, until } from './harness/arrive.ts';
import type { Driver } from './harness/driver.ts';
import { browsersToTest } from './harness/find-browser.ts';
import { focusPage } from './harness/focus.ts';
import type { LocalServer } from './harness/server.ts';

describe.each(browsersToTest())('the warning in %s', (kind) => {
  let server: LocalServer;
  let driver: Driver;

  const begun = ensignInTurn(kind);

  beforeAll(async () => {
    ({ server, driver } = await begun());
  });
  afterEach(() => server.clear());

  const address = () => driver.page.evaluate(() => location.href);
  /** Where it stands instead says how many steps a way back was off. */
  const arrived = (start: string) =>
    until(async () => (await address().catch(() => '')).startsWith(start), `arrival at ${start}`).catch(
      async (error: Error) => {
        const at = await driver.page.evaluate(() => `${location.href} of ${history.length}`).catch(String);
        throw new Error(`${error.message}, at ${at}`, { cause: error });
      },
    );
  const warned = async () => {
    await arrived(`${driver.origin}/warning.html`);
    await driver.page.waitForSelector('.choice');
    await until(async () => {
      await focusPage(driver);
      return driver.page.evaluate(
        () => document.hasFocus() && document.activeElement?.matches('.btn.primary') === true,
      );
    }, 'the keyboard on the way back');
  };
  /** Past the warning, by keyboard. */
  const goOnTo = async (url: string) => {
    await driver.page.keyboard.press('Tab');
    await driver.page.keyboard.press('Enter');
    await arrived(url);
  };
  const untouched = (host: string) => {
    if (kind === 'firefox') expect(server.requestsTo(host)).toEqual([]);
  };

  test('takes the place of a lookalike; Enter goes back past it', async () => {
    server.everywhere(plainPage('page'));
    await driver.goto('http://start.example/');
    await driver.goto('http://blnance.com/');
    await warned();
    untouched('blnance.com');
    await driver.page.keyboard.press('Enter');
    await arrived('http://start.example/');
  });

  test.each([
    ['302', redirectTo('http://blnance.com/')],
    ['a meta refresh', metaRefreshTo('http://blnance.com/')],
    ['a script', scriptTo('http://blnance.com/')],
  ])('%s into a lookalike is warned of', async (_name, answer) => {
    server.everywhere(plainPage('page'));
    server.scene('moved.example', '/', answer);
    await driver.goto('http://moved.example/');
    await warned();
    untouched('blnance.com');
  });

  test('continue, by keyboard, reaches the site once and for the session, in one flag', async () => {
    server.everywhere(plainPage('page'));
    await driver.goto('http://start.example/');
    await forgetHistory(driver);
    await driver.goto('http://coinbsae.com/');
    await warned();
    await goOnTo('http://coinbsae.com/');
    await driver.goto('http://coinbsae.com/again');
    expect(await address()).toBe('http://coinbsae.com/again');
    const flags = await flagsWhen(driver, 2);
    expect(flags.map((flag) => [flag.hostAscii, flag.action])).toEqual([
      ['coinbsae.com', 'continued'],
      ['coinbsae.com', 'shown'],
    ]);
    // Chromium may have shown the site before the warning: then it stands once more on the way back.
    for (let steps = 0; steps < 3 && !(await address()).startsWith('http://start.example/'); steps++) {
      // Later than the answer, which the navigation would cut off.
      await driver.page.evaluate(() => void setTimeout(() => history.back()));
      await pause(500);
      expect(await address()).not.toContain('/warning.html');
    }
    expect(await address()).toBe('http://start.example/');
  });

  test('a page that the browser kept is warned of when it is shown again, without a request', async () => {
    server.everywhere(plainPage('page'));
    await driver.goto('http://huobl.com/');
    await warned();
    await goOnTo('http://huobl.com/');
    await driver.goto('http://start.example/');
    await ask(driver, 'disallow', { host: 'huobl.com' });
    server.requests.length = 0;
    await driver.page.evaluate(() => void setTimeout(() => history.back()));
    await warned();
  });

  test('Leave in the popup goes back past a site that had been shown, as Back does', async () => {
    server.everywhere(plainPage('page'));
    // Chromium would show a site that answers at once before its warning, and have it twice on the way back.
    server.scene('kucoln.com', '*', delayed(500, plainPage('page')));
    await driver.goto('http://start.example/');
    await driver.goto('http://kucoln.com/');
    await warned();
    await goOnTo('http://kucoln.com/');
    await ask(driver, 'disallow', { host: 'kucoln.com' });
    await driver.page.evaluate(() => location.reload());
    await warned();
    const popup = await driver.newPage();
    await driver.openExtensionPage(`popup.html?tab=${await tabWarning(driver)}`, popup);
    await popup.waitForSelector('.act');
    await tabTo(popup, 'Leave this page');
    // It closes itself, with an answer that would be under way.
    await popup.evaluate(() => void setTimeout(() => (document.activeElement as HTMLElement).click()));
    await arrived('http://start.example/');
  });

  test('an earlier warning that is gone back to speaks of its own site, and lets that one through', async () => {
    server.everywhere(delayed(500, plainPage('page')));
    await driver.goto('http://start.example/');
    await driver.goto('http://blnance.com/');
    await warned();
    const first = await address();
    await driver.goto('http://bitfinnex.com/');
    await until(async () => (await address().catch(() => first)) !== first, 'the second warning');
    await warned();
    await driver.page.evaluate(() => void setTimeout(() => history.back()));
    await arrived(first);
    await warned();
    expect(await driver.page.evaluate(() => document.body.textContent)).toContain('blnance.com');
    await goOnTo('http://blnance.com/');
    await driver.goto('http://bitfinnex.com/');
    await warned();
  });

  test('ignoring lets the site through, and taking that back warns again', async () => {
    server.everywhere(plainPage('page'));
    await driver.goto('http://bitfinnex.com/');
    await warned();
    await ask(driver, 'ignore', {
      domain: 'bitfinnex.com',
      kinds: ['lookalike'],
      term: 'always',
      record: true,
    });
    await driver.goto('http://bitfinnex.com/');
    await arrived('http://bitfinnex.com/');
    const { ignored } = (await ask(driver, 'options', {})) as { ignored: { id: string }[] };
    await ask(driver, 'unignore', { id: ignored[0]?.id });
    await driver.goto('http://bitfinnex.com/');
    await warned();
  });

  test('a private window is warned too, and nothing of it is kept', async () => {
    server.everywhere(plainPage('page'));
    await forgetHistory(driver);
    const tab = await driver.privatePage();
    await driver.goto('http://blnance.com/', tab);
    const shown = () =>
      tab.evaluate(() =>
        location.protocol === 'moz-extension:'
          ? document.querySelector('.choice') !== null
          : document.querySelector('html > div[popover=manual]:popover-open') !== null,
      );
    await until(() => shown().catch(() => false), 'a warning');
    await driver.goto('http://blnance.com/', tab);
    await until(() => shown().catch(() => false), 'a warning again');
    await pause(500);
    expect(await keptFlags(driver)).toEqual([]);
    await tab.close();
  });

  test.runIf(kind === 'chromium')(
    'over a private page it fills the window, and scrolls where that is short',
    async () => {
      server.everywhere(plainPage('page'));
      const tab = await driver.privatePage();
      await tab.setViewport({ width: 1280, height: 320 });
      await driver.goto('http://blnance.com/', tab);
      const corners = () =>
        tab.evaluate(() => {
          const over = document.querySelector('html > div[popover]:popover-open');
          const met = [1, innerWidth - 20].flatMap((x) => [1, innerHeight - 2].map((y) => [x, y] as const));
          return over !== null && met.every(([x, y]) => document.elementFromPoint(x, y) === over);
        });
      await until(corners, 'the warning in every corner');
      const last = await tab.waitForSelector('::-p-aria([name="Report a mistake"][role="button"])');
      await tab.mouse.move(640, 160);
      await tab.mouse.wheel({ deltaY: 2_000 });
      await until(async () => ((await last?.boundingBox())?.y ?? 320) < 300, 'its end in sight');
      await tab.close();
    },
  );
});
