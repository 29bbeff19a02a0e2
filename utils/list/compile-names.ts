import { listedName } from '../exchange/listed-name.ts';
import { hashName } from './hash.ts';
import { MAX_EXCHANGES, MAX_SOURCES, VALUE_EXACT, VALUE_REPORTED } from './layout.ts';
import type { ListContents } from './list-contents.ts';
import type { NameRecord } from './name-record.ts';

/** A name with everything that the snapshot keeps of it. */
export interface CompiledName {
  high: number;
  low: number;
  value: number;
  record: NameRecord;
}

/** The list cannot be told in a snapshot: two names of one hash, or more entries than the format counts. */
export class CompileError extends Error {
  override name = 'CompileError';
}

/**
 * Turns a list's names into sorted entries.
 * @param list exchanges in the order of their ids
 * @throws CompileError
 */
export function compileNames(list: ListContents): { names: CompiledName[]; sources: string[] } {
  if (list.exchanges.length > MAX_EXCHANGES) throw new CompileError(`more than ${MAX_EXCHANGES} exchanges`);
  const indexOf = new Map(list.exchanges.map((exchange, index) => [exchange.id, index]));
  const sources = [...new Set(list.reported.map((entry) => entry.source))].sort();
  if (sources.length > MAX_SOURCES) throw new CompileError(`more than ${MAX_SOURCES} sources`);
  const sourceOf = new Map(sources.map((source, index) => [source, index]));
  const names: CompiledName[] = [];
  for (const [index, exchange] of list.exchanges.entries()) {
    for (const [row, domain] of exchange.domains.entries()) {
      const listed = listedName(domain);
      if (!listed) continue;
      const value = index | (listed.exact ? VALUE_EXACT : 0);
      names.push(compile(value, { kind: 'listed', name: listed.name, row }));
    }
  }
  for (const entry of list.reported) {
    const exchange = indexOf.get(entry.exchange);
    if (exchange === undefined)
      throw new CompileError(`${entry.name} imitates unknown exchange ${entry.exchange}`);
    names.push(
      compile(VALUE_REPORTED | exchange | (entry.exact ? VALUE_EXACT : 0), {
        kind: 'reported',
        name: entry.name,
        source: sourceOf.get(entry.source) ?? 0,
        firstSeen: entry.firstSeen,
        lastSeen: entry.lastSeen,
      }),
    );
  }
  names.sort(compareNames);
  refuseCollisions(names);
  return { names, sources };
}

function compile(value: number, record: NameRecord): CompiledName {
  const [high, low] = hashName(record.name);
  return { high, low, value, record };
}

/** By hash; the same name twice (two exchanges, or listed and reported): by value, then row. */
function compareNames(a: CompiledName, b: CompiledName): number {
  return a.high - b.high || a.low - b.low || a.value - b.value || rowOf(a) - rowOf(b);
}

function rowOf({ record }: CompiledName): number {
  return record.kind === 'listed' ? record.row : record.source;
}

/** @throws CompileError where two names that differ have one hash; `names` sorted */
export function refuseCollisions(names: readonly CompiledName[]): void {
  for (let i = 1; i < names.length; i++) {
    const [a, b] = [names[i - 1]!, names[i]!];
    if (a.high === b.high && a.low === b.low && a.record.name !== b.record.name) {
      throw new CompileError(`${a.record.name} and ${b.record.name} have the same hash`);
    }
  }
}
