/**
 * Records what both browsers tell of navigations, and rewrites tests/fixtures/navigation/.
 * `npm run record:navigation [NAME…]`; with names, these scenarios alone.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pause } from './harness/arrive.ts';
import type { Driver } from './harness/driver.ts';
import { type BrowserKind, browsersToTest } from './harness/find-browser.ts';
import { launch } from './harness/launch.ts';
import { startServer } from './harness/server.ts';
import { closeOthers, SCENARIOS, type Scenario, setScene, stage } from './record/scenarios.ts';
import { type RawEvent, tidy } from './record/tidy.ts';

const FIXTURES = fileURLToPath(new URL('../fixtures/navigation/', import.meta.url));
const RECORDER = fileURLToPath(new URL('recorder', import.meta.url));

interface Api {
  runtime: { sendMessage(message: 'take'): Promise<RawEvent[]> };
}

const names = process.argv.slice(2);
const server = await startServer();
try {
  for (const kind of browsersToTest()) await recordAll(kind);
} finally {
  await server.close();
}

async function recordAll(kind: BrowserKind): Promise<void> {
  const folder = `${FIXTURES}${kind}/`;
  mkdirSync(folder, { recursive: true });
  const options = { extensionDir: RECORDER, server, controlPage: 'control.html' };
  const shared = await launch(kind, options);
  const browser = await shared.page.browser().version();
  try {
    for (const scenario of SCENARIOS) {
      if (scenario.only && scenario.only !== kind) continue;
      if (names.length > 0 && !names.includes(scenario.name)) continue;
      setScene(server, scenario);
      const driver = scenario.launch ? await launch(kind, { ...options, ...scenario.launch }) : shared;
      const events = await record(driver, scenario);
      if (driver !== shared) await driver.close();
      writeFileSync(`${folder}${scenario.name}.json`, format(browser, scenario.name, events));
      console.log(`${kind} ${scenario.name}: ${events.length} events`);
    }
  } finally {
    await shared.close();
  }
}

async function record(driver: Driver, scenario: Scenario): Promise<Record<string, unknown>[]> {
  const taken: RawEvent[] = [];
  const save = async () => {
    taken.push(...(await take(driver)));
  };
  if (!scenario.launch?.firstPage) {
    await take(driver);
    await driver.goto('about:blank');
    await pause(400);
    await take(driver);
  }
  await scenario.act(stage(driver), save);
  await save();
  await closeOthers(driver);
  return tidy(taken, driver.origin);
}

function take(driver: Driver): Promise<RawEvent[]> {
  return driver.inExtension(() => {
    const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
    return (browser ?? chrome).runtime.sendMessage('take');
  });
}

function format(browser: string, scenario: string, events: Record<string, unknown>[]): string {
  const lines = events.map((event) => `    ${JSON.stringify(event)}`);
  return `{\n  "browser": ${JSON.stringify(browser)},\n  "scenario": ${JSON.stringify(scenario)},\n  "events": [\n${lines.join(',\n')}\n  ]\n}\n`;
}
