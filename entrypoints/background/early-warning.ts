import type { Decision, Judge } from '../../utils/navigation/decision.ts';
import { goesBy } from '../../utils/navigation/goes-by.ts';
import type { Verdict } from '../../utils/verdict/finding.ts';
import { layOver } from './inject.ts';
import { keep, keepSoon } from './kept-session.ts';
import { isPrivate } from './tab-document.ts';
import type { Session } from './tab-state.ts';
import { lastWarning } from './tab-warnings.ts';
import { isAllowed, isUnderWay, keepWarning, openWarning, verdictToWarnOf } from './warning.ts';

/** Only Firefox lets an extension stop a request before it leaves. */
export const CAN_STOP_REQUESTS = import.meta.env.BROWSER === 'firefox';

/**
 * Chromium cannot hold a request back: the warning takes the page's place as early as events allow. In Firefox it does
 * so where there was no request to stop: a page from the cache, from its own service worker, or found open.
 */
export async function warnInPlace(state: Session, { tabId, url, chain, phase }: Judge): Promise<void> {
  if (CAN_STOP_REQUESTS && phase !== 'commit') return;
  const verdict = await verdictToWarnOf(url);
  if (!verdict) return;
  const incognito = await isPrivate(tabId);
  if (isAllowed(state, verdict, incognito)) return;
  // Stopped, or overtaken by another navigation, before the list was read.
  if (!goesBy(state.journeys.tabs[tabId], url)) return;
  // Found open after an update: what was warned of then was continued past.
  if (state.resumed && state.journeys.tabs[tabId]?.shown?.how === 'sweep') return;
  if (incognito && !CAN_STOP_REQUESTS) return warnOver(state, tabId, url, verdict, phase);
  if (phase === 'commit' && isUnderWay(state, tabId, url)) return;
  await openWarning(state, tabId, url, verdict, { incognito, chain, stopped: 'in place of the page' });
}

/** A tab has left the web: with its warning, for one, which was under way until then. */
export function noteArrival(state: Session, { tabId }: Extract<Decision, { kind: 'elsewhere' }>): void {
  const warning = lastWarning(state, tabId);
  if (!warning || warning.arrived) return;
  warning.arrived = true;
  keepSoon(state, 'warnings');
}

/** Extension pages do not open in Chromium's private windows; there the warning lies over the page, once shown. */
async function warnOver(
  state: Session,
  tabId: number,
  url: string,
  verdict: Verdict,
  phase: Judge['phase'],
): Promise<void> {
  if (phase !== 'commit') return;
  keepWarning(state, tabId, url, verdict, { incognito: true, chain: [], stopped: 'in place of the page' });
  await keep(state, 'warnings');
  layOver(tabId);
}
