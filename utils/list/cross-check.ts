import { nameAndParents } from '../domain/name-and-parents.ts';
import { listedName } from '../exchange/listed-name.ts';
import type { ExchangeRecord } from '../exchange/record.ts';
import { hashName } from './hash.ts';
import { undatedCycles } from './lineage-cycle.ts';
import type { RecordFault } from './record-fault.ts';

/** What can only be seen with all records side by side. */
export function crossCheck(exchanges: readonly ExchangeRecord[]): RecordFault[] {
  return [...repeatedIds(exchanges), ...repeatedNames(exchanges), ...lineageFaults(exchanges)];
}

function repeatedIds(exchanges: readonly ExchangeRecord[]): RecordFault[] {
  const seen = new Set<string>();
  const faults: RecordFault[] = [];
  for (const { id } of exchanges) {
    if (seen.has(id)) faults.push({ file: `${id}.json`, field: 'id', reason: 'is taken by another record' });
    seen.add(id);
  }
  for (const { id, possible_duplicate_of: other } of exchanges) {
    if (other === undefined || seen.has(other)) continue;
    faults.push({ file: `${id}.json`, field: 'possible_duplicate_of', reason: `${other} is no record` });
  }
  return faults;
}

interface Place {
  exchange: ExchangeRecord;
  row: number;
}

/** A name stands once, unless one of its rows has a note that explains why two records hold it. */
function repeatedNames(exchanges: readonly ExchangeRecord[]): RecordFault[] {
  const places = new Map<string, Place>();
  const nameOfHash = new Map<string, string>();
  const faults: RecordFault[] = [];
  for (const exchange of exchanges) {
    for (const [row, domain] of exchange.domains.entries()) {
      const name = listedName(domain)?.name ?? domain.domain;
      const fault = (reason: string) =>
        faults.push({ file: `${exchange.id}.json`, field: `domains.${row}.domain`, reason });
      const first = places.get(name);
      if (!first) places.set(name, { exchange, row });
      else if (first.exchange === exchange) fault(`${name} stands in this record twice`);
      else if (!domain.note && !first.exchange.domains[first.row]?.note) {
        fault(`${name} is also ${first.exchange.id}'s; if both are right, say why in a note`);
      }
      const hash = hashName(name).join(' ');
      const other = nameOfHash.get(hash);
      if (other !== undefined && other !== name) fault(`${name} has the hash of ${other}`);
      nameOfHash.set(hash, name);
    }
  }
  return faults;
}

function lineageFaults(exchanges: readonly ExchangeRecord[]): RecordFault[] {
  const known = new Set(
    exchanges.flatMap(({ domains }) => domains.flatMap((row) => [row.domain, row.host ?? row.domain])),
  );
  const undated = new Set(undatedCycles(exchanges.flatMap((exchange) => exchange.lineage)));
  return exchanges.flatMap(({ id, lineage }) =>
    lineage.flatMap((edge, index) => {
      const reasons: string[] = [];
      if (edge.from === edge.to) reasons.push('leads to itself');
      else if (undated.has(edge)) reasons.push('lies on a circle and has no year');
      for (const name of [edge.from, edge.to]) {
        if (!isKnown(name, known)) reasons.push(`names ${name}, which no record has`);
      }
      return reasons.map((reason) => ({ file: `${id}.json`, field: `lineage.${index}`, reason }));
    }),
  );
}

/** pro.coinbase.com is known by coinbase.com. */
function isKnown(name: string, known: ReadonlySet<string>): boolean {
  return nameAndParents(name).some((one) => known.has(one));
}
