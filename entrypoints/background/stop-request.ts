import type browser from 'webextension-polyfill';
import { bounded } from '../../utils/navigation/address.ts';
import type { Hop } from '../../utils/navigation/decision.ts';
import { eventsTold } from './journey.ts';
import { report } from './report.ts';
import { session } from './session.ts';
import { isAllowed, openWarning, verdictToWarnOf } from './warning.ts';

/**
 * Firefox holds the request until this answers. A tab that must be warned is sent to the warning page
 * and nothing reaches the site.
 */
export async function stopOrPass(details: browser.WebRequest.OnBeforeRequestDetailsType) {
  const url = bounded(details.url);
  const verdict = await verdictToWarnOf(url);
  if (!verdict) return {};
  const state = await session();
  const incognito = details.incognito ?? true;
  if (isAllowed(state, verdict, incognito)) return {};
  // The redirects that led here were told before this request was.
  await eventsTold();
  const under = state.journeys.tabs[details.tabId]?.pending.findLast(
    ({ chain }) => chain.at(-1)?.url === url,
  );
  const chain: Hop[] = under?.chain ?? [{ url, by: 'asked' }];
  const facts = { incognito, chain, stopped: 'before the request' } as const;
  // Whatever fails in the browser's store or its tabs, the request does not leave.
  await openWarning(state, details.tabId, url, verdict, facts).catch(report);
  return { cancel: true };
}
