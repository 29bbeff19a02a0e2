import type { WarningModel } from '../../components/models/warning.ts';
import { siteOf } from '../../utils/domain/site-of.ts';
import { readInForce } from '../../utils/settings/store.ts';
import { ageInDays, freshness } from '../../utils/sync/freshness.ts';
import { engine } from './engine.ts';
import { inOrder } from './in-order.ts';
import { recordAction } from './recorder.ts';
import { keep, session } from './tab-state.ts';
import { gravest, isAllowed } from './warning.ts';

/** What the warning page of a tab shows, and where it leads on. */
export interface WarningAnswer {
  model: WarningModel;
  url: string;
  allowed: boolean;
}

/** null where the tab was not warned. */
export async function warningModel(tabId: number | null): Promise<WarningAnswer | null> {
  const state = await session();
  const warning = tabId === null ? undefined : state.warnings[tabId];
  const finding = warning ? gravest(warning.verdict) : null;
  if (!warning || !finding) return null;
  const [{ list }, { policy }] = await Promise.all([engine(), readInForce()]);
  const { meta } = list;
  return {
    model: {
      host: warning.verdict.host,
      finding,
      list: {
        version: meta.version,
        issued: meta.issued,
        ageDays: ageInDays(freshness(meta, Date.now())),
      },
      stopped: warning.stopped,
      canIgnore: !warning.incognito,
      support: policy.values.supportAddress ?? null,
    },
    url: warning.url,
    allowed: isAllowed(state, warning.verdict, warning.incognito),
  };
}

/** Lets a warned domain through for the session. Kept before it is answered, so that the way is free at once. */
export async function allowOnce(tabId: number | null): Promise<void> {
  const state = await session();
  const warning = tabId === null ? undefined : state.warnings[tabId];
  if (!warning) return;
  const host = siteOf(warning.verdict.host);
  const { incognito } = warning;
  if (!isAllowed(state, warning.verdict, incognito)) {
    state.allowed = [...state.allowed, { host, since: new Date().toISOString(), incognito }];
  }
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
    warning.left = true;
    await keep(state, 'warnings');
    await recordAction(state, { flagKey: warning.key, incognito: warning.incognito }, 'left');
    return warning.committed;
  });
}
