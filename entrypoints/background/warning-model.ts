import type { WarningModel } from '../../components/models/warning.ts';
import { siteOf } from '../../utils/domain/site-of.ts';
import type { Sender } from '../../utils/messaging/sender.ts';
import { readInForce } from '../../utils/settings/store.ts';
import { ageInDays, freshness } from '../../utils/sync/freshness.ts';
import { engine } from './engine.ts';
import { inOrder } from './in-order.ts';
import { keep } from './kept-session.ts';
import { session } from './session.ts';
import type { Warning } from './tab-state.ts';
import { warningAt } from './tab-warnings.ts';
import { gravest, isAllowed, noteAct } from './warning.ts';

type WarningPage = Extract<Sender, { kind: 'surface' }>;

/** What a warning shows, and where it leads on. */
interface WarningAnswer {
  model: WarningModel;
  url: string;
  allowed: boolean;
}

/** null where nothing is known of the page's warning. */
export async function warningModel(page: WarningPage): Promise<WarningAnswer | null> {
  const warning = await warningOf(page);
  return warning ? answerOn(warning) : null;
}

/** The warning that a page shows: of its own address, whatever its tab was warned of since. */
async function warningOf({ tabId, url }: WarningPage): Promise<Warning | undefined> {
  return tabId === null ? undefined : warningAt(await session(), tabId, url);
}

/** null for one with nothing to warn of. */
export async function answerOn(warning: Warning): Promise<WarningAnswer | null> {
  const state = await session();
  const finding = gravest(warning.verdict);
  if (!finding) return null;
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

/** From the warning page: the user goes on. */
export async function allowOnce(page: WarningPage): Promise<void> {
  const warning = await warningOf(page);
  if (warning) await letThrough(warning);
}

/** Lets a warned domain through for the session. Kept before it is answered, so that the way is free at once. */
export async function letThrough(warning: Warning): Promise<void> {
  const state = await session();
  const host = siteOf(warning.verdict.host);
  const { incognito } = warning;
  if (!isAllowed(state, warning.verdict, incognito)) {
    state.allowed = [...state.allowed, { host, since: new Date().toISOString(), incognito }];
  }
  warning.continued = true;
  await keep(state, 'allowed', 'warnings');
  await noteAct(state, warning, 'continued');
}

/**
 * Notes that the user left at the warning; answers whether the page had been shown after all, as it may have been
 * since the warning was opened: then going back must leave it behind too.
 */
export function leaveWarning(page: WarningPage): Promise<boolean> {
  return inOrder(async () => {
    const state = await session();
    const warning = await warningOf(page);
    if (!warning) return false;
    warning.left = true;
    await keep(state, 'warnings');
    await noteAct(state, warning, 'left');
    return warning.committed;
  });
}
