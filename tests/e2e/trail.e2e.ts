import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LineageModel } from '../../components/models/lineage.ts';
import { ask } from './ensign/ask.ts';
import { BUILDS, LONG, launchEnsign } from './ensign/launch.ts';
import { until } from './harness/arrive.ts';
import type { Driver } from './harness/driver.ts';
import { browsersToTest } from './harness/find-browser.ts';
import { type LocalServer, startServer } from './harness/server.ts';
import { pretendUnknown } from './trail/pretend-build.ts';
import { replaySample } from './trail/replay-sample.ts';

/** Every way at least once; twenty edges in the long form. */
const SAMPLE = await replaySample(LONG ? 20 : 8);

describe.each(browsersToTest())('the trail in %s', (kind) => {
  let server: LocalServer;
  let driver: Driver;
  let build: Awaited<ReturnType<typeof pretendUnknown>>;

  const candidates = async (exchange: string) =>
    ((await ask(driver, 'lineage', { exchange })) as LineageModel | null)?.candidates ?? [];
  const seenOf = async (exchange: string, to: string) =>
    (await candidates(exchange)).find(({ domain }) => domain === to)?.seen ?? [];

  beforeAll(async () => {
    server = await startServer();
    build = await pretendUnknown(BUILDS[kind], new Set(SAMPLE.map(({ edge }) => edge.to)));
    driver = await launchEnsign(kind, server, { extensionDir: build.folder });
  }, 120_000);
  afterAll(async () => {
    await driver?.close();
    await server?.close();
    build?.remove();
  });

  test('a name that the list does not hold is found again: right exchange, direction and kind', async () => {
    const lost: string[] = [];
    for (const { edge, exchange, way, kind: evidence, old, renewed, visit } of SAMPLE) {
      server.clear();
      for (const host of [edge.from, `www.${edge.from}`]) server.scene(host, '*', old);
      for (const host of [edge.to, `www.${edge.to}`]) server.scene(host, '*', renewed);
      await driver.goto('http://start.example/');
      await driver.goto(visit);
      const found = async () =>
        (await seenOf(exchange, edge.to)).some((one) => one.from === edge.from && one.evidence === evidence);
      await until(found, edge.to, 6_000).catch(() => lost.push(`${edge.from} > ${edge.to} by ${way}`));
    }
    console.log(
      `${kind}: ${SAMPLE.length - lost.length} of ${SAMPLE.length} new names found again; lost: ${lost.join(', ') || 'none'}`,
    );
    expect(lost).toEqual([]);
  });
});
