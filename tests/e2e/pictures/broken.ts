import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask } from '../ensign/ask.ts';
import { BUILDS } from '../ensign/launch.ts';
import { shoot } from './popup.ts';
import { openPage, type Studio, visit } from './studio.ts';

/** Ensign without its permission for sites, without its database, and without a list. Nothing works after it. */
export async function broken(studio: Studio): Promise<void> {
  const { driver, camera } = studio;
  await visit(studio, 'https://en.wikipedia.org/', 'notListed');
  await siteAccess(studio, 'ON_CLICK');
  await driver.goto('https://en.wikipedia.org/again');
  await shoot(studio, 'permissionMissing');
  await siteAccess(studio, 'ON_ALL_SITES');
  // The bundled list is in nobody's use while a fetched one serves.
  await ask(driver, 'goBackTo', { sha256: null });
  const folder = mkdtempSync(join(tmpdir(), 'ensign-broken-'));
  try {
    cpSync(BUILDS.chromium, folder, { recursive: true });
    writeFileSync(join(folder, 'list/bundled.bin'), 'no list');
    await driver.update('9.0.0', folder);
    await driver.goto('https://www.okx.com/');
    await shoot(studio, 'listNotReadable');
    await driver.inExtension(spoilHistory);
    await driver.killWorker();
    await camera.take(driver, 'history-failed', await openPage(studio, 'history.html', '.problem'));
    await camera.take(driver, 'options-failed', await openPage(studio, 'options.html', '.problem'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What the browser's own page of extensions sets. */
async function siteAccess({ driver, desk }: Studio, hostAccess: string): Promise<void> {
  await desk.goto('chrome://extensions');
  await desk.evaluate(
    async (extensionId, access) => {
      const { chrome } = globalThis as unknown as { chrome: Extensions };
      await chrome.developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: access });
    },
    new URL(driver.origin).hostname,
    hostAccess,
  );
}

interface Extensions {
  developerPrivate: { updateExtensionConfiguration(change: object): Promise<void> };
}

/** A version of the database from the future: opening it is refused. */
async function spoilHistory(): Promise<void> {
  await new Promise((done) => {
    const asked = indexedDB.open('ensign-history', 999);
    asked.onsuccess = () => done(asked.result.close());
    asked.onblocked = () => done(undefined);
    asked.onerror = () => done(undefined);
  });
}
