import type browser from 'webextension-polyfill';
import type { Hop } from '../../utils/navigation/decision.ts';
import { eventsTold } from './journey.ts';
import { session } from './tab-state.ts';
import { openWarning, verdictToWarnOf } from './warning.ts';

/**
 * Firefox holds the request until this answers. A tab that must be warned is sent to the warning page
 * and nothing reaches the site.
 */
export async function stopOrPass(details: browser.WebRequest.OnBeforeRequestDetailsType) {
  const state = await session();
  const verdict = await verdictToWarnOf(state, details.url);
  if (!verdict) return {};
  const incognito = details.incognito ?? true;
  // The redirects that led here were told before this request was.
  await eventsTold();
  const under = state.journeys.tabs[details.tabId]?.pending.findLast(
    ({ chain }) => chain.at(-1)?.url === details.url,
  );
  const chain: Hop[] = under?.chain ?? [{ url: details.url, by: 'asked' }];
  await openWarning(state, details.tabId, details.url, verdict, {
    incognito,
    chain,
    stopped: 'before the request',
  });
  return { cancel: true };
}
