import type { ExchangeRecord } from '../../utils/exchange/record.ts';
import { plainName } from '../../utils/lookalike/exchange-names.ts';

/**
 * The exchange that a labelled set means by a brand: by id, by the label of an own domain (paxful => paxful.com),
 * by a whole own domain (cexio => cex.io), by an alias.
 */
export function exchangeByBrand(exchanges: readonly ExchangeRecord[]): (brand: string) => string | null {
  const known = new Map<string, string>();
  const note = (name: string, id: string) => {
    if (name && !known.has(name)) known.set(name, id);
  };
  const bySources = [...exchanges].sort((a, b) => b.source.length - a.source.length);
  for (const { id } of bySources) note(id, id);
  for (const { id, domains } of bySources) {
    for (const { domain, confidence } of domains) if (!confidence) note(domain.split('.')[0]!, id);
  }
  for (const { id, domains } of bySources) for (const { domain } of domains) note(plainName(domain), id);
  for (const { id, aliases } of bySources) for (const alias of aliases) note(plainName(alias), id);
  return (brand) => known.get(plainName(brand)) ?? null;
}
