import type { HistoryDatabase } from './database.ts';
import type { StoredFlag } from './flag.ts';
import type { FlagQuery } from './flag-query.ts';
import type { FlagReader } from './flag-reader.ts';
import type { FlagIndex } from './index/flag-index.ts';

export interface FlagWindow {
  flags: StoredFlag[];
  matched: number;
  stored: number;
  /** Matches a local day, newest first. */
  days: { day: string; flags: number }[];
}

/** One window of the matching flags, newest first. Only its own flags are read. */
export async function queryFlags(
  reader: FlagReader,
  query: FlagQuery,
  offset: number,
  limit: number,
): Promise<FlagWindow> {
  const { index, matches } = await reader.find(query);
  const slots = matches.slots.subarray(offset, offset + limit);
  const ids = Array.from(slots, (slot) => index.ids[slot]).filter((id) => id != null);
  const flags = await flagsById(reader.database, ids);
  return { flags, matched: matches.slots.length, stored: index.size, days: matches.days };
}

/** Ids of every matching flag, newest first. */
export async function matchingIds(reader: FlagReader, query: FlagQuery): Promise<string[]> {
  const { index, matches } = await reader.find(query);
  return Array.from(matches.slots, (slot) => index.ids[slot]).filter((id) => id != null);
}

/** The flags of these ids that are still there, in the order of the ids. */
export async function flagsById(database: HistoryDatabase, ids: readonly string[]): Promise<StoredFlag[]> {
  const { store } = database.transaction('flags');
  const flags = await Promise.all(ids.map((id) => store.get(id)));
  return flags.filter((flag) => flag !== undefined);
}

/** The latest flags, newest first, without the index. */
export async function latestFlags(database: HistoryDatabase, limit: number): Promise<StoredFlag[]> {
  const flags: StoredFlag[] = [];
  if (limit === 0) return flags;
  for await (const cursor of database.transaction('flags').store.index('observed_at').iterate(null, 'prev')) {
    if (flags.push(cursor.value) >= limit) break;
  }
  return flags;
}

/** Flags of one exchange from an instant on (milliseconds since the epoch), oldest first. */
export function visitsOf(
  index: FlagIndex,
  exchange: string,
  since: number,
): { domain: string; at: string }[] {
  const { columns, order, sets } = index;
  const holds = sets.setsWith(sets.stringsWhere((text) => text === exchange));
  const visits: { domain: string; at: string }[] = [];
  for (const slot of order) {
    const at = columns.at[slot] as number;
    if (at < since || holds[columns.exchanges[slot] as number] !== 1) continue;
    const domain =
      sets.strings[columns.domain[slot] as number] ?? sets.strings[columns.host[slot] as number] ?? '';
    visits.push({ domain, at: new Date(at).toISOString() });
  }
  return visits;
}

/** What can be chosen from: each with its flags, most flags first; list versions newest first. */
export interface FlagChoices {
  exchanges: { id: string; flags: number }[];
  domains: { domain: string; flags: number }[];
  listVersions: number[];
}

/** Domains beyond these are found by typing them. */
const DOMAINS = 500;

export function flagChoices({ columns, order, sets }: FlagIndex): FlagChoices {
  const bySet = new Map<number, number>();
  const byDomain = new Map<number, number>();
  const versions = new Set<number>();
  const count = (counts: Map<number, number>, key: number) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const slot of order) {
    count(bySet, columns.exchanges[slot] as number);
    count(byDomain, columns.domain[slot] as number);
    versions.add(columns.listVersion[slot] as number);
  }
  const byExchange = new Map<string, number>();
  for (const [set, flags] of bySet) {
    for (const id of sets.set(set)) byExchange.set(id, (byExchange.get(id) ?? 0) + flags);
  }
  const domains = new Map<string, number>();
  for (const [number, flags] of byDomain) {
    const name = sets.strings[number];
    if (name !== undefined) domains.set(name, (domains.get(name) ?? 0) + flags);
  }
  return {
    exchanges: mostFirst(byExchange).map(([id, flags]) => ({ id, flags })),
    domains: mostFirst(domains)
      .slice(0, DOMAINS)
      .map(([domain, flags]) => ({ domain, flags })),
    listVersions: [...versions].sort((a, b) => b - a),
  };
}

function mostFirst(counts: Map<string, number>): [string, number][] {
  return [...counts].sort(([a, times], [b, more]) => more - times || (a < b ? -1 : 1));
}
