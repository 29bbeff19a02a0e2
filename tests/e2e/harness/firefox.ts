import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { arriveAtExtensionPage, closeTabs, openPrivateWindow, runIn, until } from './arrive.ts';
import type { Driver, LaunchOptions } from './driver.ts';
import { beginByBidi, goToByBidi, inChrome, send } from './firefox-chrome.ts';
import { copyProfile } from './firefox-profile.ts';
import { startFirefox } from './firefox-start.ts';
import { ended, powerCut } from './process-end.ts';
import { copyAgain, copyExtension, makeRoom, removeRoom, type WorkingCopy } from './working-copy.ts';

interface Room {
  dir: string;
  profile: string;
  downloads: string;
  copy: WorkingCopy;
  /** The host part of the extension's address, chosen by us. */
  uuid: string;
  geckoId: string;
}

export async function launchFirefox(options: LaunchOptions): Promise<Driver> {
  const dir = makeRoom();
  const copy = copyExtension(options.extensionDir, dir, options.version);
  const geckoId = copy.manifest().browser_specific_settings?.gecko?.id;
  if (!geckoId) throw new Error('The manifest has no browser_specific_settings.gecko.id');
  const profile = options.profile ?? join(dir, 'profile');
  const room: Room = { dir, profile, downloads: join(dir, 'downloads'), copy, geckoId, uuid: randomUUID() };
  await mkdir(room.downloads);
  if (options.profile) await mkdir(profile, { recursive: true });
  else await copyProfile(profile);
  return await begin(options, room, false);
}

async function begin(options: LaunchOptions, room: Room, installed: boolean): Promise<Driver> {
  const browser = await startFirefox(options, room);
  try {
    if (!installed) await install(browser, options, room);
    if (options.firstPage && !installed) {
      await quit(browser);
      return await begin(options, room, true);
    }
    const driver = await describeDriver(browser, options, room);
    if (options.cold) await driver.killWorker();
    return driver;
  } catch (error) {
    await browser.close();
    throw error;
  }
}

async function install(browser: Browser, options: LaunchOptions, room: Room): Promise<void> {
  await send(browser, 'webExtension.install', {
    extensionData: { type: 'archivePath', path: room.copy.pack() },
    'moz:permanent': true,
    'moz:allowPrivateBrowsing': options.private !== false,
  });
}

async function describeDriver(
  browser: Browser,
  options: LaunchOptions,
  room: Room,
  tab?: Page,
): Promise<Driver> {
  const origin = `moz-extension://${room.uuid}`;
  const first = (await browser.pages()).find((one) => !one.url().startsWith('moz-extension:'));
  const page = tab ?? first ?? (await browser.newPage());
  let control: Page | null = null;

  const openExtensionPage: Driver['openExtensionPage'] = async (path, tab) => {
    const target = tab ?? (await browser.newPage());
    const url = `${origin}/${path.replace(/^\//, '')}`;
    await beginByBidi(target, url);
    await arriveAtExtensionPage(target, url);
    return target;
  };
  const inExtension: Driver['inExtension'] = async (run, ...given) => {
    if (!control || control.isClosed()) {
      control = await openExtensionPage(options.controlPage ?? 'popup.html');
      await page.bringToFront();
    }
    return await runIn(control, run, given);
  };

  return {
    kind: 'firefox',
    origin,
    page,
    profile: room.profile,
    downloads: room.downloads,
    newPage: () => browser.newPage(),
    goto: (url, tab = page) => goToByBidi(tab, url),
    async typeAddress(url) {
      await inChrome(browser, TYPE_ADDRESS(url));
    },
    async pressStop() {
      await inChrome(browser, `Services.wm.getMostRecentWindow('navigator:browser').BrowserCommands.stop()`);
    },
    openExtensionPage,
    inExtension,
    async killWorker() {
      const state = await inChrome(browser, STOP_EVENT_PAGE(room.geckoId));
      return state === 'stopped' ? 'stopped' : 'was asleep';
    },
    async privatePage() {
      const before = new Set(await browser.pages());
      await inExtension(openPrivateWindow);
      return await until(
        async () => (await browser.pages()).find((one) => !before.has(one)),
        'the private window',
      );
    },
    async screenshot(tab, file) {
      await tab.screenshot({ path: file as `${string}.png` });
    },
    async restart(change = {}) {
      const { firstPage: _first, ...kept } = options;
      await quit(browser);
      return await begin({ ...kept, ...change }, room, true);
    },
    async crash() {
      const { firstPage: _first, ...kept } = options;
      await powerCut(browser);
      // The driver puts the profile's own preferences back when its browser is gone.
      await until(() => !existsSync(join(room.profile, 'user.js.puppeteer')), 'the preferences');
      return await begin(kept, room, true);
    },
    async update(version, extensionDir) {
      room.copy.change(version, extensionDir);
      control = null;
      await install(browser, options, room);
    },
    async renew(change = {}) {
      await inChrome(browser, CLOSE_PRIVATE_WINDOWS);
      const left = await closeTabs(browser);
      await send(browser, 'webExtension.uninstall', { extension: room.geckoId });
      const changed = { ...options, ...change };
      const copied = { ...room, copy: copyAgain(options, room) };
      await install(browser, changed, copied);
      const uuid = await inChrome(browser, ADDRESS_HOST(room.geckoId));
      return await describeDriver(browser, changed, { ...copied, uuid }, left);
    },
    async close() {
      await quit(browser);
      removeRoom(room.dir);
    },
  };
}

async function quit(browser: Browser): Promise<void> {
  const process = browser.process();
  await browser.close();
  await ended(process);
}

// A new tab would open in one of them.
const CLOSE_PRIVATE_WINDOWS = `(() => {
  for (const window of Services.wm.getEnumerator('navigator:browser')) {
    if (PrivateBrowsingUtils.isWindowPrivate(window)) window.close();
  }
})()`;

const ADDRESS_HOST = (geckoId: string) =>
  `WebExtensionPolicy.getByID(${JSON.stringify(geckoId)}).mozExtensionHostname`;

const STOP_EVENT_PAGE = (geckoId: string) => `(async () => {
  const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(geckoId)});
  if (extension.backgroundState !== 'running') return 'asleep';
  await extension.terminateBackground({ ignoreDevToolsAttached: true });
  return 'stopped';
})()`;

const TYPE_ADDRESS = (url: string) => `(() => {
  const { gURLBar } = Services.wm.getMostRecentWindow('navigator:browser');
  gURLBar.focus();
  gURLBar.value = ${JSON.stringify(url)};
  gURLBar.handleCommand();
})()`;
