import type { Page } from 'puppeteer-core';
import { ask, popupOf, tabOf } from '../ensign/ask.ts';
import { until } from '../harness/arrive.ts';
import type { Driver } from '../harness/driver.ts';
import type { LocalServer } from '../harness/server.ts';
import type { Camera } from './camera.ts';
import { SITES } from './sites.ts';

/** One running browser with Ensign as built, the web that it sees, and the camera. */
export interface Studio {
  driver: Driver;
  server: LocalServer;
  camera: Camera;
  /** A second tab, for Ensign's own pages; the first one is for sites. */
  desk: Page;
  /** The first tab, by its number. */
  tabId: number;
}

export async function openStudio(driver: Driver, server: LocalServer, camera: Camera): Promise<Studio> {
  await driver.goto('http://plain.example/');
  const tabId = await tabOf(driver, 'plain.example');
  return { driver, server, camera, tabId, desk: await driver.newPage() };
}

/** Opens one of Ensign's pages in the second tab, anew, and waits for a part of it. */
export async function openPage({ driver, desk }: Studio, path: string, part: string): Promise<Page> {
  await desk.bringToFront();
  await desk.goto('about:blank');
  await driver.openExtensionPage(path, desk);
  await desk.waitForSelector(part);
  return desk;
}

/** Visits a site in the first tab until Ensign says so of it. */
export async function visit({ driver }: Studio, url: string, state: string): Promise<void> {
  const host = new URL(url).hostname;
  await driver.goto(url);
  await until(async () => (await popupOf(driver, host)).page.state === state, `${host} as ${state}`);
}

/** Follows a listed name to the unlisted one that it leads to. */
export async function succeed({ driver }: Studio): Promise<void> {
  await driver.goto('https://okex.com/');
  await until(
    async () => (await popupOf(driver, SITES.succession)).page.state === 'succession',
    'the succession',
  );
}

/** Visits what Ensign warns of, and waits for the warning in its place. */
export async function visitWarned({ driver }: Studio, url: string): Promise<Page> {
  await driver.goto(url);
  await until(
    () => driver.page.evaluate(() => location.pathname === '/warning.html').catch(() => false),
    `a warning of ${url}`,
  );
  await driver.page.waitForSelector('.choice');
  return driver.page;
}

/** An imitator's page in Chinese is a landing page too; its claim leads once that was silenced. */
export async function silenceLandingOfClaim({ driver }: Studio): Promise<void> {
  await ask(driver, 'ignore', { domain: SITES.brandClaim, kinds: ['landing'], term: 'always', record: true });
}

/** Presses the first button, link or fold that begins with these words. */
export async function press(page: Page, words: string, within = 'body'): Promise<void> {
  await until(
    () =>
      page.evaluate(
        (name, root) => {
          const found = [...document.querySelectorAll<HTMLElement>(`${root} :is(button, a, summary)`)];
          const wanted = found.find((one) => one.textContent?.trim().startsWith(name));
          wanted?.click();
          return wanted !== undefined;
        },
        words,
        within,
      ),
    words,
  );
}

export async function record({ driver }: Studio, mode: 'on' | 'paused' | 'off'): Promise<void> {
  await ask(driver, 'setRecording', { mode });
}
