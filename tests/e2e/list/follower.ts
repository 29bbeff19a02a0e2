import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Version } from '../../unit/sync/publisher.ts';
import { ensignInTurn } from '../ensign/in-turn.ts';
import { end, startOwn } from '../ensign/kept-browsers.ts';
import { BUILDS } from '../ensign/launch.ts';
import type { Driver } from '../harness/driver.ts';
import type { BrowserKind } from '../harness/find-browser.ts';
import type { LocalServer } from '../harness/server.ts';
import { follow, type Globals, KEY_TEXT, send } from './device.ts';
import { host, publishNow } from './list-host.ts';
import { deleteDatabase } from './stored-list.ts';

/** A browser that follows a list. */
interface Follower {
  server: LocalServer;
  driver: Driver;
  /** The file of the list in the build. */
  bundled: string;
  second: Version;
  third: Version;
}

/**
 * A browser for the tests of a `describe`, which calls this. Each of them begins with version 2 of the list, stored a
 * moment ago, on a host in order; what is answered holds nothing until then.
 * @param options `alone` for tests that end their browser and go on with another
 */
export function newFollower(kind: BrowserKind, { alone = false } = {}): Follower {
  const bundled = `${BUILDS[kind]}/list/bundled.bin`;
  const follower = { bundled } as Follower;

  const options = { controlPage: 'welcome.html' };
  const begin = alone ? () => startOwn(kind, options) : ensignInTurn(kind, options);

  beforeAll(async () => {
    Object.assign(follower, await begin());
    follower.second = await publishNow(2, bundled);
    follower.third = await publishNow(3, bundled, { from: [follower.second] });
  });

  if (alone) afterAll(() => end(follower.driver ? follower : null));

  beforeEach(async () => {
    const { server, driver, second } = follower;
    host(server, second);
    await send(driver, 'setListSource', { address: '', keys: [KEY_TEXT] });
    await deleteDatabase(driver);
    await driver.inExtension(() => {
      const { browser, chrome } = globalThis as unknown as Globals;
      return (browser ?? chrome).storage.local.set({ listSync: {} });
    });
    await driver.killWorker();
    await follow(driver, 2);
  });
  return follower;
}
