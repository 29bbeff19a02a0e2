import { listedName } from '../exchange/listed-name.ts';
import type { DomainRecord, ExchangeRecord } from '../exchange/record.ts';
import type { ListContents } from './list-contents.ts';

/** One difference between two lists. */
export type ListChange =
  | { kind: 'exchange added' | 'exchange removed' | 'exchange changed'; exchange: string; fields: string[] }
  | { kind: 'name added' | 'name removed'; name: string; exchange: string; role: string }
  | { kind: 'name changed'; name: string; exchange: string; fields: string[] }
  | { kind: 'name moved'; name: string; from: string; to: string }
  | { kind: 'report added' | 'report removed' | 'report changed'; name: string; exchange: string };

/** All differences, in the order of exchanges, names, reports; each by its own name. */
export function compareLists(before: ListContents, after: ListContents): ListChange[] {
  return [
    ...compareExchanges(before, after),
    ...compareNames(before, after),
    ...compareReports(before, after),
  ];
}

function compareExchanges(before: ListContents, after: ListContents): ListChange[] {
  const [old, now] = [before, after].map(
    (list) => new Map(list.exchanges.map((record) => [record.id, record])),
  );
  return unionOf(old!, now!).flatMap((id): ListChange[] => {
    const [a, b] = [old!.get(id), now!.get(id)];
    if (!a) return [{ kind: 'exchange added', exchange: id, fields: [] }];
    if (!b) return [{ kind: 'exchange removed', exchange: id, fields: [] }];
    const fields = changedFields(a, b).filter((field) => field !== 'domains');
    return fields.length > 0 ? [{ kind: 'exchange changed', exchange: id, fields }] : [];
  });
}

function compareNames(before: ListContents, after: ListContents): ListChange[] {
  const [old, now] = [before, after].map((list) => rowsByName(list.exchanges));
  return unionOf(old!, now!).flatMap((name): ListChange[] => {
    const a = old!.get(name) ?? new Map<string, DomainRecord>();
    const b = now!.get(name) ?? new Map<string, DomainRecord>();
    const gone = [...a.keys()].filter((id) => !b.has(id));
    const come = [...b.keys()].filter((id) => !a.has(id));
    if (gone.length === 1 && come.length === 1) {
      return [{ kind: 'name moved' as const, name, from: gone[0]!, to: come[0]! }];
    }
    return [
      ...gone.map((exchange) => ({
        kind: 'name removed' as const,
        name,
        exchange,
        role: a.get(exchange)!.role,
      })),
      ...come.map((exchange) => ({
        kind: 'name added' as const,
        name,
        exchange,
        role: b.get(exchange)!.role,
      })),
      ...[...b].flatMap(([exchange, row]) => {
        const earlier = a.get(exchange);
        const fields = earlier ? changedFields(earlier, row) : [];
        return fields.length > 0 ? [{ kind: 'name changed' as const, name, exchange, fields }] : [];
      }),
    ];
  });
}

function compareReports(before: ListContents, after: ListContents): ListChange[] {
  const [old, now] = [before, after].map(
    (list) => new Map(list.reported.map((entry) => [entry.name, entry])),
  );
  return unionOf(old!, now!).flatMap((name): ListChange[] => {
    const [a, b] = [old!.get(name), now!.get(name)];
    if (!a) return [{ kind: 'report added', name, exchange: b!.exchange }];
    if (!b) return [{ kind: 'report removed', name, exchange: a.exchange }];
    return changedFields(a, b).length > 0 ? [{ kind: 'report changed', name, exchange: b.exchange }] : [];
  });
}

function rowsByName(exchanges: readonly ExchangeRecord[]): Map<string, Map<string, DomainRecord>> {
  const rows = new Map<string, Map<string, DomainRecord>>();
  for (const { id, domains } of exchanges) {
    for (const row of domains) {
      const name = listedName(row)?.name ?? row.domain;
      rows.set(name, (rows.get(name) ?? new Map()).set(id, row));
    }
  }
  return rows;
}

function unionOf(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): string[] {
  return [...new Set([...a.keys(), ...b.keys()])].sort();
}

function changedFields(a: object, b: object): string[] {
  const [old, now] = [a, b].map((value) => new Map<string, unknown>(Object.entries(value)));
  return unionOf(old!, now!).filter((key) => JSON.stringify(old!.get(key)) !== JSON.stringify(now!.get(key)));
}
