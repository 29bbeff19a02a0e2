import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { DomainRecord, ExchangeRecord } from '../../../utils/exchange/record.ts';

/** One address of the list to visit, and what the record says of it. */
export interface ListedAddress {
  url: string;
  host: string;
  exchange: ExchangeRecord;
  row: DomainRecord;
}

const RECORDS = fileURLToPath(new URL('../../../assets/list/exchanges/', import.meta.url));

/**
 * Addresses of the list, of every role, confidence and state by turns, over http and https, as the name itself
 * and as its subdomains. The same ones for the same list.
 */
export function listedSample(count: number): ListedAddress[] {
  const groups = new Map<string, { exchange: ExchangeRecord; row: DomainRecord }[]>();
  for (const exchange of readExchanges()) {
    // Names that are there to be compared with are not listed.
    for (const row of exchange.domains.filter((one) => !one.imitated_only)) {
      const key = [row.role, row.confidence, row.domain_status?.state, row.host && 'host'].join(' ');
      groups.set(key, [...(groups.get(key) ?? []), { exchange, row }]);
    }
  }
  return byTurns([...groups.values()], count).map(({ exchange, row }, index) => {
    const host = row.host ?? `${SUBDOMAINS[index % SUBDOMAINS.length]}${row.domain}`;
    return { url: `${index % 2 ? 'https' : 'http'}://${host}/`, host, exchange, row };
  });
}

const SUBDOMAINS = ['', 'www.', 'a.b.'];

function readExchanges(): ExchangeRecord[] {
  return readdirSync(RECORDS)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => JSON.parse(readFileSync(`${RECORDS}${name}`, 'utf8')) as ExchangeRecord);
}

/** Takes one of each group, then a second of each, and so on. */
function byTurns<T>(groups: T[][], count: number): T[] {
  const taken: T[] = [];
  for (let turn = 0; taken.length < count; turn++) {
    const round = groups.flatMap((group) => (turn < group.length ? [group[turn]!] : []));
    if (round.length === 0) break;
    taken.push(...round);
  }
  return taken.slice(0, count);
}
