import { beforeAll, describe, expect, test } from 'vitest';
import type { FlagRow } from '../../components/models/flag.ts';
import { flagsWhen, forgetHistory } from './ensign/ask.ts';
import { ensignInTurn } from './ensign/in-turn.ts';
import { LONG, launchEnsign } from './ensign/launch.ts';
import { plainPage } from './harness/answer.ts';
import { until } from './harness/arrive.ts';
import type { Driver } from './harness/driver.ts';
import { browsersToTest } from './harness/find-browser.ts';
import type { LocalServer } from './harness/server.ts';
import { closeOthers, type Scenario, scenariosWith, setScene, stage } from './record/scenarios.ts';

const LISTED = 'www.okx.com';

/** For each way to a listed host, the hosts flagged, each with the hosts passed on the way. */
const EXPECTED: Record<string, string[]> = {
  link: [LISTED],
  typed: [LISTED],
  form: [`form.example > ${LISTED}`],
  'redirect-302': [],
  'redirect-302-slow': [`short.example > ${LISTED}`],
  'redirect-short-listed-meta': [`short.example > ${LISTED}`],
  'button-with-script': [LISTED],
  'in-page': [LISTED],
  'back-and-forward': [LISTED],
  'back-past-pushstate': [LISTED],
  download: [],
  'no-content': [],
  'redirect-into-download': [],
  'bad-certificate': [],
  'hangs-up': [],
  'new-tab': [LISTED],
  'new-window-by-script': [LISTED],
  reload: [LISTED, LISTED],
  stopped: [],
  'frames-inside': [LISTED],
};

/** Fewer in the short form: the same rules are tested on recorded events. */
const SHORT = ['link', 'form', 'redirect-302-slow', 'back-and-forward', 'in-page', 'download', 'new-tab'];

const SCENARIOS = scenariosWith(LISTED).filter(
  ({ name }) => EXPECTED[name] && (LONG || SHORT.includes(name)),
);

describe.each(browsersToTest())('journeys to a listed host in %s', (kind) => {
  let server: LocalServer;
  let driver: Driver;

  const begun = ensignInTurn(kind);

  beforeAll(async () => {
    ({ server, driver } = await begun());
  });

  async function perform(scenario: Scenario): Promise<FlagRow[]> {
    setScene(server, scenario);
    const own = scenario.launch ? await launchEnsign(kind, server, scenario.launch) : driver;
    await forgetHistory(own);
    await scenario.act(stage(own, LISTED, LONG ? 1 : 0.6), async () => undefined);
    const recorded = await flagsWhen(own, EXPECTED[scenario.name]!.length);
    if (own !== driver) await own.close();
    else await closeOthers(own);
    return recorded;
  }

  test.each(SCENARIOS.map((scenario) => [scenario.name, scenario] as const))('%s', async (name, scenario) => {
    const told = (await perform(scenario)).map((flag) => [...flag.redirectChain, flag.hostAscii].join(' > '));
    expect(told).toEqual(EXPECTED[name]);
  });

  test.runIf(kind === 'chromium')('a prerendered page has its flag when it is shown, and one', async () => {
    server.clear();
    server.everywhere(plainPage('plain'));
    const rules = JSON.stringify({ prerender: [{ urls: ['/next'], eagerness: 'immediate' }] });
    const html = `<a id="go" href="/next">go</a><script type="speculationrules">${rules}</script>`;
    server.scene(LISTED, '/', plainPage('start', html));
    await forgetHistory(driver);
    await driver.goto(`https://${LISTED}/`);
    await until(() => server.requestsTo(LISTED).some(({ path }) => path === '/next'), 'the prerendering');
    expect(await flagsWhen(driver, 1)).toHaveLength(1);
    driver.page.click('#go').catch(() => undefined);
    expect(await flagsWhen(driver, 2)).toHaveLength(2);
  });
});
