import { listedExchanges } from '../../../cli/list/read-records.ts';
import { openMatcher } from '../../../cli/lookalike/open-matcher.ts';
import { isBadHost, parseHost } from '../../../utils/domain/host.ts';
import type { LookalikeMatch } from '../../../utils/lookalike/match.ts';

export const exchanges = await listedExchanges();
export const matcher = await openMatcher(exchanges);

/** The match for a text that is a hostname; what is none fails the test. */
export function matchOf(text: string): LookalikeMatch | null {
  const host = parseHost(text);
  if (isBadHost(host)) throw new Error(`${text}: ${host.fault}`);
  return matcher.match(host);
}
