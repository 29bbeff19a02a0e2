import type { WarningModel } from '../../components/models/warning.ts';
import { engine } from './engine.ts';
import { inOrder } from './in-order.ts';
import { recordAction } from './recorder.ts';
import { keep, session } from './tab-state.ts';
import { domainOf, gravest } from './warning.ts';

/** What the warning page of a tab shows, and where it leads on. */
export interface WarningAnswer {
  model: WarningModel;
  url: string;
  allowed: boolean;
}

const DAY = 24 * 60 * 60 * 1000;

/** null where the tab was not warned. */
export async function warningModel(tabId: number | null): Promise<WarningAnswer | null> {
  const state = await session();
  const warning = tabId === null ? undefined : state.warnings[tabId];
  const finding = warning ? gravest(warning.verdict) : null;
  if (!warning || !finding) return null;
  const { meta } = (await engine()).list;
  const domain = domainOf(warning.verdict);
  return {
    model: {
      host: warning.verdict.host,
      finding,
      list: {
        version: meta.version,
        issued: meta.issued,
        ageDays: Math.max(0, Math.floor((Date.now() - Date.parse(meta.issued)) / DAY)),
      },
      stopped: warning.stopped,
      canIgnore: !warning.incognito,
    },
    url: warning.url,
    allowed: state.allowed.some((allowance) => allowance.host === domain),
  };
}

/** Lets a warned domain through for the session. Kept before it is answered, so that the way is free at once. */
export async function allowOnce(tabId: number | null): Promise<void> {
  const state = await session();
  const warning = tabId === null ? undefined : state.warnings[tabId];
  if (!warning) return;
  const host = domainOf(warning.verdict);
  const others = state.allowed.filter((allowance) => allowance.host !== host);
  state.allowed = [...others, { host, since: new Date().toISOString() }];
  warning.continued = true;
  await keep(state, 'allowed', 'warnings');
  await recordAction(state, { flagKey: warning.key, incognito: warning.incognito }, 'continued');
}

/**
 * Notes that the user left at the warning; answers whether the page had been shown after all, as it may have been
 * since the warning was opened: then going back must leave it behind too.
 */
export function leaveWarning(tabId: number | null): Promise<boolean> {
  return inOrder(async () => {
    const state = await session();
    const warning = tabId === null ? undefined : state.warnings[tabId];
    if (!warning) return false;
    await recordAction(state, { flagKey: warning.key, incognito: warning.incognito }, 'left');
    return warning.committed;
  });
}
