import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { story, travel } from './journey.ts';
import { BROWSERS, type Browser, FIXTURES, recorded, withoutIds } from './recorded.ts';

const START = 'http://start.example/';
const LISTED = 'http://listed.example/';

/** After the visit of the start page. A name of a browser stands before what it alone decides. */
const AFTER_START: Record<string, string[]> = {
  link: ['visit link: https://listed.example/'],
  form: [`visit form: http://form.example/ -server-> ${LISTED}`],
  'redirect-302': [
    `visit link: http://short.example/x -server-> ${LISTED} -server-> https://elsewhere.example/`,
  ],
  'redirect-302-slow': [`visit link: http://short.example/x -server-> ${LISTED}`],
  'redirect-meta': redirected(),
  'redirect-meta-after-2s': redirected(),
  'redirect-script': redirected(),
  'redirect-script-replace': redirected(),
  'redirect-script-after-2s': redirected(),
  'redirect-short-listed-meta': [
    `visit link: http://short.example/x -server-> ${LISTED}`,
    `visit client-redirect: http://short.example/x -server-> ${LISTED} -client-> http://middle.example/ -server-> https://elsewhere.example/`,
  ],
  'button-with-script': ['visit link: https://listed.example/'],
  'back-and-forward': [`visit link: ${LISTED}`, `shownAgain: ${START}`, `shownAgain: ${LISTED}`],
  'back-past-pushstate': [`inPage: ${START}pushed`, `visit link: ${LISTED}`, `shownAgain: ${START}pushed`],
  // Chromium keeps pages of no-store in its cache too.
  'back-without-cache': [
    `visit link: ${LISTED}`,
    `chromium shownAgain: ${START}`,
    `firefox visit back-forward: ${START}`,
  ],
  'prerender-shown': ['visit prerender: http://start.example/moved -server-> http://start.example/listed'],
  'prerender-never-shown': ['visit typed: http://other.example/'],
  download: [`dropped download: ${LISTED}`],
  'no-content': [`dropped no content: ${LISTED}`],
  'redirect-into-download': [`dropped download: ${LISTED}`],
  'bad-certificate': [
    'dropped certificate: https://listed.example/',
    'elsewhere, error page: https://listed.example/',
  ],
  'hangs-up': [`dropped failed: ${LISTED}`, `elsewhere, error page: ${LISTED}`],
  'new-tab': ['firefox elsewhere, not the web: about:blank', `visit link: ${LISTED}`],
  'new-window-by-script': ['firefox elsewhere, not the web: about:blank', `visit link: ${LISTED}`],
  stopped: [`dropped aborted: ${LISTED}`],
  overtaken: ['dropped aborted: http://slow.example/', `visit typed: ${LISTED}`],
  'worker-stopped-between': [`visit link: ${LISTED}`],
};

const FROM_THE_FIRST: Record<string, () => string[]> = {
  typed: () => [`visit typed: ${LISTED}`],
  'in-page': () => [
    `visit typed: ${LISTED}`,
    `inPage: ${LISTED}pushed`,
    `inPage: ${LISTED}replaced`,
    `inPage: ${LISTED}replaced#below`,
  ],
  reload: () => [`visit typed: ${LISTED}`, `visit reload: ${LISTED}`],
  'frames-inside': () => [`visit typed: ${LISTED}`],
  'closed-while-loading': () => [
    'elsewhere, not the web: about:blank',
    `visit typed: ${START}`,
    `dropped closed: ${LISTED}`,
  ],
};

function redirected(): string[] {
  return [
    'visit link: http://old.example/',
    'visit client-redirect: http://old.example/ -client-> https://new.example/',
  ];
}

function expected(browser: Browser, scenario: string): string[] {
  const whole = FROM_THE_FIRST[scenario]?.();
  if (whole) return whole;
  const after = AFTER_START[scenario];
  if (!after) throw new Error(`No expectation for ${scenario}`);
  const other = browser === 'chromium' ? 'firefox ' : 'chromium ';
  const own = after.filter((line) => !line.startsWith(other)).map((line) => line.replace(`${browser} `, ''));
  return [`visit typed: ${START}`, ...own];
}

describe.each(BROWSERS)('as recorded in %s', (browser) => {
  const scenarios = readdirSync(`${FIXTURES}${browser}`).map((name) => name.replace('.json', ''));

  test('every scenario with an expectation is recorded', () => {
    const wanted = [...Object.keys(AFTER_START), ...Object.keys(FROM_THE_FIRST), 'browser-start'];
    const here = wanted.filter((name) => browser === 'chromium' || !name.startsWith('prerender'));
    expect(scenarios.toSorted()).toEqual(here.toSorted());
  });

  test.each(scenarios.filter((name) => name !== 'browser-start'))('%s', (scenario) => {
    const { decisions } = travel(recorded(browser, scenario));
    expect(story(decisions)).toEqual(expected(browser, scenario));
  });

  test('browser-start: the first page has one visit, whichever of commit and sweep came first', () => {
    const visits = story(travel(recorded(browser, 'browser-start')).decisions).filter((line) =>
      /^visit/.test(line),
    );
    expect(visits).toEqual([expect.stringMatching(/^visit (start|link|sweep): http:\/\/listed\.example\/$/)]);
  });

  test.each(scenarios)('%s: all again decides nothing new', (scenario) => {
    const events = recorded(browser, scenario).filter(
      (event) => (event as { kind: string }).kind !== 'removed',
    );
    const { decisions } = travel([...events, ...events]);
    const visits = decisions.filter((one) => one.kind === 'visit');
    expect(new Set(visits.map((one) => `${one.tabId} ${one.key}`)).size).toBe(visits.length);
  });

  test.each(scenarios)('%s: every document visited was handed out to be judged', (scenario) => {
    const { decisions } = travel(recorded(browser, scenario));
    const judged = decisions.flatMap((one) => (one.kind === 'judge' ? [one.url] : []));
    for (const one of decisions) if (one.kind === 'visit') expect(judged).toContain(one.url);
  });
});

describe('as Firefox before 153 tells it, without ids', () => {
  // Told apart by address, a page that changed its own is another; the start has a test of its own.
  const other = ['back-past-pushstate', 'browser-start'];
  const scenarios = readdirSync(`${FIXTURES}firefox`).map((name) => name.replace('.json', ''));
  test.each(scenarios.filter((name) => !other.includes(name)))('%s: the same', (scenario) => {
    const { decisions } = travel(withoutIds(recorded('firefox', scenario)));
    expect(story(decisions)).toEqual(expected('firefox', scenario));
  });
});
