import type { Host } from '../domain/host.ts';
import type { ExchangeRecord } from '../exchange/record.ts';
import { isFirm } from '../exchange/weakness.ts';
import type { ListHit } from '../list/list-hit.ts';
import type { LookalikeMatch } from '../lookalike/match.ts';
import { decide, type Evidence, nothingFound } from './decide.ts';
import type { Verdict } from './finding.ts';

/** What judging a host needs: the list and the matcher, opened. */
export interface HostSources {
  list: {
    meta: { version: number; issued: string };
    find(host: Host): ListHit[];
    exchangeById(id: string): ExchangeRecord | null;
  };
  lookalikes: { match(host: Host): LookalikeMatch | null };
}

/** What is known beside the host. */
export type Circumstances = Pick<Evidence, 'page' | 'succession' | 'ignoredKinds'>;

export const BARE: Circumstances = { page: [], succession: null, ignoredKinds: [] };

/** The verdict on a host: the same in the extension, on the command line and in the benchmarks. */
export function judgeHost(
  { list, lookalikes }: HostSources,
  host: Host,
  circumstances: Circumstances = BARE,
): Verdict {
  const hits = list.find(host);
  const firm = hits.length > 0 && hits.some((hit) => hit.kind === 'listed' && isFirm(hit.domain));
  const match = firm ? null : lookalikes.match(host);
  if (hits.length === 0 && !match && circumstances === BARE) {
    return nothingFound(host, { version: list.meta.version, issued: list.meta.issued });
  }
  const imitated = match ? list.exchangeById(match.exchange) : null;
  return decide({
    host,
    list: { version: list.meta.version, issued: list.meta.issued },
    hits,
    lookalike: match && imitated ? { match, exchange: imitated } : null,
    ...circumstances,
  });
}
