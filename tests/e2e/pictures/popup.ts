import type { PopupModel } from '../../../components/models/popup.ts';
import { ask } from '../ensign/ask.ts';
import { until } from '../harness/arrive.ts';
import { SITES } from './sites.ts';
import {
  openPage,
  press,
  record,
  type Studio,
  silenceLandingOfClaim,
  succeed,
  visit,
  visitWarned,
} from './studio.ts';

/** As high as what is in it. */
const POPUP = { width: 380, height: 100 };

/** Listed, and judged by the address alone. */
const ADDRESSES: readonly [name: string, url: string, state: string][] = [
  ['listed', 'https://www.okx.com/', 'listed'],
  ['former', 'https://www.okex.com/', 'listed'],
  ['lineage', 'https://huobi.com/', 'listed'],
  ['claimed', 'https://9ex.vip/', 'listed'],
  ['repurposed', 'https://aex.com/', 'listed'],
  ['lender', 'https://nexo.com/', 'listed'],
  ['lookalikeLow', 'https://okx-cn.com/', 'lookalike'],
  ['notListed', 'https://en.wikipedia.org/', 'notListed'],
];

const PAGES: readonly [name: string, url: string, state: string][] = [
  ['landing', `http://${SITES.landing}/`, 'landing'],
  ['unnamed', `http://${SITES.unnamed}/`, 'landing'],
  ['brandClaim', `https://${SITES.brandClaim}/`, 'brandClaim'],
];

const WARNED: readonly [name: string, url: string][] = [
  ['lookalike', 'https://blnance.com/'],
  ['homoglyph', 'https://xn--krken-5ve.com/'],
  ['combosquat', 'https://okx-wallets.com/'],
  ['embedded', 'https://okx.com.verify-account.example.net/'],
];

/** The popup before the user chose whether to record. */
export async function popupUndecided(studio: Studio): Promise<void> {
  await visit(studio, 'https://en.wikipedia.org/', 'notListed');
  await shoot(studio, 'undecided');
}

/** The popup on what was visited. */
export async function popupStates(studio: Studio): Promise<void> {
  await silenceLandingOfClaim(studio);
  for (const [name, url, state] of [...ADDRESSES, ...PAGES]) {
    if (!studio.camera.wants(`popup-${name}`)) continue;
    await visit(studio, url, state);
    await shoot(studio, name);
  }
  await succeed(studio);
  await shoot(studio, 'succession');
  for (const [name, url] of WARNED) {
    if (!studio.camera.wants(`popup-${name}`)) continue;
    await visitWarned(studio, url);
    await shoot(studio, name);
  }
  for (const [name, url] of [
    ['cannotCheck', 'chrome://version'],
    ['ipAddress', 'http://192.0.2.7/'],
    ['notLoaded', 'https://unreachable.example/'],
  ] as const) {
    await studio.driver.goto(url);
    await shoot(studio, name);
  }
}

/** What is opened in the popup, and what is said once it was done. */
export async function popupPanels(studio: Studio): Promise<void> {
  await visit(studio, `http://${SITES.unnamed}/`, 'landing');
  await shoot(studio, 'ignoring', () => press(studio.desk, 'Ignore…'));
  await shoot(studio, 'reporting', () => press(studio.desk, 'Report a mistake'));
  await shoot(studio, 'copied', async () => {
    // The clipboard answers a page in front alone.
    await studio.desk.bringToFront();
    await press(studio.desk, 'Copy (not clickable)');
    await studio.desk.waitForSelector('.said');
  });
  for (const [name, address] of [
    ['checkLookalike', 'blnance.com'],
    ['checkFault', 'not an address'],
    ['checkNothing', 'en.wikipedia.org'],
  ] as const)
    await shoot(studio, name, async () => {
      await press(studio.desk, 'Check an address');
      await studio.desk.type('.check input', address);
      await studio.desk.keyboard.press('Enter');
      await studio.desk.waitForFunction(() => document.querySelector('.checked')?.childElementCount);
    });
  await ask(studio.driver, 'ignore', silenced('always'));
  await shoot(studio, 'ignored');
  await ask(studio.driver, 'unignoreDomain', { domain: SITES.unnamed });
  await ask(studio.driver, 'ignore', silenced('day'));
  await shoot(studio, 'snoozed');
  await ask(studio.driver, 'unignoreDomain', { domain: SITES.unnamed });
  await record(studio, 'paused');
  await shoot(studio, 'paused');
  await record(studio, 'off');
  await shoot(studio, 'off');
  await record(studio, 'on');
}

const silenced = (term: string) => ({ domain: SITES.unnamed, kinds: ['landing'], term, record: true });

/** The popup where there is little to say: a private window, a link asked about, a tab that is gone. */
export async function popupElsewhere(studio: Studio): Promise<void> {
  const { driver } = studio;
  const tab = await driver.privatePage();
  await driver.goto('https://www.okx.com/', tab);
  const hidden = await until(() => driver.inExtension(privateTab), 'the private tab');
  await shoot({ ...studio, tabId: hidden }, 'privateWindow');
  await driver.goto(`http://${SITES.landing}/`, tab);
  await until(
    async () => ((await ask(driver, 'popup', { tabId: hidden })) as PopupModel).page.state === 'landing',
    'the landing page in the private window',
  );
  await shoot({ ...studio, tabId: hidden }, 'privateLanding');
  await tab.close();
  await visit(studio, 'https://en.wikipedia.org/', 'notListed');
  await askAboutLink(studio, 'https://xn--krken-5ve.com/');
  await openPage({ ...studio, tabId: 999_999 }, 'popup.html?tab=999999', '[role=alert]');
  await studio.camera.take(driver, 'popup-failed', studio.desk, POPUP);
}

/** Opens the popup of the first tab, does something in it, and takes it. */
export async function shoot(studio: Studio, name: string, act?: () => Promise<unknown>): Promise<void> {
  if (!studio.camera.wants(`popup-${name}`)) return;
  await openPage(studio, `popup.html?tab=${studio.tabId}`, '.foot');
  await act?.();
  await studio.camera.take(studio.driver, `popup-${name}`, studio.desk, POPUP);
}

/** Chooses "Check this link" for a tab whose window cannot hang a popup: it opens as a page. */
async function askAboutLink(studio: Studio, linkUrl: string): Promise<void> {
  const { driver, desk, tabId } = studio;
  const browser = driver.page.browser();
  await desk.goto('about:blank');
  const target = await browser.waitForTarget((one) => one.type() === 'service_worker');
  const opened = browser.waitForTarget((one) => one.url().includes(`popup.html?tab=${tabId}`));
  await (await target.worker())?.evaluate(
    (id, url) => {
      const { chrome } = globalThis as unknown as { chrome: Menus };
      chrome.contextMenus.onClicked.dispatch(
        { menuItemId: 'check-link', linkUrl: url },
        { id, windowId: 999_999 },
      );
    },
    tabId,
    linkUrl,
  );
  const page = await (await opened).page();
  if (!page) throw new Error('The popup of the link has no page');
  await page.waitForSelector('.foot');
  await studio.camera.take(driver, 'popup-link', page, POPUP);
  await page.close();
}

interface Menus {
  contextMenus: { onClicked: { dispatch(info: object, tab: object): void } };
}

async function privateTab(): Promise<number | undefined> {
  const { chrome } = globalThis as unknown as {
    chrome: { tabs: { query(what: object): Promise<{ id: number; incognito: boolean }[]> } };
  };
  return (await chrome.tabs.query({})).find((one) => one.incognito)?.id;
}
