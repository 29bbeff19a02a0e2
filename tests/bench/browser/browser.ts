import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type CDPSession, type Page } from 'puppeteer-core';
import { type BrowserKind, findBrowser } from '../../e2e/harness/find-browser.ts';
import { goToByBidi, inChrome, send } from '../../e2e/harness/firefox-chrome.ts';
import { heapOf } from '../../e2e/harness/heap.ts';
import type { LocalServer } from '../../e2e/harness/server.ts';

/** What one visit cost. */
export interface Visit {
  /** Milliseconds from the start of the navigation to the end of its load event. */
  load: number;
  /** Milliseconds of the main thread of the page's process, until it has settled. */
  main: number;
  /** Bytes of the page's JavaScript heap after a collection; null where the browser does not tell. */
  heap: number | null;
}

/** A browser with one extension or none, and one tab. */
export interface BenchBrowser {
  visit(url: string): Promise<Visit>;
  /** Bytes of the extension's worker or event page after a collection; null where there is none, or none is told. */
  workerHeap(): Promise<number | null>;
  close(): Promise<void>;
}

/** The content script reads again once a page has been still for a while: until then its work is not done. */
const SETTLED_MS = 1_500;
/** A person looks at a page before going on; what the one before still costs is no cost of the next. */
const BETWEEN_MS = 400;

/**
 * Starts a browser with the extension of a folder, or with none.
 * Null where the browser does not take it: Chromium no longer runs Manifest V2.
 */
export async function startBenchBrowser(
  kind: BrowserKind,
  extension: string | null,
  server: Pick<LocalServer, 'httpPort' | 'httpsPort'>,
): Promise<BenchBrowser | null> {
  const profile = mkdtempSync(join(tmpdir(), 'ensign-bench-'));
  const browser = await (kind === 'chromium' ? chromium(profile, server) : firefox(profile, server));
  const close = async () => {
    await browser.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    const id = extension && (await install(browser, kind, extension));
    const page = await browser.newPage();
    await onlyTab(browser, page);
    return kind === 'chromium' ? await inChromium(browser, page, id, close) : inFirefox(browser, page, close);
  } catch (error) {
    await close();
    if (error instanceof NotTaken) return null;
    throw error;
  }
}

/** What an extension opens at its installation, a welcome page. */
const WELCOMED_MS = 4_000;

/** Leaves a page alone in its browser, in front: behind another it would be drawn late or not at all. */
async function onlyTab(browser: Browser, page: Page): Promise<void> {
  await rest(WELCOMED_MS);
  for (const other of await browser.pages()) if (other !== page) await other.close();
  await page.bringToFront();
}

/** The browser refuses an extension. */
class NotTaken extends Error {
  override readonly name = 'NotTaken';
}

async function install(browser: Browser, kind: BrowserKind, folder: string): Promise<string> {
  if (kind === 'firefox') {
    const installed = await send(browser, 'webExtension.install', {
      extensionData: { type: 'path', path: folder },
    });
    return (installed as { extension: string }).extension;
  }
  try {
    return await browser.installExtension(folder);
  } catch (cause) {
    throw new NotTaken(folder, { cause });
  }
}

function chromium(profile: string, server: Pick<LocalServer, 'httpPort' | 'httpsPort'>): Promise<Browser> {
  return puppeteer.launch({
    executablePath: findBrowser('chromium'),
    headless: true,
    pipe: true,
    enableExtensions: true,
    userDataDir: profile,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable',
      `--host-resolver-rules=MAP *:80 127.0.0.1:${server.httpPort}, MAP *:443 127.0.0.1:${server.httpsPort}`,
    ],
  });
}

function firefox(profile: string, server: Pick<LocalServer, 'httpPort'>): Promise<Browser> {
  return puppeteer.launch({
    browser: 'firefox',
    executablePath: findBrowser('firefox'),
    headless: true,
    userDataDir: profile,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': server.httpPort,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': server.httpPort,
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
      'network.trr.mode': 5,
      'dom.security.https_first': false,
      'dom.security.https_first_schemeless': false,
      'services.settings.server': 'data:,',
      'app.update.enabled': false,
    },
  });
}

const LOAD = () => {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return entry && entry.loadEventEnd > 0 ? entry.loadEventEnd : null;
};

async function loaded(page: Page): Promise<number> {
  for (;;) {
    const load = await page.evaluate(LOAD).catch(() => null);
    if (load !== null) return load;
    await rest(20);
  }
}

const rest = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

async function inChromium(
  browser: Browser,
  page: Page,
  id: string | null,
  close: () => Promise<void>,
): Promise<BenchBrowser> {
  const session: CDPSession = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async () => {
    const { metrics } = (await session.send('Performance.getMetrics')) as {
      metrics: { name: string; value: number }[];
    };
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  return {
    async visit(url) {
      await page.goto('about:blank');
      await rest(BETWEEN_MS);
      await page.goto(url, { waitUntil: 'load' });
      const load = await loaded(page);
      await rest(SETTLED_MS);
      // A navigation begins in a process of its own, whose clock begins with it.
      const main = await busy();
      return { load, main, heap: await heapOf(session) };
    },
    async workerHeap() {
      const target = browser
        .targets()
        .find((one) => one.type() === 'service_worker' && one.url().includes(id ?? '-'));
      if (!target) return null;
      const worker = await target.createCDPSession();
      try {
        return await heapOf(worker);
      } finally {
        await worker.detach();
      }
    },
    close,
  };
}

/** The processes that show pages, by their ids; that of the tab in front comes first. */
const PAGE_PROCESSES = `(async () => {
  const { children } = await ChromeUtils.requestProcInfo();
  const web = children.filter(({ type }) => type === 'webIsolated' || type === 'web' || type === 'preallocated');
  const window = Services.wm.getMostRecentWindow('navigator:browser');
  const shown = window.gBrowser.selectedBrowser.frameLoader.remoteTab.osPid;
  return [shown, ...web.map(({ pid }) => pid)].join(' ');
})()`;

/** Milliseconds that a process's main thread has run. Linux tells nanoseconds, Firefox itself only hundredths of seconds. */
function ranFor(pid: string): number {
  try {
    return Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  } catch (error) {
    // It has ended since it was named.
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return 0;
    throw error;
  }
}

function inFirefox(browser: Browser, page: Page, close: () => Promise<void>): BenchBrowser {
  const busy = async () => {
    const [shown = '', ...all] = (await inChrome(browser, PAGE_PROCESSES)).split(' ');
    return { shown, ran: new Map([shown, ...all].map((pid) => [pid, ranFor(pid)])) };
  };
  return {
    async visit(url) {
      await goToByBidi(page, 'about:blank');
      await rest(BETWEEN_MS);
      const before = await busy();
      await goToByBidi(page, url);
      const load = await loaded(page);
      await rest(SETTLED_MS);
      const { shown, ran } = await busy();
      // Others start meanwhile, to be there for the next site: their start is no cost of this page.
      return { load, main: ran.get(shown)! - (before.ran.get(shown) ?? 0), heap: null };
    },
    workerHeap: async () => null,
    close,
  };
}
