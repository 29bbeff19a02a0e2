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

/** The same with a list of which only the names' hashes are in memory. */
export interface LazyHostSources {
  list: {
    meta: { version: number; issued: string };
    find(host: Host): Promise<ListHit[]>;
    exchangeById(id: string): Promise<ExchangeRecord | null>;
  };
  lookalikes: HostSources['lookalikes'];
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
  const match = matchUnlessFirm(hits, lookalikes, host);
  const imitated = match && list.exchangeById(match.exchange);
  return conclude(list.meta, host, hits, match, imitated, circumstances);
}

/** The same with a list that answers later. */
export async function judgeHostLazily(
  { list, lookalikes }: LazyHostSources,
  host: Host,
  circumstances: Circumstances = BARE,
): Promise<Verdict> {
  const hits = await list.find(host);
  const match = matchUnlessFirm(hits, lookalikes, host);
  const imitated = match && (await list.exchangeById(match.exchange));
  return conclude(list.meta, host, hits, match, imitated, circumstances);
}

/** An exchange's own present name is never a lookalike. */
function matchUnlessFirm(
  hits: ListHit[],
  lookalikes: HostSources['lookalikes'],
  host: Host,
): LookalikeMatch | null {
  const firm = hits.length > 0 && hits.some((hit) => hit.kind === 'listed' && isFirm(hit.domain));
  return firm ? null : lookalikes.match(host);
}

function conclude(
  { version, issued }: HostSources['list']['meta'],
  host: Host,
  hits: ListHit[],
  match: LookalikeMatch | null,
  imitated: ExchangeRecord | null,
  circumstances: Circumstances,
): Verdict {
  if (hits.length === 0 && !match && circumstances === BARE) return nothingFound(host, { version, issued });
  return decide({
    host,
    list: { version, issued },
    hits,
    lookalike: match && imitated ? { match, exchange: imitated } : null,
    ...circumstances,
  });
}
