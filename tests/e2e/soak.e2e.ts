import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchEnsign } from './ensign/launch.ts';
import type { Driver } from './harness/driver.ts';
import { type FaultWatch, watchFaults } from './harness/faults.ts';
import { browsersToTest } from './harness/find-browser.ts';
import { type LocalServer, startServer } from './harness/server.ts';
import { soak } from './soak/soak.ts';

describe.each(browsersToTest())('a short soak in %s', (kind) => {
  let server: LocalServer;
  let driver: Driver;
  let watch: FaultWatch;

  beforeAll(async () => {
    server = await startServer();
    driver = await launchEnsign(kind, server);
    watch = await watchFaults(driver);
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });

  test('30 navigations, 10 wakes, 2 lists, an export: what is kept for the next worker stays small', async () => {
    const plan = { navigations: 30, wakes: 10, syncs: 2, exports: 1, samples: 3 };
    const samples = await soak(driver, server, plan);
    const last = samples.at(-1)!;
    expect(samples).toHaveLength(3);
    expect(last.wakes).toBeGreaterThan(5);
    // One tab: its journey and its verdict, whatever it has been through.
    expect(last.session).toBeLessThan(100_000);
    expect(last.local).toBeLessThan(20_000);
    expect(last.alarms).toBeLessThanOrEqual(3);
    expect(await watch.faults()).toEqual([]);
  }, 300_000);
});
