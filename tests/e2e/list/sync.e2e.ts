import { beforeEach, describe, expect, test } from 'vitest';
import { POINTER_PATH } from '../../../utils/list/publication-paths.ts';
import { KEY, type Version } from '../../unit/sync/publisher.ts';
import { LONG } from '../ensign/launch.ts';
import type { Driver } from '../harness/driver.ts';
import { browsersToTest } from '../harness/find-browser.ts';
import type { LocalServer } from '../harness/server.ts';
import { KEY_TEXT, send, status, update, updateAtOnce, verdict } from './device.ts';
import { newFollower } from './follower.ts';
import { HOST_FAULTS } from './host-faults.ts';
import { ADDRESS, HOST, host, ONLY_FETCHED, slowSnapshot, withoutDelta } from './list-host.ts';
import { leaveFiles } from './stored-list.ts';

describe.each(browsersToTest())('the list in %s', (kind) => {
  const follower = newFollower(kind);
  const { bundled } = follower;
  let server: LocalServer;
  let driver: Driver;
  let second: Version;
  let third: Version;

  beforeEach(() => {
    ({ server, driver, second, third } = follower);
  });

  test('with no address set nothing is fetched, and the bundled list serves', async () => {
    await send(driver, 'setListSource', { address: null, keys: null });
    server.requests.length = 0;
    expect(await update(driver)).toEqual({ kind: 'no address set' });
    const list = await status(driver);
    expect(list).toMatchObject({
      origin: 'bundled',
      address: '',
      foreign: false,
      nextTry: null,
      // What was fetched before was signed by a key that nobody trusts now.
      trouble: 'key no longer trusted',
    });
    expect(await verdict(driver)).toBe('notListed');
    expect(await verdict(driver, 'okx.com')).toBe('listed');
    expect(server.requestsTo(HOST)).toEqual([]);
  });

  test('a fetched list answers, from the store after a kill, without asking again', async () => {
    expect(await verdict(driver)).toBe('listed');
    server.requests.length = 0;
    await driver.killWorker();
    expect(await verdict(driver)).toBe('listed');
    expect(await status(driver)).toMatchObject({
      inUse: { version: 2, sha256: second.manifest.snapshot.sha256 },
      origin: 'address',
      foreign: true,
      keyId: KEY.keyId,
      trouble: null,
      lastTry: { outcome: 'updated whole' },
    });
    expect(server.requestsTo(HOST)).toEqual([]);
  });

  test('a sync that finds nothing new costs one small request, which tells nothing of the asker', async () => {
    server.requests.length = 0;
    expect(await update(driver)).toEqual({ kind: 'already current', version: 2 });
    const asked = server.requestsTo(HOST);
    expect(asked.map(({ path }) => path)).toEqual([`/ensign/${POINTER_PATH}`]);
    for (const name of ['cookie', 'referer', 'if-none-match', 'if-modified-since']) {
      expect(asked[0]!.headers).not.toHaveProperty(name);
    }
  });

  test('a difference is applied and swapped in without a restart', async () => {
    host(server, third);
    expect(await update(driver)).toMatchObject({ kind: 'updated by difference', version: 3, from: 2 });
    expect(await status(driver)).toMatchObject({
      inUse: { version: 3 },
      kept: [{ version: 3, inUse: true }, { version: 2 }],
    });
    expect(await verdict(driver)).toBe('listed');
    expect(await send(driver, 'goBackTo', { sha256: second.manifest.snapshot.sha256 })).toBe('done');
    expect(await status(driver)).toMatchObject({ inUse: { version: 2 }, heldBack: 3 });
    expect(await update(driver)).toEqual({ kind: 'held back', version: 3 });
  });

  describe('faults of hosts', () => {
    test.each(HOST_FAULTS.filter(({ short }) => short || LONG))('$name', async ({ put, outcome }) => {
      await put(server, third, bundled);
      expect(await update(driver)).toMatchObject(outcome);
      expect(await status(driver)).toMatchObject({
        inUse: { version: 2 },
        lastTry: { outcome: outcome.kind },
      });
      expect(server.requestsTo('elsewhere.test')).toEqual([]);
      expect(await verdict(driver)).toBe('listed');
      host(server, third);
      expect(await update(driver)).toMatchObject({ version: 3 });
    });
  });

  test('29 two syncs at once: one wins', async () => {
    host(server, third, { ...withoutDelta(3, 2), ...slowSnapshot(third, 1500) });
    const kinds = await Promise.all([updateAtOnce(driver), updateAtOnce(driver)]);
    expect(kinds.map((one) => one.kind).sort()).toEqual(['busy', 'updated whole']);
  });

  test('39 a page cannot have the list changed', async () => {
    server.scene('shop.test', '/', {
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: '<title>x</title>',
    });
    await driver.goto('https://shop.test/');
    const reached = await driver.page.evaluate(() => {
      const { browser, chrome } = globalThis as {
        browser?: { runtime?: object };
        chrome?: { runtime?: object };
      };
      return typeof (browser?.runtime ?? chrome?.runtime);
    });
    expect(reached).toBe('undefined');
  });

  test('a signed list is taken from files', async () => {
    await send(driver, 'setListSource', { address: '' });
    const files = [...third.files].filter(([path]) => path !== POINTER_PATH && !path.includes('/from-'));
    await leaveFiles(
      driver,
      files.map(([, bytes]) => [...bytes]),
    );
    expect(await send(driver, 'takeListFiles')).toMatchObject({ kind: 'updated whole', version: 3 });
    expect(await status(driver)).toMatchObject({ inUse: { version: 3 }, address: '' });
    expect(await verdict(driver, ONLY_FETCHED)).toBe('listed');
  });

  test('a source that is none is not set', async () => {
    for (const [change, fault] of [
      [{ address: 'http://lists.test/' }, 'not https'],
      [{ address: 'lists.test' }, 'not an address'],
      [{ address: 'https://u:p@lists.test/' }, 'has a name or password'],
      [{ keys: ['abc'] }, 'not a key'],
      [{ keys: [KEY_TEXT, KEY_TEXT] }, 'a key twice'],
    ] as const) {
      expect(await send(driver, 'setListSource', change)).toBe(fault);
      expect(await status(driver)).toMatchObject({ address: ADDRESS, keys: [KEY_TEXT] });
    }
  });
});
