import { beforeAll, describe, expect, test } from 'vitest';
import { ensignInTurn } from './ensign/in-turn.ts';
import { LONG } from './ensign/launch.ts';
import { type Answer, delayed, page, plainPage, redirectTo } from './harness/answer.ts';
import { pause, until } from './harness/arrive.ts';
import type { Driver } from './harness/driver.ts';
import { browsersToTest } from './harness/find-browser.ts';
import type { LocalServer } from './harness/server.ts';

/** Trials of each kind; the figures in docs/lookalikes.md are the long form's. */
const TRIALS = LONG ? 25 : 1;
/** A network's latency, ms. The long form measures a race; the short one asks who wins where there is time. */
const FAR = LONG ? 100 : 1_500;
const LOOKALIKE = 'blnance.com';
/** Tells the server once something of the page has been painted. */
const PAINTS = page(
  '<!doctype html><title>painted</title><body>seen<script>' +
    "requestAnimationFrame(() => setTimeout(() => fetch('/painted')))</script>",
);

interface Way {
  name: string;
  worker: 'warm' | 'cold';
  from: string;
  latency: number;
}

const WAYS: Way[] = (['warm', 'cold'] as const).flatMap((worker) =>
  [
    { name: 'direct', from: `http://${LOOKALIKE}/` },
    { name: 'by 302', from: 'http://moved.example/' },
  ].flatMap((way) => (LONG ? [0, FAR] : [FAR]).map((latency) => ({ ...way, worker, latency }))),
);

describe.each(browsersToTest())('first contact with a lookalike in %s', (kind) => {
  let server: LocalServer;
  let driver: Driver;

  const begun = ensignInTurn(kind);

  beforeAll(async () => {
    ({ server, driver } = await begun());
  });

  const answer = (latency: number): Answer => (latency > 0 ? delayed(latency, PAINTS) : PAINTS);
  const address = () => driver.page.evaluate(() => location.href).catch(() => '');

  test.each(WAYS)('$name, $worker worker, $latency ms', { timeout: 900_000 }, async (way) => {
    let asked = 0;
    let painted = 0;
    for (let trial = 0; trial < TRIALS; trial++) {
      server.clear();
      server.everywhere(plainPage('elsewhere'));
      server.scene(LOOKALIKE, '/', answer(way.latency));
      server.scene('moved.example', '/', redirectTo(`http://${LOOKALIKE}/`));
      await driver.goto('http://start.example/');
      if (way.worker === 'cold') await driver.killWorker();
      await driver.goto(way.from);
      await until(async () => (await address()).startsWith(`${driver.origin}/warning.html`), 'the warning');
      await pause(250);
      const requests = server.requestsTo(LOOKALIKE);
      if (requests.length > 0) asked += 1;
      if (requests.some(({ path }) => path === '/painted')) painted += 1;
    }
    console.log(
      `${kind}, a lookalike opened ${way.name}, ${way.worker} worker, answer after ${way.latency} ms: in ${TRIALS} openings its site was asked ${asked} times and shown ${painted} times before the warning`,
    );
    if (kind === 'firefox') expect(asked).toBe(0);
    // Chromium lets no extension stop a request: with a warm worker and a network's latency nothing is painted.
    if (way.worker === 'warm' && way.latency > 0) expect(painted).toBe(0);
  });
});
