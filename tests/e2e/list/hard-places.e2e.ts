import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { POINTER_PATH, snapshotPath } from '../../../utils/list/publication-paths.ts';
import type { Version } from '../../unit/sync/publisher.ts';
import { LONG } from '../ensign/launch.ts';
import { until } from '../harness/arrive.ts';
import type { Driver, LaunchOptions } from '../harness/driver.ts';
import { browsersToTest } from '../harness/find-browser.ts';
import { launch } from '../harness/launch.ts';
import { type LocalServer, startServer } from '../harness/server.ts';
import { follow, KEY_TEXT, send, status, update, verdict } from './device.ts';
import { ADDRESS, host, publishNow, withoutDelta } from './list-host.ts';

describe.each(browsersToTest())('the list in %s, in hard places', (kind) => {
  const extensionDir = new URL(
    `../../../.output/${kind === 'chromium' ? 'chrome' : 'firefox'}-mv3`,
    import.meta.url,
  ).pathname;
  const bundled = `${extensionDir}/list/bundled.bin`;
  let server: LocalServer;
  let driver: Driver;
  let second: Version;
  let third: Version;

  beforeAll(async () => {
    second = await publishNow(2, bundled);
    third = await publishNow(3, bundled, { from: [second] });
  });
  const start = async (change: Partial<LaunchOptions> = {}) => {
    server = await startServer();
    host(server, second);
    driver = await launch(kind, { extensionDir, server, controlPage: 'welcome.html', ...change });
  };
  afterEach(async () => {
    await driver?.close();
    await server?.close();
  });

  test('2 a certificate of nobody: no answer, the bundled list serves', async () => {
    await start({ certificates: 'refused' });
    expect(await send(driver, 'setListSource', { address: ADDRESS, keys: [KEY_TEXT] })).toBeNull();
    expect(await update(driver)).toMatchObject({ kind: 'no answer', file: 'pointer' });
    expect(await verdict(driver, 'okx.com')).toBe('listed');
    expect(server.requests.filter(({ path }) => path.includes(POINTER_PATH))).toEqual([]);
  });

  // It lasts as long as the deadline; the deadline itself is tested beside a clock of the tests' own.
  test.runIf(LONG)('6 a stall is given up by its deadline', async () => {
    await start();
    await follow(driver, 2);
    const body = third.files.get(snapshotPath(3))!;
    const slow = {
      status: 200,
      headers: { 'content-type': 'application/octet-stream' },
      body,
      delay: 90_000,
    };
    host(server, third, { ...withoutDelta(3, 2), [snapshotPath(3)]: slow });
    expect(await update(driver)).toMatchObject({ kind: 'too slow', file: 'snapshot' });
    expect(await status(driver)).toMatchObject({ inUse: { version: 2 }, trouble: null });
    expect(await verdict(driver)).toBe('listed');
    host(server, third);
    expect(await update(driver)).toMatchObject({ version: 3 });
  });

  // Chromium keeps the room that it once counted for half a minute: there the store's own tests stand for it.
  test.runIf(kind === 'firefox')(
    '33 no room: what was there before serves, the outcome says so, and room brings the list',
    async () => {
      await start();
      driver = await setRoom(driver, 'little');
      await send(driver, 'setListSource', { address: ADDRESS, keys: [KEY_TEXT] });
      expect(await update(driver)).toMatchObject({ kind: 'storage failed', fault: 'full' });
      expect(await status(driver)).toMatchObject({ origin: 'bundled' });
      expect(await verdict(driver, 'okx.com')).toBe('listed');
      driver = await setRoom(driver, 'enough');
      await until(
        async () => ['updated whole', 'already current'].includes((await update(driver)).kind),
        'room',
      );
      expect(await status(driver)).toMatchObject({ inUse: { version: 2 }, origin: 'address' });
      expect(await verdict(driver)).toBe('listed');
    },
  );
});

/** Leaves the extension little storage beyond what it uses, or as much as it likes. */
async function setRoom(driver: Driver, room: 'little' | 'enough'): Promise<Driver> {
  const used = await driver.inExtension(async () => (await navigator.storage.estimate()).usage ?? 0);
  const kilobytes = room === 'little' ? Math.ceil(used / 1024) + 100 : -1;
  // Firefox works out its limits once, at its start.
  return driver.restart({ prefs: { 'dom.quotaManager.temporaryStorage.fixedLimit': kilobytes } });
}
