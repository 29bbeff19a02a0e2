import { isBadHost, parseHost } from '../../utils/domain/host.ts';
import { isFirm } from '../../utils/exchange/weakness.ts';
import type { ListIndex } from '../../utils/list/lookup.ts';

/** Whose a host is by the list. The page's own host counts on a firm row alone: a lapsed name vouches for nobody. */
export function ownerIn(list: ListIndex, pageHost: string | null): (host: string) => string | null {
  return (name) => {
    const host = parseHost(name);
    if (isBadHost(host)) return null;
    const row = list.find(host).find((hit) => hit.kind === 'listed');
    if (!row || (host.ascii === pageHost && !isFirm(row.domain))) return null;
    return row.exchange.id;
  };
}
