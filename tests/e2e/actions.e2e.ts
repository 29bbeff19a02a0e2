import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { OptionsModel } from '../../components/models/settings.ts';
import { ask, badgeOf, flags, flagsWhen, forgetHistory, popupOf, tabOf } from './ensign/ask.ts';
import { axeFindings, RULES_OF_COLOUR } from './ensign/axe.ts';
import { ensignInTurn } from './ensign/in-turn.ts';
import { enter, nameOfFocus, pasteHere, tabTo } from './ensign/keyboard.ts';
import { LANDING_HTML } from './ensign/landing-html.ts';
import { checkLinkByMenu, isPopupShown, pressCommand, shownPopup } from './ensign/native.ts';
import { page, plainPage } from './harness/answer.ts';
import { pause, until } from './harness/arrive.ts';
import type { Driver } from './harness/driver.ts';
import { browsersToTest } from './harness/find-browser.ts';
import { focusPage } from './harness/focus.ts';
import type { LocalServer } from './harness/server.ts';

const HOST = 'bihai-keys.example';
const LANDING_PAGE = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>币海交易所官网_立即注册</title>${LANDING_HTML}`;

describe.each(browsersToTest())('by keyboard alone in %s', (kind) => {
  let server: LocalServer;
  let driver: Driver;
  let popup: Page;
  let path: string;

  const begun = ensignInTurn(kind);

  beforeAll(async () => {
    ({ server, driver } = await begun());
    server.everywhere(plainPage('page'));
    server.scene(HOST, '*', page(LANDING_PAGE));
    await driver.goto(`http://${HOST}/`);
    await until(async () => (await popupOf(driver, HOST)).page.state === 'landing', 'the verdict');
    path = `popup.html?tab=${await tabOf(driver, HOST)}`;
    popup = await driver.newPage();
  });

  const open = async () => {
    await popup.bringToFront();
    await popup.goto('about:blank');
    await driver.openExtensionPage(path, popup);
    await popup.waitForSelector('.tools, .strip, .act');
    await focusPage(driver, popup);
  };
  const said = (words: string) =>
    until(
      () => popup.evaluate((wanted) => document.querySelector('.said')?.textContent === wanted, words),
      words,
    );
  const options = async () => (await ask(driver, 'options', {})) as OptionsModel;

  test('ignored for a day without recording, and undone; the focus is never lost', async () => {
    await open();
    await enter(popup, 'Ignore…');
    await tabTo(popup, 'always');
    await popup.keyboard.press('ArrowUp');
    await popup.keyboard.press('ArrowUp');
    await tabTo(popup, 'and do not record visits');
    await popup.keyboard.press(' ');
    await enter(popup, 'Ignore');
    await said('Ignored. You can undo it in Options.');
    const { ignored } = await options();
    expect(ignored).toMatchObject([{ domain: HOST, kinds: ['landing'], term: 'day', record: false }]);
    expect(Date.parse(ignored[0]?.until ?? '') - Date.now()).toBeGreaterThan(23 * 3_600_000);
    expect(await badgeOf(driver, HOST)).toBe('');
    expect(await nameOfFocus(popup)).toBe('Undo');
    await popup.keyboard.press('Enter');
    await said('Shown again.');
    expect((await options()).ignored).toEqual([]);
    await until(async () => (await badgeOf(driver, HOST)) === '?', 'the badge');
    expect(await nameOfFocus(popup)).toBe('Leave this page');
  });

  test('a panel that is cancelled gives the focus back to its button', async () => {
    await open();
    await enter(popup, 'Ignore…');
    await enter(popup, 'Cancel');
    expect(await nameOfFocus(popup)).toBe('Ignore…');
  });

  test('a mistake reported: edited, copied, nothing sent', async () => {
    await open();
    const before = server.requests.length;
    await enter(popup, 'Report a mistake');
    await tabTo(popup, 'Text of the report; edit it as you like');
    await popup.keyboard.down('Control');
    await popup.keyboard.press('End');
    await popup.keyboard.up('Control');
    await popup.keyboard.type('it is ours');
    await enter(popup, 'Copy the report');
    await said('Copied');
    await enter(popup, 'Check an address without opening it');
    await popup.keyboard.press('Tab');
    const copied = await pasteHere(popup);
    expect(copied).toContain('bihai-keys[.]example');
    expect(copied).toMatch(/it is ours$/);
    expect(server.requests.slice(before).filter(({ host }) => host === HOST)).toEqual([]);
  });

  test('copied so that nothing makes a link of it', async () => {
    await open();
    await enter(popup, 'Copy (not clickable)');
    await said('Copied');
    await enter(popup, 'Check an address without opening it');
    await popup.keyboard.press('Tab');
    expect(await pasteHere(popup)).toBe('bihai-keys[.]example');
  });

  test('a typed address is checked with its reasons, and not opened', async () => {
    await open();
    await enter(popup, 'Check an address without opening it');
    await popup.keyboard.press('Tab');
    await popup.keyboard.type('https://blnance.com/login');
    await popup.keyboard.press('Enter');
    const answer = () => popup.evaluate(() => document.querySelector('.checked')?.textContent ?? '');
    await until(async () => (await answer()).includes('This address resembles binance.com.'), 'the answer');
    expect(await answer()).toContain('letter l in place of letter i');
    expect(server.requestsTo('blnance.com')).toEqual([]);
  });

  test('in any language and theme, at once and without a restart, axe finds nothing', async () => {
    const LANGUAGES = { en: 'en', zh_CN: 'zh-Hans', zh_TW: 'zh-Hant' };
    const found: string[] = [];
    for (const surface of [path, 'options.html', 'history.html', 'welcome.html']) {
      await popup.goto('about:blank');
      await driver.openExtensionPage(surface, popup);
      for (const [language, tag] of Object.entries(LANGUAGES)) {
        await ask(driver, 'setSetting', { name: 'language', value: language });
        await until(() => popup.evaluate((wanted) => document.documentElement.lang === wanted, tag), tag);
      }
      for (const [theme, rules] of [
        ['light', undefined],
        ['dark', RULES_OF_COLOUR],
      ] as const) {
        await ask(driver, 'setSetting', { name: 'theme', value: theme });
        await until(
          () => popup.evaluate((wanted) => document.documentElement.dataset.theme === wanted, theme),
          theme,
        );
        found.push(...(await axeFindings(popup, rules)).map((one) => `${surface}, ${theme}: ${one}`));
      }
    }
    await ask(driver, 'setSetting', { name: 'language', value: 'auto' });
    await ask(driver, 'setSetting', { name: 'theme', value: 'system' });
    expect(found).toEqual([]);
  });

  test('the card is reached and dismissed, having taken no focus', async () => {
    server.scene('bihai-card.example', '*', page(LANDING_PAGE));
    await driver.goto('http://bihai-card.example/');
    const card = (question: 'shown' | 'focused') =>
      driver.page.evaluate((asked) => {
        const found = document.querySelector('html > div[popover]:popover-open');
        return asked === 'shown' ? found !== null : found !== null && document.activeElement === found;
      }, question);
    await until(() => card('shown'), 'the card');
    await focusPage(driver);
    expect(await card('focused')).toBe(false);
    // Keys are heard once the card has been in sight for half a second.
    await pause(600);
    for (let tabs = 0; tabs < 20 && !(await card('focused')); tabs++) await driver.page.keyboard.press('Tab');
    await driver.page.keyboard.press('Enter');
    await until(async () => !(await card('shown')), 'the end of the card');
    expect(await badgeOf(driver, 'bihai-card.example')).toBe('?');
  });

  test('recording is paused and resumed from the popup', async () => {
    await open();
    await enter(popup, 'Pause recording');
    await said('Recording paused');
    expect(await nameOfFocus(popup)).toBe('Resume recording');
    await forgetHistory(driver);
    await driver.goto('http://www.okx.com/');
    await until(async () => (await badgeOf(driver, 'www.okx.com')) === 'i', 'the badge');
    expect(await flags(driver)).toEqual([]);
    await open();
    await enter(popup, 'Resume recording');
    await said('Recording');
    await driver.goto('http://www.kraken.com/');
    expect((await flagsWhen(driver, 1)).map((flag) => flag.hostAscii)).toEqual(['www.kraken.com']);
  });

  test('the pause command pauses, the popup that opens says so, and it resumes', async () => {
    await driver.page.bringToFront();
    await pressCommand(driver, 'pause-recording');
    await until(async () => (await options()).settings.recording === 'paused', 'the pause');
    // It opens with the key, while the command is carried out: it may draw what held before, and follows.
    await shownPopup(driver, 'Resume recording');
    await until(async () => !(await isPopupShown(driver)), 'the end of the popup');
    await pressCommand(driver, 'pause-recording');
    await until(async () => (await options()).settings.recording === 'on', 'the end of the pause');
    await shownPopup(driver, 'Pause recording');
    await until(async () => !(await isPopupShown(driver)), 'the end of the popup');
  });

  test('"Check this link" says what its address comes to, and opens nothing', async () => {
    server.scene(HOST, '*', page('<p><a id="link" href="http://blnance.com/login">link</a></p>'));
    await driver.goto(`http://${HOST}/links`);
    await checkLinkByMenu(driver, '#link');
    const shown = await shownPopup(driver);
    expect(shown).toContain('A link, not opened.');
    expect(shown).toContain('This address resembles binance.com.');
    expect(server.requestsTo('blnance.com')).toEqual([]);
  });
});
