import { createHash, generateKeyPairSync } from 'node:crypto';
import { accessSync, constants, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GECKO_ID } from '../../../assets/manifest.ts';
import { NO_CONTENT } from '../harness/answer.ts';
import { until } from '../harness/arrive.ts';
import type { Driver } from '../harness/driver.ts';
import type { BrowserKind } from '../harness/find-browser.ts';
import type { LocalServer } from '../harness/server.ts';

const CHROMIUM_POLICIES = '/etc/chromium/policies/managed';
const PATIENCE = 60_000;

/** What an organisation says of the extension, in the place where the browser reads it. */
export interface ManagedPolicy {
  set(values: object): void;
  remove(): void;
}

export function canSetPolicy(kind: BrowserKind): boolean {
  if (kind === 'firefox') return true;
  try {
    mkdirSync(CHROMIUM_POLICIES, { recursive: true });
    accessSync(CHROMIUM_POLICIES, constants.W_OK);
    return true;
  } catch {
    console.warn(`Left out: policies of Chromium are set in ${CHROMIUM_POLICIES}, which needs root.`);
    return false;
  }
}

/** A manifest key gives the unpacked extension the id that its policy is named by. */
export function policyOfChromium(built: string, extensionDir: string): ManagedPolicy {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const der = publicKey.export({ type: 'spki', format: 'der' });
  cpSync(built, extensionDir, { recursive: true });
  const manifest = join(extensionDir, 'manifest.json');
  const stated = JSON.parse(readFileSync(manifest, 'utf8')) as object;
  writeFileSync(manifest, JSON.stringify({ ...stated, key: der.toString('base64') }));
  const digest = createHash('sha256').update(der).digest('hex').slice(0, 32);
  const id = [...digest].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
  const file = join(CHROMIUM_POLICIES, `ensign-test-${id}.json`);
  return {
    set: (values) => writeFileSync(file, JSON.stringify({ '3rdparty': { extensions: { [id]: values } } })),
    remove: () => rmSync(file, { force: true }),
  };
}

export function policyOfFirefox(room: string): ManagedPolicy {
  process.env.HOME = room;
  const folder = join(room, '.mozilla/managed-storage');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${GECKO_ID}.json`);
  return {
    set: (data) =>
      writeFileSync(file, JSON.stringify({ name: GECKO_ID, description: 'a test', type: 'storage', data })),
    remove: () => rmSync(file, { force: true }),
  };
}

/**
 * Asks until a policy shows in the answer. Chromium reads extensions' policies when its start is over: once a page in
 * sight has loaded and its process has been idle for a second. That is late on a busy machine, and where another tab
 * came in front meanwhile it is after three minutes (chrome/browser/after_startup_task_utils.cc). A load that nothing
 * comes of counts as idle at once.
 */
export function untilPolicy<T>(
  driver: Driver,
  server: LocalServer,
  ask: () => Promise<T>,
  what: string,
): Promise<NonNullable<T>> {
  server.scene('nothing.test', '*', NO_CONTENT);
  return until(
    async () => {
      if (driver.kind === 'chromium') {
        await driver.page.bringToFront();
        await driver.goto('http://nothing.test/');
      }
      return ask();
    },
    what,
    PATIENCE,
  );
}
