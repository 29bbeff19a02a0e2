import type { Page } from 'puppeteer-core';
import {
  type Answer,
  delayed,
  download,
  HANG_UP,
  metaRefreshTo,
  NO_CONTENT,
  page,
  plainPage,
  redirectTo,
  scriptTo,
} from '../harness/answer.ts';
import { pause } from '../harness/arrive.ts';
import type { Driver, LaunchOptions } from '../harness/driver.ts';
import type { BrowserKind } from '../harness/find-browser.ts';

/** One journey to record: what the web answers, and what the person does. */
export interface Scenario {
  name: string;
  /** Recorded in these alone; in both without it. */
  only?: BrowserKind;
  /** Answers by address without scheme. Hosts without one answer a plain page. */
  web: Record<string, Answer>;
  /** The browser is started anew with this; also for what the automation does not survive. */
  launch?: Pick<LaunchOptions, 'certificates' | 'firstPage'>;
  /** `save` puts what was recorded so far aside, before the worker is stopped. */
  act(driver: Driver, save: () => Promise<void>): Promise<void>;
}

const START = 'http://start.example/';

/** A page with a link, and the click on it; the pause lets a slow reader pass for a reader. */
function link(to: string, more = ''): Answer {
  return plainPage('start', `<a id="go" href="${to}" ${more}>go</a>`);
}

async function follow(driver: Driver, settle = 900): Promise<void> {
  await driver.goto(START);
  await pause(400);
  click(driver.page);
  await pause(settle);
}

/** Clicks and does not wait: Chromium answers a click on a link once the next page is there. */
function click(tab: Page): void {
  tab.click('#go').catch((error: unknown) => console.log(`(the page went while it was clicked: ${error})`));
}

async function back(driver: Driver): Promise<void> {
  await driver.page.evaluate(() => history.back());
  await pause(900);
}

const following = (driver: Driver) => follow(driver);

