import type { PopupModel } from '../../../components/models/popup.ts';
import { until } from '../../../tests/e2e/harness/arrive.ts';
import type { Driver } from '../../../tests/e2e/harness/driver.ts';
import type { Site } from './sites.ts';

/** What the extension says of one site in one browser. */
export interface Observation {
  url: string;
  tabId: number;
  page: PopupModel['page'];
  /** The warning page stands in the site's place. */
  warned: boolean;
}

/** How long a page's own reading may take to change the verdict on its host. */
const SETTLE_MS = 1_500;

/** Goes to a site and asks the extension what it shows there. */
export async function observe(driver: Driver, { url }: Site): Promise<Observation> {
  await driver.goto(url);
  const settled = Date.now() + SETTLE_MS;
  return await until(async () => {
    const seen = await ask(driver);
    const found = seen.page.state !== 'notListed' && seen.page.state !== 'cannotCheck';
    return found || Date.now() > settled ? { url, ...seen } : null;
  }, `the verdict on ${url}`);
}

/** The popup's content for the tab in front, as the background answers it. */
function ask(driver: Driver): Promise<Omit<Observation, 'url'>> {
  return driver.inExtension(async () => {
    const { browser, chrome } = globalThis as unknown as { browser?: ExtensionApi; chrome: ExtensionApi };
    const api = browser ?? chrome;
    const [tab] = await api.tabs.query({ active: true, lastFocusedWindow: true });
    if (!tab) throw new Error('no tab in front');
    const reply = await api.runtime.sendMessage({ kind: 'popup', payload: { tabId: tab.id } });
    if (!('ok' in reply)) throw new Error(`popup: ${reply.refused}`);
    const warned = tab.url?.startsWith(api.runtime.getURL('/warning.html')) ?? false;
    return { tabId: tab.id, page: reply.ok.page, warned };
  });
}

interface ExtensionApi {
  tabs: { query(by: object): Promise<{ id: number; url?: string }[]> };
  runtime: {
    getURL(path: string): string;
    sendMessage(message: object): Promise<{ ok: PopupModel } | { refused: string }>;
  };
}
