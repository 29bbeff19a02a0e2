import type { DomainRecord } from './record.ts';

/** The name that a domain row puts on the list. */
export interface ListedName {
  /** Canonical ASCII hostname. */
  name: string;
  /** The row speaks of this very host; its subdomains and siblings are strangers. */
  exact: boolean;
}

/**
 * { domain: 'z.com', host: 'coin.z.com' } => coin.z.com, exact: nothing else of z.com is listed;
 * { domain: 'okx.com' } => okx.com with all its subdomains; { domain: 'etoro.com', imitated_only: true } => null.
 */
export function listedName(row: DomainRecord): ListedName | null {
  if (row.host !== undefined) return { name: row.host, exact: true };
  return row.imitated_only ? null : { name: row.domain, exact: false };
}
