import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page, Target } from 'puppeteer-core';
import { closeTabs, goTo, openPrivateWindow, pause, runIn, until } from './arrive.ts';
import { allowUnpacked, keepInstalled } from './chromium-profile.ts';
import { startChromium } from './chromium-start.ts';
import type { Driver, LaunchOptions } from './driver.ts';
import { withoutDesktop } from './no-desktop.ts';
import { ended, powerCut } from './process-end.ts';
import { copyAgain, copyExtension, makeRoom, removeRoom, type WorkingCopy } from './working-copy.ts';

interface Room {
  dir: string;
  profile: string;
  downloads: string;
  environment: NodeJS.ProcessEnv;
  copy: WorkingCopy;
}

export async function launchChromium(options: LaunchOptions): Promise<Driver> {
  const dir = makeRoom();
  const room: Room = {
    dir,
    profile: options.profile ?? join(dir, 'profile'),
    downloads: join(dir, 'downloads'),
    environment: withoutDesktop(dir),
    copy: copyExtension(options.extensionDir, dir, options.version),
  };
  await mkdir(room.downloads);
  await allowUnpacked(room.profile);
  return await begin(options, room, null);
}

/** Starts the browser; `installed` is the extension's id where the profile has it already. */
async function begin(options: LaunchOptions, room: Room, installed: string | null): Promise<Driver> {
  const browser = await startChromium(options, room);
  try {
    const id =
      installed && (await wakes(browser, installed)) ? installed : await install(browser, options, room);
    if (options.firstPage && !installed) {
      // Only an extension that the profile has already is there before the first page.
      await quit(browser, room, id);
      return await begin(options, room, id);
    }
    const driver = await describeDriver(browser, options, room, id);
    if (options.cold) await driver.killWorker();
    return driver;
  } catch (error) {
    await browser.close();
    throw error;
  }
}

async function install(browser: Browser, options: LaunchOptions, room: Room): Promise<string> {
  const id = await browser.installExtension(room.copy.dir, { enabledInIncognito: options.private !== false });
  await browser.waitForTarget((target) => isWorker(target, id), { timeout: 10_000 });
  return id;
}

async function wakes(browser: Browser, id: string): Promise<boolean> {
  const target = await browser
    .waitForTarget((one) => isWorker(one, id), { timeout: 5_000 })
    .catch(() => null);
  return target !== null;
}

async function describeDriver(
  browser: Browser,
  options: LaunchOptions,
  room: Room,
  id: string,
  tab?: Page,
): Promise<Driver> {
  const origin = `chrome-extension://${id}`;
  const first = (await browser.pages()).find((one) => !one.url().startsWith('chrome-extension:'));
  const page = tab ?? first ?? (await browser.newPage());
  let control: Page | null = null;

  const openExtensionPage: Driver['openExtensionPage'] = async (path, tab) => {
    const target = tab ?? (await browser.newPage());
    await target.goto(`${origin}/${path.replace(/^\//, '')}`);
    return target;
  };

  const inExtension: Driver['inExtension'] = async (run, ...given) => {
    if (!control || control.isClosed()) {
      const path = options.controlPage ?? 'popup.html';
      const open = (await browser.pages()).find((one) => one.url() === `${origin}/${path}`);
      control = open ?? (await openExtensionPage(path));
      await page.bringToFront();
    }
    return await runIn(control, run, given);
  };

  return {
    kind: 'chromium',
    origin,
    page,
    profile: room.profile,
    downloads: room.downloads,
    newPage: () => browser.newPage(),
    goto: (url, tab = page) => goTo(tab, url),
    async typeAddress(url) {
      const session = await page.createCDPSession();
      const typed = session.send('Page.navigate', { url, transitionType: 'typed' });
      await Promise.race([typed, pause(100)]);
      typed.finally(() => session.detach()).catch(() => undefined);
    },
    async pressStop() {
      const session = await page.createCDPSession();
      await session.send('Page.stopLoading');
      await session.detach();
    },
    openExtensionPage,
    inExtension,
    async killWorker() {
      const target = browser.targets().find((one) => isWorker(one, id));
      const worker = await target?.worker();
      if (!target || !worker) return 'was asleep';
      const gone = new Promise<void>((done) => {
        browser.on('targetdestroyed', (one: Target) => one === target && done());
      });
      await worker.close().catch((error: Error) => {
        // It ended by itself in the same moment.
        if (!/No session with given id|Target closed/.test(error.message)) throw error;
      });
      await Promise.race([gone, pause(2_000)]);
      return 'stopped';
    },
    async privatePage() {
      // Not a browser context of the automation: to extensions that is no private window.
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
      await quit(browser, room, id);
      return await begin({ ...options, ...withoutFirst(change) }, room, id);
    },
    async crash() {
      await powerCut(browser);
      keepInstalled(room.profile, id);
      return await begin({ ...options, ...withoutFirst({}) }, room, id);
    },
    async update(version, extensionDir) {
      room.copy.change(version, extensionDir);
      control = null;
      await browser.installExtension(room.copy.dir, { enabledInIncognito: options.private !== false });
      await browser.waitForTarget((target) => isWorker(target, id), { timeout: 10_000 });
    },
    async renew(change = {}) {
      const left = await closeTabs(browser);
      await browser.uninstallExtension(id);
      const changed = { ...options, ...change };
      // Another folder is another extension.
      const anew = { ...room, copy: copyAgain(options, room) };
      return await describeDriver(browser, changed, anew, await install(browser, changed, anew), left);
    },
    async close() {
      await quit(browser, room, id);
      removeRoom(room.dir);
    },
  };
}

function withoutFirst(change: Partial<LaunchOptions>): Partial<LaunchOptions> {
  return { firstPage: 'about:blank', ...change };
}

async function quit(browser: Browser, room: Room, id: string): Promise<void> {
  const process = browser.process();
  await browser.close();
  await ended(process);
  keepInstalled(room.profile, id);
}

function isWorker(target: Target, id: string): boolean {
  return target.type() === 'service_worker' && target.url().includes(id);
}
