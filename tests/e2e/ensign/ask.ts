import type { FlagAnswer, FlagRow } from '../../../components/models/flag.ts';
import type { PopupModel } from '../../../components/models/popup.ts';
import type { Finding } from '../../../utils/verdict/finding.ts';
import { pause, until } from '../harness/arrive.ts';
import type { Driver } from '../harness/driver.ts';

type Reply = { ok?: unknown; refused?: string };

interface Api {
  runtime: { sendMessage(message: object): Promise<Reply | undefined> };
  tabs: { query(query: object): Promise<{ id: number; incognito: boolean }[]> };
  action: { getBadgeText(details: { tabId: number }): Promise<string> };
}

const EVERYTHING = {
  text: '',
  kind: null,
  exchange: null,
  action: null,
  from: null,
  to: null,
  listVersion: null,
};
const WINDOW = 100;

/** Sends one of the surfaces' messages to the background. Throws what refused it. */
export async function ask(driver: Driver, kind: string, payload: object): Promise<unknown> {
  const text = await driver.inExtension(
    async (message) => {
      const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
      // As text: Firefox's automation hands out an object that stands twice in an answer once only.
      return JSON.stringify((await (browser ?? chrome).runtime.sendMessage(message)) ?? null);
    },
    { kind, payload },
  );
  const reply = JSON.parse(text) as Reply | null;
  if (!reply || !('ok' in reply)) throw new Error(`${kind}: ${reply?.refused ?? 'no answer'}`);
  return reply.ok;
}

/** All flags in the history, oldest first. */
export async function flags(driver: Driver): Promise<FlagRow[]> {
  const rows: FlagRow[] = [];
  for (;;) {
    const query = { filter: EVERYTHING, offset: rows.length, limit: WINDOW };
    const answer = (await ask(driver, 'historyQuery', query)) as FlagAnswer;
    rows.push(...answer.rows);
    if (answer.rows.length === 0 || rows.length >= answer.matched) return rows.toReversed();
  }
}

/** The flags once there are that many, and some time has passed in which others would have come. */
export async function flagsWhen(driver: Driver, count: number, settle = 400): Promise<FlagRow[]> {
  await until(async () => (await flags(driver)).length >= count, `${count} flags`).catch(() => undefined);
  await pause(settle);
  return await flags(driver);
}

export async function forgetHistory(driver: Driver): Promise<void> {
  await ask(driver, 'deleteHistory', {});
}

/** What the popup says of the tab that shows a host. */
export async function popupOf(driver: Driver, host: string): Promise<PopupModel> {
  return (await ask(driver, 'popup', { tabId: await tabOf(driver, host) })) as PopupModel;
}

export async function badgeOf(driver: Driver, host: string): Promise<string> {
  return await driver.inExtension(
    (tabId) => {
      const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
      return (browser ?? chrome).action.getBadgeText({ tabId });
    },
    await tabOf(driver, host),
  );
}

/** The tab that shows a host. */
export function tabOf(driver: Driver, host: string): Promise<number> {
  return tabAt(driver, `*://${host}/*`);
}

/** The tab that shows the warning. */
export function tabWarning(driver: Driver): Promise<number> {
  return tabAt(driver, `${driver.origin}/warning.html*`);
}

async function tabAt(driver: Driver, pattern: string): Promise<number> {
  const tabs = await driver.inExtension((url) => {
    const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
    return (browser ?? chrome).tabs.query({ url });
  }, pattern);
  const tab = tabs[0];
  if (!tab) throw new Error(`No tab shows ${pattern}`);
  return tab.id;
}

/** The findings of one kind in a flag. */
export function findingsOf<Kind extends Finding['kind']>(row: FlagRow | undefined, kind: Kind) {
  const findings = row?.findings ?? [];
  return findings.filter((one): one is Extract<Finding, { kind: Kind }> => one.kind === kind);
}
