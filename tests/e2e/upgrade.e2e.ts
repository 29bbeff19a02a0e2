import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { flags, flagsWhen } from './ensign/ask.ts';
import { BUILDS, launchEnsign } from './ensign/launch.ts';
import { plainPage } from './harness/answer.ts';
import { until } from './harness/arrive.ts';
import type { Driver } from './harness/driver.ts';
import { browsersToTest } from './harness/find-browser.ts';
import { type LocalServer, startServer } from './harness/server.ts';
import { layDatabase, layLocal, type StoredData } from './upgrade/stored-data.ts';
import { useForAWhile, whatIsKept } from './upgrade/use.ts';

const RECORDED = 'tests/fixtures/releases/';
/** Folder of an earlier version's builds, as `npm run upgrade` makes it: that version then writes the data itself. */
const EARLIER = process.env.ENSIGN_EARLIER;
const LATER = '65535.0.0';

describe.each(browsersToTest())('an update in %s', (kind) => {
  let server: LocalServer;
  let driver: Driver;

  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });

  const expectKept = async (kept: object, count: number): Promise<void> => {
    await driver.update(LATER, BUILDS[kind]);
    await until(async () => (await flags(driver)).length === count, 'the flags after the update');
    expect(await whatIsKept(driver)).toEqual(kept);
    server.everywhere(plainPage('a page'));
    await driver.goto('https://www.mexc.com/');
    const added = (await flagsWhen(driver, count + 1, 0)).at(-1);
    expect(added).toMatchObject({ hostAscii: 'www.mexc.com', extensionVersion: LATER });
  };

  test.runIf(EARLIER)('what the earlier version wrote is read, flag by flag', async () => {
    driver = await launchEnsign(kind, server, { extensionDir: `${EARLIER}/${kind}`, private: false });
    await useForAWhile(driver, server);
    await expectKept(await whatIsKept(driver), 4);
  });

  test.skipIf(EARLIER).each(readdirSync(RECORDED))(
    'what version %s stored is read, flag by flag',
    async (file) => {
      const { databases, local } = JSON.parse(readFileSync(`${RECORDED}${file}`, 'utf8')) as StoredData;
      driver = await launchEnsign(kind, server, { version: '0.0.1' });
      await driver.inExtension(layLocal, local);
      for (const database of databases) await driver.inExtension(layDatabase, database);
      await driver.killWorker();
      const stored = databases[0]?.stores.find(({ name }) => name === 'flags')?.rows ?? [];
      const ids = stored.map(({ key }) => key).toSorted();
      const kept = (await whatIsKept(driver)) as { rows: { id: string }[]; settings: object };
      expect(kept.rows.map(({ id }) => id).toSorted()).toEqual(ids);
      expect(kept.settings).toMatchObject({ storedDetail: 'path', retentionDays: 3650, theme: 'dark' });
      await expectKept(kept, ids.length);
      await driver.close();
    },
  );
});
