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
import { pause, until } from '../harness/arrive.ts';
import type { Driver, LaunchOptions } from '../harness/driver.ts';
import type { BrowserKind } from '../harness/find-browser.ts';
import type { LocalServer } from '../harness/server.ts';

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
  act(stage: Stage, save: () => Promise<void>): Promise<void>;
}

export interface Stage {
  driver: Driver;
  /** Milliseconds, times the pace of the performance. */
  wait(milliseconds: number): Promise<void>;
  /** Stands for a listed exchange. */
  listed: string;
}

/** The name in the scenarios for which another may be put. */
const LISTED = 'listed.example';

/** The scenarios with another name for the listed exchange. */
export function scenariosWith(listed: string): Scenario[] {
  return SCENARIOS.map((scenario) => {
    const { firstPage } = scenario.launch ?? {};
    return {
      ...scenario,
      web: JSON.parse(JSON.stringify(scenario.web).replaceAll(LISTED, listed)) as Scenario['web'],
      ...(firstPage ? { launch: { ...scenario.launch, firstPage: firstPage.replace(LISTED, listed) } } : {}),
    };
  });
}

/** Everything as it is, at a pace at which a slow machine records all. */
export function stage(driver: Driver, listed = LISTED, pace = 1): Stage {
  return { driver, listed, wait: (milliseconds) => pause(milliseconds * pace) };
}

/** Puts a scenario's web in place of all before it. */
export function setScene(to: LocalServer, scenario: Scenario): void {
  to.clear();
  to.everywhere(plainPage('plain'));
  to.scene('start.example', '/favicon.ico', { status: 204 });
  for (const [address, answer] of Object.entries(scenario.web)) {
    const slash = address.indexOf('/');
    to.scene(address.slice(0, slash), address.slice(slash), answer);
  }
}

/** Closes the tabs that a scenario opened. */
export async function closeOthers(driver: Driver): Promise<void> {
  for (const page of await driver.page.browser().pages()) {
    if (page !== driver.page && /^https?:/.test(page.url())) await page.close();
  }
  await pause(200);
}

const START = 'http://start.example/';

/** A page with a link, and the click on it; the pause lets a slow reader pass for a reader. */
function link(to: string, more = ''): Answer {
  return plainPage('start', `<a id="go" href="${to}" ${more}>go</a>`);
}

async function follow({ driver, wait }: Stage, settle = 900): Promise<void> {
  await driver.goto(START);
  await wait(400);
  click(driver.page);
  await wait(settle);
}

/** Clicks and does not wait: Chromium answers a click on a link once the next page is there. */
function click(tab: Page): void {
  tab.click('#go').catch((error: unknown) => console.log(`(the page went while it was clicked: ${error})`));
}

/** Steps through the tab's own history once it has left the first page, and waits until it is there. */
async function step({ driver: { page: tab }, wait }: Stage, by: 1 | -1): Promise<void> {
  // Asked of the page itself: Firefox's automation does not learn of a page that comes back from the cache.
  const address = () => tab.evaluate(() => location.href).catch(() => '');
  const arrived = async (left: string) => {
    const at = await address();
    return at.startsWith(left) ? null : at || null;
  };
  const from = by === -1 ? await until(() => arrived(START), 'the next page') : START;
  // Told to go a moment later: the page that was asked does not outlive its own answer.
  await tab.evaluate((steps) => void setTimeout(() => history.go(steps)), by);
  await until(() => arrived(from), 'the page stepped to');
  await wait(900);
}

const following = (on: Stage) => follow(on);

