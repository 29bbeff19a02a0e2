import type { Host } from '../domain/host.ts';
import { nameAndParents } from '../domain/name-and-parents.ts';
import type { ExchangeIndex } from './exchange-index.ts';

/**
 * What the records say of the host: an exchange's present name or a popular site ('own'), a former or lapsed name
 * (which imitates everybody but its own exchange), a name somebody claims for an exchange, or nothing.
 */
export type Standing = 'own' | 'stranger' | { exchange: string; claimed: boolean };

export function standingOf(host: Host, popular: ReadonlySet<string>, own: ExchangeIndex['own']): Standing {
  if (popular.has(host.registrable!)) return 'own';
  for (const name of nameAndParents(host.ascii)) {
    const row = own.get(name);
    if (row) {
      return row.standing === 'present'
        ? 'own'
        : { exchange: row.exchange, claimed: row.standing === 'claimed' };
    }
  }
  return 'stranger';
}
