import type { FindingKind } from '../verdict/finding.ts';
import type { HistoryDatabase } from './database.ts';
import type { FlagAction, StoredFlag } from './flag.ts';

/** Which flags are asked for; null and '' ask for all. */
export interface FlagQuery {
  text: string;
  kind: FindingKind | null;
  exchange: string | null;
  action: FlagAction | null;
  /** Local days, YYYY-MM-DD, both inclusive. */
  from: string | null;
  to: string | null;
  listVersion: number | null;
}

export interface FlagWindow {
  flags: StoredFlag[];
  matched: number;
  stored: number;
  /** Matches a local day, newest first. */
  days: { day: string; flags: number }[];
}

/** One window of the matching flags, newest first. */
export async function queryFlags(
  database: HistoryDatabase,
  query: FlagQuery,
  offset: number,
  limit: number,
): Promise<FlagWindow> {
  const read = database.transaction('flags');
  const stored = await read.store.count();
  const flags: StoredFlag[] = [];
  const days = new Map<string, number>();
  let matched = 0;
  for await (const cursor of read.store.index('observed_at').iterate(null, 'prev')) {
    const flag = cursor.value;
    if (!matches(flag, query)) continue;
    if (matched >= offset && flags.length < limit) flags.push(flag);
    matched += 1;
    const day = localDay(flag);
    days.set(day, (days.get(day) ?? 0) + 1);
  }
  return { flags, matched, stored, days: [...days].map(([day, count]) => ({ day, flags: count })) };
}

/** Ids of every matching flag. */
export async function matchingIds(database: HistoryDatabase, query: FlagQuery): Promise<string[]> {
  const ids: string[] = [];
  for await (const cursor of database.transaction('flags').store.iterate()) {
    if (matches(cursor.value, query)) ids.push(cursor.value.flag_id);
  }
  return ids;
}

/** The latest flags, newest first. */
export async function latestFlags(database: HistoryDatabase, limit: number): Promise<StoredFlag[]> {
  const flags: StoredFlag[] = [];
  for await (const cursor of database.transaction('flags').store.index('observed_at').iterate(null, 'prev')) {
    if (flags.push(cursor.value) >= limit) break;
  }
  return flags;
}

/** The calendar day on which the flag was observed where it was observed. */
export function localDay(flag: Pick<StoredFlag, 'observed_at' | 'tz_offset_min'>): string {
  const local = new Date(Date.parse(flag.observed_at) + flag.tz_offset_min * 60_000);
  return local.toISOString().slice(0, 10);
}

/** Whether a flag is among those asked for. */
export function matches(flag: StoredFlag, query: FlagQuery): boolean {
  const day = query.from || query.to ? localDay(flag) : '';
  return (
    (query.kind === null || flag.local.kinds.includes(query.kind)) &&
    (query.exchange === null || flag.local.exchanges.includes(query.exchange)) &&
    (query.action === null || flag.action === query.action) &&
    (query.from === null || day >= query.from) &&
    (query.to === null || day <= query.to) &&
    (query.listVersion === null || flag.list.version === query.listVersion) &&
    (query.text === '' || textOf(flag).includes(query.text.toLowerCase()))
  );
}

function textOf(flag: StoredFlag): string {
  const names = flag.local.findings.map((finding) =>
    'exchange' in finding && finding.exchange
      ? `${finding.exchange.name} ${finding.exchange.nameZh ?? ''}`
      : '',
  );
  const evidence = flag.findings.flatMap((finding) => [finding.target ?? '', ...finding.evidence]);
  return [flag.host, flag.host_unicode, flag.title ?? '', ...names, ...evidence].join('\n').toLowerCase();
}
