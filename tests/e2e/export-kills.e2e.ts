import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seededRandom } from '../../cli/seeded-random.ts';
import {
  agreeToExport,
  exportLeftovers,
  finishedDownloads,
  openEmptyExport,
  openExportOfAll,
} from './ensign/export-page.ts';
import { launchEnsign } from './ensign/launch.ts';
import { until } from './harness/arrive.ts';
import type { Driver } from './harness/driver.ts';
import { browsersToTest } from './harness/find-browser.ts';
import { type LocalServer, startServer } from './harness/server.ts';
import { fillForExport } from './history/fill-for-export.ts';

/** Kills for each browser; `npm run e2e:export-kills` makes a hundred. */
const KILLS = Number(process.env.ENSIGN_EXPORT_KILLS ?? 1);
/**
 * Flags of an export, and how long after its start a kill comes at most, ms: before, while and after the file is
 * written. A single kill comes while it is.
 */
const [FLAGS, LATEST] = KILLS > 1 ? [6000, 2500] : [2000, 800];

describe.each(browsersToTest())('exports in %s, killed with their browser', (kind) => {
  let server: LocalServer;
  let driver: Driver;

  beforeAll(async () => {
    server = await startServer();
    driver = await launchEnsign(kind, server);
    const page = await openEmptyExport(driver);
    await fillForExport(driver, FLAGS);
    await page.close();
  }, 120_000);
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });

  test(
    `leave no file that looks whole and is not, ${KILLS} times`,
    async () => {
      const random = seededRandom(17);
      const seen = { unfinished: 0, whole: 0 };
      for (let kill = 0; kill < KILLS; kill++) {
        const page = await openExportOfAll(driver);
        await swept(driver);
        await agreeToExport(page);
        await page.click('.btn.primary');
        await pause(random() * LATEST);
        driver = await driver.crash();
        const files = finishedDownloads(driver);
        for (const file of files) {
          expect(execFileSync('unzip', ['-tq', file], { encoding: 'utf8' }), `kill ${kill}`).toContain(
            'No errors',
          );
          const flags = execFileSync('unzip', ['-p', file, 'flags.ndjson'], { maxBuffer: 2 ** 30 });
          expect(flags.toString().split('\n').length - 1).toBe(FLAGS);
          rmSync(file);
        }
        if (files.length > 0) seen.whole += 1;
        else seen.unfinished += 1;
        for (const name of await exportLeftovers(driver)) expect(name).toMatch(/\.part(?:\.crswap)?$/);
      }
      const last = await openExportOfAll(driver);
      await swept(driver);
      await last.close();
      process.stdout.write(
        `${kind}: browser killed ${seen.unfinished} times on the way of an export, ${seen.whole} times after its end\n`,
      );
      if (KILLS >= 20) expect(seen.unfinished).toBeGreaterThan(KILLS / 4);
    },
    60_000 + KILLS * 60_000,
  );
});

/** The page removes what an earlier one left while it opens. */
async function swept(driver: Driver): Promise<void> {
  let left: string[] = [];
  await until(async () => {
    left = await exportLeftovers(driver);
    return left.length === 0;
  }, 'the sweep').catch(() => undefined);
  expect(left).toEqual([]);
}
