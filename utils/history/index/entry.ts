import type { FindingKind, Tier } from '../../verdict/finding.ts';
import type { FlagAction, StoredFlag } from '../flag.ts';
import { localDay } from '../local-day.ts';

/** What the index keeps of one flag: enough to find it, to count it, and to draw its line before the whole is read. */
export interface IndexEntry {
  id: string;
  /** Milliseconds since the epoch. */
  at: number;
  /** Days since the epoch, where it was observed. */
  day: number;
  tier: Tier;
  /** Kind of the strongest finding. */
  kind: FindingKind;
  kinds: FindingKind[];
  action: FlagAction;
  listVersion: number;
  exchanges: string[];
  host: string;
  hostUnicode: string;
  domain: string | null;
  /** What a search compares beside the host, in lower case, each once. */
  words: string[];
}

/** What one transaction did to the flags, for the index to follow. `remove: 'all'` comes first. */
export interface FlagChange {
  remove: string[] | 'all';
  put: IndexEntry[];
}

const DAY = 24 * 60 * 60 * 1000;

/** 20000 => '2024-10-04'. */
export function dayName(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** '2024-10-04' => 20000. */
export function dayNumber(name: string): number {
  return Math.floor(Date.parse(`${name}T00:00:00Z`) / DAY);
}

/** Kind of a flag's strongest finding; of an ignored one, which has none left, the first kind ignored. */
export function strongestKind({ local }: Pick<StoredFlag, 'local'>): FindingKind {
  return local.findings[0]?.kind ?? local.kinds[0] ?? 'listed';
}

/** A flag's entry in the index. */
export function entryOf(flag: StoredFlag): IndexEntry {
  return {
    id: flag.flag_id,
    at: Date.parse(flag.observed_at),
    day: dayNumber(localDay(flag)),
    tier: flag.tier,
    kind: strongestKind(flag),
    kinds: flag.local.kinds,
    action: flag.action,
    listVersion: flag.list.version,
    exchanges: flag.local.exchanges,
    host: flag.host,
    hostUnicode: flag.host_unicode,
    domain: flag.registrable_domain,
    words: wordsOf(flag),
  };
}

/** Title, exchanges' names, targets and evidence: what the words of a search are compared with. */
function wordsOf(flag: StoredFlag): string[] {
  const names = flag.local.findings.flatMap((finding) =>
    'exchange' in finding && finding.exchange ? [finding.exchange.name, finding.exchange.nameZh ?? ''] : [],
  );
  const evidence = flag.findings.flatMap((finding) => [finding.target ?? '', ...finding.evidence]);
  const words = [flag.title ?? '', ...flag.local.exchanges, ...names, ...evidence];
  return [...new Set(words.map((word) => word.toLowerCase()).filter((word) => word !== ''))];
}