export const SCENARIOS: Scenario[] = [
  { name: 'link', web: { 'start.example/': link('https://listed.example/') }, act: following },
  {
    name: 'typed',
    web: {},
    act: async (driver) => {
      await driver.typeAddress('http://listed.example/');
      await pause(1_200);
    },
  },
  {
    name: 'form',
    web: {
      'start.example/': plainPage(
        'start',
        '<form action="http://form.example/" method="post"><button id="go">go</button></form>',
      ),
      'form.example/': redirectTo('http://listed.example/', 303),
    },
    act: following,
  },
  {
    name: 'redirect-302',
    web: {
      'start.example/': link('http://short.example/x'),
      'short.example/x': redirectTo('http://listed.example/'),
      'listed.example/': redirectTo('https://unlisted.example/'),
    },
    act: following,
  },
  {
    name: 'redirect-302-slow',
    web: {
      'start.example/': link('http://short.example/x'),
      'short.example/x': delayed(300, redirectTo('http://listed.example/')),
      'listed.example/': delayed(300, plainPage('listed')),
    },
    act: (driver) => follow(driver, 1_500),
  },
  {
    name: 'redirect-meta',
    web: {
      'start.example/': link('http://old.example/'),
      'old.example/': metaRefreshTo('https://new.example/'),
    },
    act: following,
  },
  {
    name: 'redirect-meta-after-2s',
    web: {
      'start.example/': link('http://old.example/'),
      'old.example/': metaRefreshTo('https://new.example/', 2),
    },
    act: (driver) => follow(driver, 3_500),
  },
  {
    name: 'redirect-script',
    web: { 'start.example/': link('http://old.example/'), 'old.example/': scriptTo('https://new.example/') },
    act: following,
  },
  {
    name: 'redirect-script-replace',
    web: {
      'start.example/': link('http://old.example/'),
      'old.example/': page(`<!doctype html><script>location.replace('https://new.example/')</script>`),
    },
    act: following,
  },
  {
    name: 'redirect-script-after-2s',
    web: {
      'start.example/': link('http://old.example/'),
      'old.example/': scriptTo('https://new.example/', 2_000),
    },
    act: (driver) => follow(driver, 3_500),
  },
  {
    name: 'redirect-short-listed-meta',
    web: {
      'start.example/': link('http://short.example/x'),
      'short.example/x': redirectTo('http://listed.example/'),
      'listed.example/': metaRefreshTo('http://middle.example/'),
      'middle.example/': redirectTo('https://unlisted.example/'),
    },
    act: (driver) => follow(driver, 1_500),
  },
  {
    name: 'button-with-script',
    web: {
      'start.example/': plainPage(
        'start',
        `<button id="go" onclick="location.href='https://listed.example/'">go</button>`,
      ),
    },
    act: following,
  },
  {
    name: 'in-page',
    web: { 'listed.example/': plainPage('listed', '<a id="go" href="#below">below</a>') },
    act: async (driver) => {
      await driver.goto('http://listed.example/');
      await driver.page.evaluate(() => history.pushState(null, '', '/pushed'));
      await pause(200);
      await driver.page.evaluate(() => history.replaceState(null, '', '/replaced'));
      await pause(200);
      click(driver.page);
      await pause(600);
    },
  },
  {
    name: 'back-and-forward',
    web: { 'start.example/': link('http://listed.example/') },
    act: async (driver) => {
      await follow(driver);
      await back(driver);
      await driver.page.evaluate(() => history.forward());
      await pause(900);
    },
  },
  {
    name: 'back-past-pushstate',
    web: { 'start.example/': link('http://listed.example/') },
    act: async (driver) => {
      await driver.goto(START);
      await driver.page.evaluate(() => history.pushState(null, '', '/pushed'));
      await pause(400);
      click(driver.page);
      await pause(900);
      await back(driver);
    },
  },
  {
    name: 'back-without-cache',
    web: {
      'start.example/': page('<!doctype html><a id="go" href="http://listed.example/">go</a>', {
        'cache-control': 'no-store',
      }),
    },
    act: async (driver) => {
      await follow(driver);
      await back(driver);
    },
  },
  {
    name: 'prerender-shown',
    only: 'chromium',
    launch: {},
    web: {
      'start.example/': prerendering('/moved'),
      'start.example/moved': redirectTo('/listed'),
      'start.example/listed': plainPage('listed'),
    },
    act: async (driver) => {
      await driver.goto(START);
      await pause(1_000);
      click(driver.page);
      await pause(900);
    },
  },
  {
    name: 'prerender-never-shown',
    only: 'chromium',
    launch: {},
    web: { 'start.example/': prerendering('/listed'), 'start.example/listed': plainPage('listed') },
    act: async (driver) => {
      await driver.goto(START);
      await pause(1_000);
      await driver.goto('http://other.example/');
      await pause(600);
    },
  },
  {
    name: 'download',
    web: { 'start.example/': link('http://listed.example/'), 'listed.example/': download('file.bin') },
    act: following,
  },
  {
    name: 'no-content',
    web: { 'start.example/': link('http://listed.example/'), 'listed.example/': NO_CONTENT },
    act: following,
  },
  {
    name: 'redirect-into-download',
    web: {
      'start.example/': link('http://short.example/x'),
      'short.example/x': redirectTo('http://listed.example/'),
      'listed.example/': download('file.bin'),
    },
    act: following,
  },
  {
    name: 'bad-certificate',
    launch: { certificates: 'refused' },
    web: { 'start.example/': link('https://listed.example/') },
    act: following,
  },
  {
    name: 'hangs-up',
    web: { 'start.example/': link('http://listed.example/'), 'listed.example/': HANG_UP },
    act: (driver) => follow(driver, 1_500),
  },
  {
    name: 'new-tab',
    web: { 'start.example/': link('http://listed.example/', 'target="_blank"') },
    act: following,
  },
  {
    name: 'new-window-by-script',
    web: {
      'start.example/': plainPage(
        'start',
        `<button id="go" onclick="open('http://listed.example/', '', 'width=300')">go</button>`,
      ),
    },
    act: following,
  },
  {
    name: 'reload',
    web: {},
    act: async (driver) => {
      await driver.goto('http://listed.example/');
      await pause(300);
      await driver.page.evaluate(() => location.reload());
      await pause(900);
    },
  },
  {
    name: 'stopped',
    web: {
      'start.example/': link('http://listed.example/'),
      'listed.example/': delayed(5_000, plainPage('late')),
    },
    act: async (driver) => {
      await follow(driver, 400);
      await driver.pressStop();
      await pause(600);
    },
  },
  {
    name: 'overtaken',
    web: {
      'start.example/': link('http://slow.example/'),
      'slow.example/': delayed(5_000, plainPage('late')),
    },
    act: async (driver) => {
      await follow(driver, 400);
      await driver.typeAddress('http://listed.example/');
      await pause(1_200);
    },
  },
  {
    name: 'closed-while-loading',
    web: {
      'start.example/': link('http://listed.example/'),
      'listed.example/': delayed(5_000, plainPage('late')),
    },
    act: async (driver) => {
      const tab = await driver.newPage();
      await driver.goto(START, tab);
      click(tab);
      await pause(400);
      await tab.close();
      await pause(600);
    },
  },
  {
    name: 'frames-inside',
    web: {
      'listed.example/': plainPage(
        'listed',
        '<iframe src="http://inner.example/"></iframe><iframe src="http://moved.example/"></iframe>',
      ),
      'moved.example/': redirectTo('https://inner.example/two'),
    },
    act: async (driver) => {
      await driver.goto('http://listed.example/');
      await pause(900);
    },
  },
  {
    name: 'worker-stopped-between',
    web: { 'start.example/': link('http://listed.example/') },
    act: async (driver, save) => {
      await driver.goto(START);
      // A worker is stopped after half a minute without events; never within seconds of the page.
      await pause(5_500);
      await save();
      await driver.killWorker();
      click(driver.page);
      await pause(1_200);
    },
  },
  {
    name: 'browser-start',
    launch: { firstPage: 'http://listed.example/' },
    web: {},
    act: () => pause(1_500),
  },
];

function prerendering(path: string): Answer {
  const rules = JSON.stringify({ prerender: [{ urls: [path], eagerness: 'immediate' }] });
  return plainPage(
    'start',
    `<a id="go" href="${path}">go</a><script type="speculationrules">${rules}</script>`,
  );
}
