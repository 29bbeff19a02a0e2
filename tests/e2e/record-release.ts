import { writeFileSync } from 'node:fs';
import { HISTORY_DATABASE } from '../../utils/history/database.ts';
import { launchEnsign } from './ensign/launch.ts';
import { startServer } from './harness/server.ts';
import { readStored, type StoredData } from './upgrade/stored-data.ts';
import { useForAWhile } from './upgrade/use.ts';

/** Uses the built extension and keeps what it stored, for later versions to read: `npm run record:release`. */
const server = await startServer();
const driver = await launchEnsign('chromium', server);
try {
  await useForAWhile(driver, server);
  const stored = JSON.parse(await driver.inExtension(readStored, HISTORY_DATABASE)) as StoredData;
  const { version } = JSON.parse(
    await driver.inExtension(async () => {
      const { chrome } = globalThis as unknown as { chrome: { runtime: { getManifest(): object } } };
      return JSON.stringify(chrome.runtime.getManifest());
    }),
  ) as { version: string };
  writeFileSync(`tests/fixtures/releases/${version}.json`, `${JSON.stringify(stored, null, 1)}\n`);
} finally {
  await driver.close();
  await server.close();
}
