import { samePage } from './address.ts';
import { comingBy } from './pending.ts';
import type { TabJourney } from './state.ts';

/**
 * Whether a tab is on a journey by an address: under way to it or through it, or what it shows came by it.
 * b.test pending as a.test -> b.test => by a.test and b.test; a.test shown and changed in its page to /x => by a.test;
 * a.test aborted, or b.test committed since, asked for by itself => not by a.test.
 */
export function goesBy(tab: TabJourney | undefined, url: string): boolean {
  if (!tab) return false;
  const came = tab.shown?.chain.some((hop) => samePage(hop.url, url)) ?? false;
  return came || comingBy(tab, 0, url) !== undefined;
}
