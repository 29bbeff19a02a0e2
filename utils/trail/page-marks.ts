import type { LandingAssessment } from '../landing/assessment.ts';
import type { PageSignals } from '../landing/page-signals.ts';
import type { KnownAccounts } from './accounts.ts';
import { isForSale } from './for-sale.ts';
import { namedAddresses } from './named-addresses.ts';
import type { PageMarks } from './observation.ts';

/** Whose a host is: the listed name that speaks for it; null for a stranger's, and for the page's own. */
export type Owner = (host: string) => { exchange: string; name: string } | null;

/** What a page's signals say to the trail. `claim` is handed in: it needs the names of all exchanges. */
export function pageMarks(
  signals: PageSignals,
  assessment: LandingAssessment | null,
  claim: PageMarks['claim'],
  owner: Owner,
  accounts: KnownAccounts,
): PageMarks {
  return {
    claim,
    files: filesOf(signals, owner),
    shared: signals.accounts.flatMap((id) => {
      const known = Object.hasOwn(accounts, id) ? accounts[id] : undefined;
      return known && known.exchange !== '' ? [{ exchange: known.exchange, name: known.name, id }] : [];
    }),
    named: assessment ? namedAddresses(signals, assessment) : [],
    announced: [],
    forSale: isForSale(signals),
  };
}

/** Files that a page takes from hosts of listed exchanges. */
export function filesOf({ assetHosts, builtOn }: PageSignals, owner: Owner): PageMarks['files'] {
  return [...new Set([...builtOn, ...assetHosts])].flatMap((host) => {
    const found = owner(host);
    return found ? [{ ...found, host, structural: builtOn.includes(host) }] : [];
  });
}
