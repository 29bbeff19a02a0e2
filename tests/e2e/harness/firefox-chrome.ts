import type { Browser, Page } from 'puppeteer-core';
import { within } from './arrive.ts';
import type { Arrival } from './driver.ts';

/** The WebDriver BiDi connection below puppeteer's surface, for Firefox's own commands. */
interface Connection {
  send(method: string, params: object): Promise<{ result: unknown }>;
}

export async function send(browser: Browser, method: string, params: object): Promise<unknown> {
  const { connection } = browser as unknown as { connection: Connection };
  return (await connection.send(method, params)).result;
}

/** Runs a script with Firefox's own rights; needs --remote-allow-system-access. Answers a text. */
export async function inChrome(browser: Browser, expression: string): Promise<string> {
  const { contexts } = (await send(browser, 'browsingContext.getTree', { 'moz:scope': 'chrome' })) as {
    contexts: { context: string }[];
  };
  const context = contexts[0]?.context;
  if (!context) throw new Error('Firefox has no window');
  const answer = (await send(browser, 'script.evaluate', {
    expression,
    target: { context },
    awaitPromise: true,
  })) as { type: string; result?: { value?: unknown }; exceptionDetails?: { text: string } };
  if (answer.type !== 'success')
    throw new Error(`In Firefox: ${answer.exceptionDetails?.text ?? answer.type}`);
  return String(answer.result?.value);
}

const PATIENCE_MS = 15_000;

/**
 * Goes to an address without Page.goto, which in Firefox waits in vain once a download has answered.
 * What a site does with it (download, 204, bad certificate) is an outcome.
 */
export async function goToByBidi(tab: Page, url: string): Promise<Arrival> {
  const { _id: context } = tab.mainFrame() as unknown as { _id: string };
  const before = tab.url();
  await tab.bringToFront();
  await inChrome(tab.browser(), AS_IF_TYPED);
  const going = send(tab.browser(), 'browsingContext.navigate', { context, url, wait: 'interactive' });
  const arrived = going.then(
    (answer): Arrival => {
      const { url: shown } = answer as { url: string };
      return shown === before && shown !== url ? 'no document' : 'loaded';
    },
    (error: unknown): Arrival => {
      if (error instanceof Error && /NavigationError|unknown error|no such frame/.test(error.message))
        return 'no document';
      throw error;
    },
  );
  return await within(PATIENCE_MS, arrived, url);
}

/**
 * What the address bar tells when somebody has typed: the next navigation of the tab in front is then told as
 * typed, as Chromium tells the automation's own, and not as a link of the page before.
 */
const AS_IF_TYPED = `(() => {
  Services.obs.notifyObservers({ wrappedJSObject: { result: null } }, 'urlbar-user-start-navigation');
})()`;

/** Begins to load an address, and does not wait: pages of the extension load and never tell. */
export async function beginByBidi(tab: Page, url: string): Promise<void> {
  const { _id: context } = tab.mainFrame() as unknown as { _id: string };
  await send(tab.browser(), 'browsingContext.navigate', { context, url, wait: 'none' });
}
