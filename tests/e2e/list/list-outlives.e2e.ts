import { beforeEach, describe, expect, test } from 'vitest';
import { POINTER_PATH } from '../../../utils/list/publication-paths.ts';
import { DAY, type Version } from '../../unit/sync/publisher.ts';
import { pause, until } from '../harness/arrive.ts';
import type { Driver } from '../harness/driver.ts';
import { browsersToTest } from '../harness/find-browser.ts';
import type { LocalServer } from '../harness/server.ts';
import { changeRecord, type Globals, send, serves, status, update, verdict } from './device.ts';
import { newFollower } from './follower.ts';
import { HOST, host, publishNow, slowSnapshot, withoutDelta } from './list-host.ts';
import { breakSnapshot, deleteDatabase, putState, storedLists, upgradeDatabase } from './stored-list.ts';

const ALARM = 'list-sync';
/** 1,000 kills of the worker in the long form: ENSIGN_KILLS=1000. */
const KILLS = Number(process.env.ENSIGN_KILLS ?? 4);
const BROWSER_KILLS = Number(process.env.ENSIGN_BROWSER_KILLS ?? 1);

describe.each(browsersToTest())('what the list outlives in %s', (kind) => {
  const follower = newFollower(kind, { alone: true });
  const { bundled } = follower;
  let server: LocalServer;
  let driver: Driver;
  let second: Version;
  let third: Version;

  beforeEach(() => {
    ({ server, driver, second, third } = follower);
  });

  test(
    `30–32 ${KILLS} kills at random moments of a sync: the list before or the new one, whole`,
    async () => {
      let version = 2;
      let next = third;
      const seen = { before: 0, after: 0 };
      for (let n = 0; n < KILLS; n++) {
        const number = version + 1;
        if (next.manifest.version !== number) next = await publishNow(number, bundled);
        host(server, next, { ...withoutDelta(number, version), ...slowSnapshot(next, (n % 4) * 10) });
        void send(driver, 'updateList').catch(() => null);
        await pause(((n * 37) % 100) + 5);
        await driver.killWorker();
        const list = await status(driver);
        expect([version, number]).toContain(list.inUse.version);
        expect(list).toMatchObject({ origin: 'address', trouble: null });
        expect(await verdict(driver)).toBe('listed');
        seen[list.inUse.version === number ? 'after' : 'before']++;
        if (list.inUse.version === version) expect(await update(driver)).toMatchObject({ version: number });
        version = number;
      }
      console.info(
        `${kind}: ${KILLS} kills of the worker, ${seen.before} before the commit, ${seen.after} after it`,
      );
    },
    60_000 + KILLS * 3_000,
  );

  test(
    `${BROWSER_KILLS} kills of the browser during a sync`,
    async () => {
      let version = 2;
      for (let n = 0; n < BROWSER_KILLS; n++) {
        const next = await publishNow(version + 1, bundled);
        host(server, next, slowSnapshot(next, (n % 5) * 20));
        void send(driver, 'updateList').catch(() => null);
        await pause(((n * 53) % 150) + 5);
        driver = await driver.crash();
        follower.driver = driver;
        const list = await status(driver);
        expect([version, version + 1]).toContain(list.inUse.version);
        expect(list).toMatchObject({ origin: 'address', trouble: null });
        expect(await verdict(driver)).toBe('listed');
        await until(
          async () => ['updated whole', 'already current'].includes((await update(driver)).kind),
          'a sync',
        );
        version++;
      }
    },
    60_000 + BROWSER_KILLS * 30_000,
  );

  test('34 a store whose state is none: the bundled list serves, says so, and the list comes back', async () => {
    await putState(driver, { current: 7, floor: 'x' });
    host(server, second, { [POINTER_PATH]: { status: 500 } });
    await driver.killWorker();
    expect(await status(driver)).toMatchObject({ origin: 'bundled', trouble: 'store unreadable' });
    expect(await verdict(driver, 'okx.com')).toBe('listed');
    host(server, second);
    await update(driver);
    expect(await serves(driver, 2)).toMatchObject({ trouble: null });
  });

  test('34 stored bytes that are broken: the bundled list serves and the list is fetched again', async () => {
    await breakSnapshot(driver);
    host(server, second, { [POINTER_PATH]: { status: 500 } });
    await driver.killWorker();
    expect(await status(driver)).toMatchObject({ origin: 'bundled', trouble: 'stored list broken' });
    expect(await verdict(driver, 'okx.com')).toBe('listed');
    host(server, second);
    await update(driver);
    expect(await serves(driver, 2)).toMatchObject({ trouble: null });
    expect(await verdict(driver)).toBe('listed');
  });

  test('35 evicted: the next wake fetches the list again, and nothing older', async () => {
    host(server, await publishNow(1, bundled));
    await deleteDatabase(driver);
    await driver.killWorker();
    await until(async () => (await status(driver)).lastTry?.outcome === 'refused: older version', 'a try');
    expect(await status(driver)).toMatchObject({ origin: 'bundled', trouble: 'store emptied' });
    host(server, second);
    await update(driver);
    await serves(driver, 2);
  });

  test('36 a store written by a later Ensign is left alone', async () => {
    await upgradeDatabase(driver, 9);
    await driver.killWorker();
    expect(await status(driver)).toMatchObject({ origin: 'bundled', trouble: 'store newer' });
    expect(await update(driver)).toMatchObject({ kind: 'storage failed', fault: 'newer' });
    expect(await storedLists(driver)).toBe(1);
    expect(await verdict(driver, 'okx.com')).toBe('listed');
  });

  test('37 one alarm is set; lost, it is set again; overdue, one sync runs at the next wake', async () => {
    const alarm = () =>
      driver.inExtension((name) => {
        const { browser, chrome } = globalThis as unknown as Globals;
        return (browser ?? chrome).alarms.get(name);
      }, ALARM);
    const first = await until(alarm, 'the alarm');
    expect(first.scheduledTime).toBeGreaterThan(Date.now() + 5 * 3_600_000);
    expect(first.scheduledTime).toBeLessThan(Date.now() + 7 * 3_600_000);
    await driver.killWorker();
    await verdict(driver);
    expect((await until(alarm, 'the alarm')).scheduledTime).toBe(first.scheduledTime);
    await driver.inExtension((name) => {
      const { browser, chrome } = globalThis as unknown as Globals;
      return (browser ?? chrome).alarms.clear(name);
    }, ALARM);
    await driver.killWorker();
    await verdict(driver);
    await until(alarm, 'the alarm');
    server.requests.length = 0;
    await changeRecord(driver, { notBefore: Date.now() - 3 * DAY, lastSuccessAt: Date.now() - 4 * DAY });
    await verdict(driver);
    await until(() => server.requestsTo(HOST).length > 0, 'a sync');
    await verdict(driver);
    await pause(300);
    expect(server.requestsTo(HOST).map(({ path }) => path)).toEqual([`/ensign/${POINTER_PATH}`]);
  });

  test('a host gone for 30 days: still serving, its age shown, and no storm when it is back', async () => {
    host(server, await publishNow(3, bundled, { issued: Date.now() - 31 * DAY }));
    expect(await update(driver)).toMatchObject({ version: 3 });
    server.clear();
    server.scene(HOST, '*', { status: 503 });
    for (const failures of [1, 5, 35]) {
      const now = Date.now();
      // As these days would have left it: due, after so many failures.
      await changeRecord(driver, { failures: failures - 1, lastTryAt: now - DAY, notBefore: now - 1000 });
      const { nextTry } = await until(async () => {
        const list = await status(driver);
        return list.lastTry!.outcome === 'host error' && Date.parse(list.lastTry!.at) >= now ? list : null;
      }, 'a try');
      const wait = Math.min(2 ** (failures - 1) * 15 * 60_000, DAY);
      expect(Date.parse(nextTry!)).toBeGreaterThanOrEqual(now + wait - 1000);
      expect(Date.parse(nextTry!)).toBeLessThanOrEqual(Date.now() + DAY);
    }
    expect(await verdict(driver)).toBe('listed');
    expect(await status(driver)).toMatchObject({ inUse: { version: 3, ageDays: 31 }, dated: 'old' });
    host(server, third);
    server.requests.length = 0;
    for (let wake = 0; wake < 3; wake++) {
      await driver.killWorker();
      await verdict(driver);
    }
    expect(server.requestsTo(HOST)).toEqual([]);
    await changeRecord(driver, { notBefore: Date.now() - 1000 });
    await until(async () => (await status(driver)).lastTry!.outcome === 'already current', 'a try');
    expect(server.requestsTo(HOST).map(({ path }) => path)).toEqual([`/ensign/${POINTER_PATH}`]);
    await driver.killWorker();
    await verdict(driver);
    expect(server.requestsTo(HOST)).toHaveLength(1);
  });

  test('38 a question that wakes the worker waits for the list', async () => {
    for (let n = 0; n < 5; n++) {
      await driver.killWorker();
      expect(await verdict(driver)).toBe('listed');
    }
  });
});
