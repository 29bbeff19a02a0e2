import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import type { BrowserKind } from '../../e2e/harness/find-browser.ts';
import { send } from '../../e2e/harness/firefox-chrome.ts';
import type { LocalServer } from '../../e2e/harness/server.ts';
import { inChromium, startChromium } from './chromium.ts';
import { inFirefox, startFirefox } from './firefox.ts';
import { type BenchBrowser, rest } from './visit.ts';

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
  const browser = await (kind === 'chromium'
    ? startChromium(profile, server)
    : startFirefox(profile, server));
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
