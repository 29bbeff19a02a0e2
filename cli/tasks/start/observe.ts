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

/** How long a page's own reading, or a warning on its way, may take to change what is said of its host. */
const SETTLE_MS = 1_500;

/** Goes to a site in the browser's first tab and asks the extension what it shows there. */
export async function observe(driver: Driver, { url }: Site): Promise<Observation> {
  const tabId = await emptyTab(driver);
  await driver.goto(url);
  let settled = Number.POSITIVE_INFINITY;
  return await until(async () => {
    const seen = await ask(driver, tabId);
    if (isEmpty(seen.page)) return null;
    settled = Math.min(settled, Date.now() + SETTLE_MS);
    return isSaid(seen) || Date.now() > settled ? { url, tabId, ...seen } : null;
  }, `the verdict on ${url}`);
}

/** Takes the tab off the site before, of which it would still be told when the next one is asked about. */
async function emptyTab(driver: Driver): Promise<number> {
  await driver.page.bringToFront();
  await driver.goto('about:blank');
  const tabId = await driver.inExtension(async () => {
    const { browser, chrome } = globalThis as unknown as { browser?: ExtensionApi; chrome: ExtensionApi };
    const api = browser ?? chrome;
    const own = api.runtime.getURL('/');
    return (await api.tabs.query({})).find(({ url }) => !url?.startsWith(own))?.id ?? null;
  });
  if (tabId === null) throw new Error('no tab for sites');
  await until(async () => isEmpty((await ask(driver, tabId)).page), 'an empty tab');
  return tabId;
}

function isEmpty(page: PopupModel['page']): boolean {
  return page.state === 'cannotCheck' && ['', 'about:blank'].includes(page.address);
}

/** Whether nothing more is to come: what is warned of has its warning. */
function isSaid({ page, warned }: Pick<Observation, 'page' | 'warned'>): boolean {
  if (!('finding' in page)) return false;
  const { kind, tier } = page.finding;
  return warned || tier !== 'danger' || (kind !== 'lookalike' && kind !== 'reported');
}

/** The popup's content for a tab, as the background answers it. */
function ask(driver: Driver, tabId: number): Promise<Pick<Observation, 'page' | 'warned'>> {
  return driver.inExtension(async (asked) => {
    const { browser, chrome } = globalThis as unknown as { browser?: ExtensionApi; chrome: ExtensionApi };
    const api = browser ?? chrome;
    const reply = await api.runtime.sendMessage({ kind: 'popup', payload: { tabId: asked } });
    if (!('ok' in reply)) throw new Error(`popup: ${reply.refused}`);
    const { url } = await api.tabs.get(asked);
    return { page: reply.ok.page, warned: url?.startsWith(api.runtime.getURL('/warning.html')) ?? false };
  }, tabId);
}

interface ExtensionApi {
  tabs: {
    query(by: object): Promise<{ id: number; url?: string }[]>;
    get(tabId: number): Promise<{ url?: string }>;
  };
  runtime: {
    getURL(path: string): string;
    sendMessage(message: object): Promise<{ ok: PopupModel } | { refused: string }>;
  };
}
