import type { Browser, Page } from 'puppeteer-core';
import type { Arrival } from './driver.ts';

const PATIENCE_MS = 15_000;

/** Goes to an address in Chromium. What a site does with it (download, 204, bad certificate) is an outcome. */
export async function goTo(tab: Page, url: string): Promise<Arrival> {
  try {
    await tab.goto(url, { waitUntil: 'domcontentloaded', timeout: PATIENCE_MS });
    return 'loaded';
  } catch (error) {
    if (error instanceof Error && /ERR_|detached/.test(error.message)) return 'no document';
    throw error;
  }
}

/** Waits until a tab shows a page of the extension that it has been told to load. */
export async function arriveAtExtensionPage(tab: Page, url: string): Promise<void> {
  await until(() => isThere(tab, url), url);
}

/** A promise with an end to patience. */
export async function within<T>(milliseconds: number, promise: Promise<T>, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_done, fail) => {
    timer = setTimeout(() => fail(new Error(`Waited ${milliseconds} ms in vain for ${what}`)), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

/** Asks until the answer is other than undefined, null or false. */
export async function until<T>(
  ask: () => Promise<T> | T,
  what: string,
  patience = PATIENCE_MS,
): Promise<NonNullable<T>> {
  const giveUp = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== null && answer !== false) return answer;
    if (Date.now() > giveUp) throw new Error(`Waited ${patience} ms in vain for ${what}`);
    await pause(50);
  }
}

async function isThere(tab: Page, url: string): Promise<boolean> {
  try {
    return await tab.evaluate(
      (wanted) => location.href === wanted && document.readyState === 'complete',
      url,
    );
  } catch {
    // Between two documents there is nothing to ask.
    return false;
  }
}

/** Runs a function in a page, as Page.evaluate does, with plain values for arguments. */
export async function runIn<A extends unknown[], R>(
  tab: Page,
  run: (...given: A) => R,
  given: A,
): Promise<Awaited<R>> {
  return (await tab.evaluate(run as (...given: unknown[]) => unknown, ...given)) as Awaited<R>;
}

const CLOSING_MS = 5_000;

/** Closes all tabs but a new one, and answers that. */
export async function closeTabs(browser: Browser): Promise<Page> {
  const earlier = await browser.pages();
  const left = await browser.newPage();
  // Some go with another one, as the pages of a window do; Chromium may never answer the closing of one that loads.
  const closed = (page: Page) => within(CLOSING_MS, page.close(), 'a tab to close').catch(() => undefined);
  await Promise.all(earlier.map(closed));
  return left;
}

interface Windows {
  windows: { create(options: { incognito: boolean; url: string }): Promise<unknown> };
}

/** Runs in a page of the extension. */
export async function openPrivateWindow(): Promise<void> {
  const { browser, chrome } = globalThis as unknown as { browser?: Windows; chrome: Windows };
  await (browser ?? chrome).windows.create({ incognito: true, url: 'about:blank' });
}
