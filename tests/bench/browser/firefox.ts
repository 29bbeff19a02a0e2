import { readFileSync } from 'node:fs';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findBrowser } from '../../e2e/harness/find-browser.ts';
import { goToByBidi, inChrome } from '../../e2e/harness/firefox-chrome.ts';
import type { LocalServer } from '../../e2e/harness/server.ts';
import { BETWEEN_MS, type BenchBrowser, loaded, rest, SETTLED_MS } from './visit.ts';

/** Starts Firefox with a new profile. */
export function startFirefox(profile: string, server: Pick<LocalServer, 'httpPort'>): Promise<Browser> {
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

/** Measures in one tab of Firefox. */
export function inFirefox(browser: Browser, page: Page, close: () => Promise<void>): BenchBrowser {
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
