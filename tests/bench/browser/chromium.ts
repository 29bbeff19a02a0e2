import puppeteer, { type Browser, type CDPSession, type Page } from 'puppeteer-core';
import { findBrowser } from '../../e2e/harness/find-browser.ts';
import { heapOf, heapOfWorker } from '../../e2e/harness/heap.ts';
import type { LocalServer } from '../../e2e/harness/server.ts';
import { BETWEEN_MS, type BenchBrowser, loaded, rest, SETTLED_MS } from './visit.ts';

/** Starts Chromium with a new profile. */
export function startChromium(
  profile: string,
  server: Pick<LocalServer, 'httpPort' | 'httpsPort'>,
): Promise<Browser> {
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

/** Measures in one tab of Chromium; `id` is the extension's. */
export async function inChromium(
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
    workerHeap: async () => (id === null ? null : heapOfWorker(browser, `chrome-extension://${id}`)),
    close,
  };
}