export const SCENARIOS: Scenario[] = [
  { name: 'link', web: { 'start.example/': link('https://listed.example/') }, act: following },
  {
    name: 'typed',
    web: {},
    act: async (on) => {
      const { driver, wait, listed } = on;
      await driver.typeAddress(`http://${listed}/`);
      await wait(1_200);
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
      'listed.example/': redirectTo('https://elsewhere.example/'),
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
    act: (on) => follow(on, 1_500),
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
    act: (on) => follow(on, 3_500),
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
    act: (on) => follow(on, 3_500),
  },
  {
    name: 'redirect-short-listed-meta',
    web: {
      'start.example/': link('http://short.example/x'),
      'short.example/x': redirectTo('http://listed.example/'),
      'listed.example/': metaRefreshTo('http://middle.example/'),
      'middle.example/': redirectTo('https://elsewhere.example/'),
    },
    act: (on) => follow(on, 1_500),
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
    act: async (on) => {
      const { driver, wait, listed } = on;
      await driver.goto(`http://${listed}/`);
      await driver.page.evaluate(() => history.pushState(null, '', '/pushed'));
      await wait(200);
      await driver.page.evaluate(() => history.replaceState(null, '', '/replaced'));
      await wait(200);
      click(driver.page);
      await wait(600);
    },
  },
  {
    name: 'back-and-forward',
    web: { 'start.example/': link('http://listed.example/') },
    act: async (on) => {
      await follow(on);
      await step(on, -1);
      await step(on, 1);
    },
  },
  {
    name: 'back-past-pushstate',
    web: { 'start.example/': link('http://listed.example/') },
    act: async (on) => {
      const { driver, wait } = on;
      await driver.goto(START);
      await driver.page.evaluate(() => history.pushState(null, '', '/pushed'));
      await wait(400);
      click(driver.page);
      await wait(900);
      await step(on, -1);
    },
  },
  {
    name: 'back-without-cache',
    web: {
      'start.example/': page('<!doctype html><a id="go" href="http://listed.example/">go</a>', {
        'cache-control': 'no-store',
      }),
    },
    act: async (on) => {
      await follow(on);
      await step(on, -1);
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
    act: async (on) => {
      const { driver, wait } = on;
      await driver.goto(START);
      await wait(1_000);
      click(driver.page);
      await wait(900);
    },
  },
  {
    name: 'prerender-never-shown',
    only: 'chromium',
    launch: {},
    web: { 'start.example/': prerendering('/listed'), 'start.example/listed': plainPage('listed') },
    act: async (on) => {
      const { driver, wait } = on;
      await driver.goto(START);
      await wait(1_000);
      await driver.goto('http://other.example/');
      await wait(600);
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
    act: (on) => follow(on, 1_500),
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
    act: async (on) => {
      const { driver, wait, listed } = on;
      await driver.goto(`http://${listed}/`);
      await wait(300);
      await driver.page.evaluate(() => location.reload());
      await wait(900);
    },
  },
  {
    name: 'stopped',
    web: {
      'start.example/': link('http://listed.example/'),
      'listed.example/': delayed(5_000, plainPage('late')),
    },
    act: async (on) => {
      const { driver, wait } = on;
      await follow(on, 400);
      await driver.pressStop();
      await wait(600);
    },
  },
  {
    name: 'overtaken',
    web: {
      'start.example/': link('http://slow.example/'),
      'slow.example/': delayed(5_000, plainPage('late')),
    },
    act: async (on) => {
      const { driver, wait, listed } = on;
      await follow(on, 400);
      await driver.typeAddress(`http://${listed}/`);
      await wait(1_200);
    },
  },
  {
    name: 'closed-while-loading',
    web: {
      'start.example/': link('http://listed.example/'),
      'listed.example/': delayed(5_000, plainPage('late')),
    },
    act: async (on) => {
      const { driver, wait } = on;
      const tab = await driver.newPage();
      await driver.goto(START, tab);
      click(tab);
      await wait(400);
      await tab.close();
      await wait(600);
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
    act: async (on) => {
      const { driver, wait, listed } = on;
      await driver.goto(`http://${listed}/`);
      await wait(900);
    },
  },
  {
    name: 'worker-stopped-between',
    web: { 'start.example/': link('http://listed.example/') },
    act: async (on, save) => {
      const { driver, wait } = on;
      await driver.goto(START);
      // A worker is stopped after half a minute without events; never within seconds of the page.
      await wait(5_500);
      await save();
      await driver.killWorker();
      click(driver.page);
      await wait(1_200);
    },
  },
  {
    name: 'browser-start',
    launch: { firstPage: 'http://listed.example/' },
    web: {},
    act: ({ wait }) => wait(1_500),
  },
];

function prerendering(path: string): Answer {
  const rules = JSON.stringify({ prerender: [{ urls: [path], eagerness: 'immediate' }] });
  return plainPage(
    'start',
    `<a id="go" href="${path}">go</a><script type="speculationrules">${rules}</script>`,
  );
}
