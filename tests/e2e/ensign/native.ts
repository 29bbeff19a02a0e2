import { until } from '../harness/arrive.ts';
import type { Driver } from '../harness/driver.ts';
import { inChrome } from '../harness/firefox-chrome.ts';

/** What lies in the browser's own surface, outside all pages: commands, menus, the popup of the toolbar button. */

const MENU_LABEL = 'Check this link with Ensign';

/**
 * Presses the keys of a command. Chromium's automation reaches no browser shortcuts: there the browser's event is
 * raised in the worker, with the tab in front.
 */
export async function pressCommand(driver: Driver, name: string): Promise<void> {
  if (driver.kind === 'chromium') {
    await inWorker(driver, 'commands.onCommand', [name]);
    return;
  }
  await driver.inExtension(async (command) => {
    const { browser } = globalThis as unknown as {
      browser: { commands: { update(change: object): Promise<void> } };
    };
    await browser.commands.update({ name: command, shortcut: 'Alt+Shift+Y' });
  }, name);
  await driver.page.bringToFront();
  await inChrome(driver.page.browser(), PRESS_ALT_SHIFT_Y);
}

/** Chooses "Check this link" in the menu of a link of the first tab. */
export async function checkLinkByMenu(driver: Driver, selector: string): Promise<void> {
  await driver.page.bringToFront();
  if (driver.kind === 'chromium') {
    const linkUrl = await driver.page.$eval(selector, (link) => (link as HTMLAnchorElement).href);
    await inWorker(driver, 'contextMenus.onClicked', [{ menuItemId: 'check-link', linkUrl }]);
    return;
  }
  await driver.page.click(selector, { button: 'right' });
  await until(
    async () => (await inChrome(driver.page.browser(), CHOOSE(MENU_LABEL))) === 'chosen',
    'the entry in the menu',
  );
}

/** Files of the package that look as the toolbar button of Firefox's tab in front does; Chromium tells nobody. */
export async function iconInFront(driver: Driver, files: string[]): Promise<string[]> {
  const image = await inChrome(driver.page.browser(), ICON(new URL(driver.origin).hostname));
  return driver.inExtension(
    async (shown, candidates) => {
      const pixels = async (url: string) => {
        const bitmap = await createImageBitmap(await (await fetch(url)).blob());
        const { width, height } = bitmap;
        const canvas = new OffscreenCanvas(width, height).getContext('2d');
        canvas?.drawImage(bitmap, 0, 0);
        return canvas?.getImageData(0, 0, width, height).data.join();
      };
      const wanted = await pixels(shown);
      const looks = await Promise.all(candidates.map(pixels));
      return candidates.filter((_, index) => looks[index] === wanted);
    },
    image,
    files,
  );
}

/** The text of the popup that hangs from the toolbar button, once it is drawn and says `words`; then it is closed. */
export function shownPopup(driver: Driver, words = ''): Promise<string> {
  return until(() => driver.inExtension(readAndClosePopup, words), `the popup ${words}`);
}

export function isPopupShown(driver: Driver): Promise<boolean> {
  return driver.inExtension(() => {
    const { browser, chrome } = globalThis as unknown as { browser?: Extension; chrome: Extension };
    return (browser ?? chrome).extension.getViews({ type: 'popup' }).length > 0;
  });
}

interface Extension {
  extension: { getViews(filter: object): (Window & typeof globalThis)[] };
}

/** Runs in a page of the extension. */
function readAndClosePopup(words: string): string | null {
  const { browser, chrome } = globalThis as unknown as { browser?: Extension; chrome: Extension };
  const [view] = (browser ?? chrome).extension.getViews({ type: 'popup' });
  if (!view?.document.querySelector('.foot')) return null;
  const text = view.document.body.innerText.replace(/\s+/g, ' ');
  if (!text.includes(words)) return null;
  view.close();
  return text;
}

/** Raises an event of Chromium's in the worker, with the tab in front for its last argument. */
async function inWorker(driver: Driver, event: string, given: unknown[]): Promise<void> {
  const browser = driver.page.browser();
  const target = await browser.waitForTarget(
    (one) => one.type() === 'service_worker' && one.url().startsWith(driver.origin),
  );
  const worker = await target.worker();
  await worker?.evaluate(
    async (path, values) => {
      const { chrome } = globalThis as unknown as { chrome: Raisable };
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      const [room, name] = path.split('.') as ['commands', 'onCommand'];
      chrome[room][name].dispatch(...values, tab);
    },
    event,
    given,
  );
}

interface Raisable {
  tabs: { query(query: object): Promise<object[]> };
  commands: { onCommand: { dispatch(...given: unknown[]): void } };
}

const ICON = (uuid: string) => `(() => {
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { extension } = WebExtensionPolicy.getByHostname('${uuid}');
  const { action } = ExtensionParent.apiManager.global.browserActionFor(extension);
  const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');
  const shown = action.getContextData(gBrowser.selectedTab).icon[32];
  return shown.default ?? shown;
})()`;

const CHOOSE = (label: string) => `(() => {
  const { document } = Services.wm.getMostRecentWindow('navigator:browser');
  const menu = document.getElementById('contentAreaContextMenu');
  if (menu.state !== 'open') return menu.state;
  const entry = [...menu.querySelectorAll('menuitem')].find((one) => one.getAttribute('label') === ${JSON.stringify(label)});
  if (!entry) return 'no entry';
  menu.activateItem(entry);
  return 'chosen';
})()`;

const PRESS_ALT_SHIFT_Y = `(() => {
  const window = Services.wm.getMostRecentWindow('navigator:browser');
  const keys = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
  keys.beginInputTransactionForTests(window);
  const pressed = [['Alt', 'AltLeft', 18], ['Shift', 'ShiftLeft', 16], ['Y', 'KeyY', 89]].map(
    ([key, code, keyCode]) => new window.KeyboardEvent('', { key, code, keyCode }),
  );
  for (const key of pressed) keys.keydown(key);
  for (const key of pressed.toReversed()) keys.keyup(key);
  return 'pressed';
})()`;
