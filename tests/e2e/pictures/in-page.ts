import { readFile } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { ask } from '../ensign/ask.ts';
import { redirectTo } from '../harness/answer.ts';
import { until } from '../harness/arrive.ts';
import type { Language } from './camera.ts';
import { SITES, serveSites } from './sites.ts';
import { type Studio, silenceLandingOfClaim } from './studio.ts';

const WINDOW = { width: 640, height: 480, whole: false };

const CARDS: readonly [name: string, url: string][] = [
  ['landing', `http://${SITES.landing}/`],
  ['unnamed', `http://${SITES.unnamed}/`],
  ['brandClaim', `https://${SITES.brandClaim}/`],
  ['claimed', 'https://9ex.vip/'],
];

/** The card on the sites it is for, and with its terms of ignoring open. */
export async function cards(studio: Studio): Promise<void> {
  const { driver, camera } = studio;
  await silenceLandingOfClaim(studio);
  for (const [name, url] of CARDS)
    await camera.take(driver, `card-${name}`, driver.page, onSite(studio, url));
  await succession(studio);
  const landing = onSite(studio, `http://${SITES.landing}/`);
  await camera.take(driver, 'card-ignoring', driver.page, {
    ...landing,
    async again(language) {
      await landing.again();
      await openTerms(driver.page, language);
    },
  });
  await ask(driver, 'setSetting', { name: 'cardForListed', value: true });
  await camera.take(driver, 'card-listed', driver.page, onSite(studio, 'https://www.okx.com/'));
  const tab = await driver.privatePage();
  await camera.take(driver, 'card-privateListed', tab, onSite(studio, 'https://www.okx.com/', tab));
  await ask(driver, 'setSetting', { name: 'cardForListed', value: false });
  await camera.take(driver, 'card-privateLanding', tab, onSite(studio, `http://${SITES.landing}/`, tab));
  await tab.close();
}

/** Each language has a new name to be led to: one that a redirect was seen to is known without the way. */
async function succession({ driver, server, camera }: Studio): Promise<void> {
  await camera.take(driver, 'card-succession', driver.page, {
    ...WINDOW,
    async again(language) {
      const harbour = `${language.toLowerCase().replace('_', '-')}-harbour.example`;
      server.scene('okex.com', '*', redirectTo(`https://${harbour}/`));
      await driver.goto('https://okex.com/');
      await until(() => isOver(driver.page), `the card on ${harbour}`);
    },
  });
  serveSites(server);
}

/** The warning that lies over a page in a private window of Chromium's. */
export async function overlay({ driver, camera }: Studio): Promise<void> {
  const tab = await driver.privatePage();
  await camera.take(driver, 'overlay-lookalike', tab, {
    whole: false,
    async again() {
      await driver.goto('https://blnance.com/', tab);
      await until(() => isOver(tab), 'the overlay');
    },
  });
  await tab.close();
}

/** Shows the card on a site, as if for the first time in the session. */
function onSite({ driver }: Studio, url: string, tab = driver.page) {
  return {
    ...WINDOW,
    async again() {
      await driver.inExtension(forgetCards);
      await driver.killWorker();
      await driver.goto(url, tab);
      await until(() => isOver(tab), `the card on ${url}`);
    },
  };
}

/** The card's root is closed to scripts; the browser's own accessibility tree sees into it. */
async function openTerms(page: Page, language: Language): Promise<void> {
  const words = JSON.parse(await readFile(`assets/locales/${language}.json`, 'utf8')) as {
    ignore_site: string;
  };
  const button = `::-p-aria([name="${words.ignore_site}"][role="button"])`;
  await until(async () => {
    await (await page.$(button))?.click();
    return page.$('::-p-aria([role="radio"])');
  }, 'the terms of ignoring');
}

function isOver(tab: Page): Promise<boolean> {
  return tab.evaluate(() => document.querySelector('html > div[popover]:popover-open') !== null);
}

async function forgetCards(): Promise<void> {
  const { chrome } = globalThis as unknown as {
    chrome: { storage: { session: { set(what: object): Promise<void> } } };
  };
  await chrome.storage.session.set({ carded: [] });
}
