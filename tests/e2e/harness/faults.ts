import type { Browser, Target } from 'puppeteer-core';
import type { Driver } from './driver.ts';
import { inChrome } from './firefox-chrome.ts';

/** Collects what goes wrong in the extension: exceptions, unhandled rejections, console errors. */
export interface FaultWatch {
  /** All faults so far, as text. */
  faults(): Promise<string[]>;
}

/** Begins to watch the worker and every page. What a page does wrong by itself is none of ours. */
export async function watchFaults(driver: Driver): Promise<FaultWatch> {
  const browser = driver.page.browser();
  return driver.kind === 'chromium'
    ? watchChromium(browser, driver.origin)
    : watchFirefox(browser, driver.origin);
}

interface Thrown {
  exceptionDetails: { text: string; url?: string; exception?: { description?: string }; stackTrace?: Stack };
}
interface Said {
  type: string;
  args: { value?: unknown; description?: string }[];
  stackTrace?: Stack;
}
interface Stack {
  callFrames: { url: string }[];
}

async function watchChromium(browser: Browser, origin: string): Promise<FaultWatch> {
  const found: string[] = [];
  const ours = (where: (string | undefined)[]): boolean => where.some((url) => url?.startsWith(origin));
  const watch = async (target: Target): Promise<void> => {
    const worker = target.type() === 'service_worker';
    if (worker ? !target.url().startsWith(origin) : target.type() !== 'page') return;
    // A worker's own session: one more, opened while it starts, would hold it up for ever.
    const session = worker ? (await target.worker())?.client : await target.createCDPSession();
    if (!session) return;
    session.on('Runtime.exceptionThrown', ({ exceptionDetails: thrown }: Thrown) => {
      const where = [thrown.url, ...(thrown.stackTrace?.callFrames.map(({ url }) => url) ?? [])];
      if (worker || ours(where)) found.push(`${thrown.text} ${thrown.exception?.description ?? ''}`);
    });
    session.on('Runtime.consoleAPICalled', ({ type, args, stackTrace }: Said) => {
      if (type !== 'error' && type !== 'assert') return;
      const where = stackTrace?.callFrames.map(({ url }) => url) ?? [];
      if (worker || ours(where))
        found.push(args.map((one) => one.description ?? String(one.value)).join(' '));
    });
    if (!worker) await session.send('Runtime.enable');
  };
  const begin = (target: Target) => {
    // A page that is gone again has nothing to tell.
    watch(target).catch((error: Error) => {
      if (!/closed|No target|detached|Not attached/i.test(error.message))
        found.push(`not watched: ${error.message}`);
    });
  };
  browser.on('targetcreated', begin);
  await Promise.all(browser.targets().map((target) => watch(target).catch(() => undefined)));
  return { faults: async () => [...found] };
}

/**
 * Firefox's own notes on a page that was left while an answer was awaited: its script is gone, or rests in the cache,
 * and can handle nothing.
 */
const LEFT_MEANWHILE =
  /^Promise (?:rejected after context unloaded: Actor 'Conduits' destroyed|resolved (?:after context unloaded|while context is inactive))/;

/** Firefox keeps both consoles itself; what began before is left out. */
async function watchFirefox(browser: Browser, origin: string): Promise<FaultWatch> {
  const read = async () => JSON.parse(await inChrome(browser, CONSOLES(origin))) as string[];
  const before = new Set(await read());
  return {
    faults: async () => (await read()).filter((fault) => !before.has(fault) && !LEFT_MEANWHILE.test(fault)),
  };
}

const CONSOLES = (origin: string) => `(() => {
  const origin = ${JSON.stringify(origin)};
  const errors = Services.console.getMessageArray()
    .filter((one) => one instanceof Ci.nsIScriptError && !(one.flags & Ci.nsIScriptError.warningFlag))
    .filter((one) => [one.sourceName, one.stack && String(one.stack.source)].some((url) => url && url.startsWith(origin)))
    .map((one) => one.errorMessage + ' ' + one.sourceName + ':' + one.lineNumber);
  const said = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage).getEvents()
    .filter((one) => (one.level === 'error' || one.level === 'assert') && one.filename.startsWith(origin))
    .map((one) => 'console.' + one.level + ' ' + one.timeStamp + ' ' + one.arguments.map(String).join(' '));
  return JSON.stringify([...errors, ...said]);
})()`;
