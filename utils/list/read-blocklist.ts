import { isBadHost, parseHost } from '../domain/host.ts';
import type { PartialDate } from '../exchange/record.ts';
import { isPartialDate } from './partial-date.ts';

export const BLOCKLIST_FORMATS = ['hosts', 'csv', 'eth-phishing-detect'] as const;
export type BlocklistFormat = (typeof BLOCKLIST_FORMATS)[number];

/** A name as a public blocklist gives it. */
export interface BlockedName {
  /** Canonical ASCII hostname. */
  name: string;
  firstSeen: PartialDate | null;
  lastSeen: PartialDate | null;
}

export interface BlocklistReading {
  names: BlockedName[];
  /** Lines that hold no hostname, from 1, with the reason. */
  skipped: { line: number; reason: string }[];
}

/**
 * Reads a blocklist.
 * `hosts`: a name a line, with or without an address before it (`0.0.0.0 bad.example`), `#` begins a comment.
 * `csv`: a header line with `domain`, `host`, `name` or `url`, and where there are such `first_seen`, `last_seen`;
 * no quotes.
 * `eth-phishing-detect`: its config.json, `blacklist` or `blocklist`.
 * @throws SyntaxError where JSON is none, or a CSV names no such column
 */
export function readBlocklist(text: string, format: BlocklistFormat): BlocklistReading {
  const names = new Map<string, BlockedName>();
  const skipped: BlocklistReading['skipped'] = [];
  for (const { line, host, firstSeen, lastSeen } of rowsOf(text, format)) {
    const parsed = parseHost(host);
    if (isBadHost(parsed)) skipped.push({ line, reason: parsed.fault });
    else if (!names.has(parsed.ascii)) {
      names.set(parsed.ascii, {
        name: parsed.ascii,
        firstSeen: dateOf(firstSeen),
        lastSeen: dateOf(lastSeen),
      });
    }
  }
  return { names: [...names.values()], skipped };
}

interface Row {
  line: number;
  host: string;
  firstSeen?: string | undefined;
  lastSeen?: string | undefined;
}

function rowsOf(text: string, format: BlocklistFormat): Row[] {
  switch (format) {
    case 'hosts':
      return text.split(/\r?\n/).flatMap((line, index) => {
        const words = line.replace(/#.*/, '').trim().split(/\s+/);
        const host = words.at(words.length > 1 ? 1 : 0) ?? '';
        return host === '' || host === 'localhost' ? [] : [{ line: index + 1, host }];
      });
    case 'csv':
      return csvRows(text);
    case 'eth-phishing-detect':
      return configNames(JSON.parse(text)).map((host, index) => ({ line: index + 1, host }));
  }
}

function csvRows(text: string): Row[] {
  const [header = '', ...lines] = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const columns = header.split(',').map((column) => column.trim().toLowerCase());
  const host = columns.findIndex((column) => ['domain', 'host', 'name', 'url'].includes(column));
  if (host < 0) throw new SyntaxError('the first line names no column domain, host, name or url');
  const [first, last] = [columns.indexOf('first_seen'), columns.indexOf('last_seen')];
  return lines.flatMap((line, index) => {
    const cells = line.split(',').map((cell) => cell.trim());
    if (line.trim() === '') return [];
    return [{ line: index + 2, host: cells[host] ?? '', firstSeen: cells[first], lastSeen: cells[last] }];
  });
}

function configNames(config: unknown): string[] {
  if (typeof config !== 'object' || config === null) throw new SyntaxError('no eth-phishing-detect config');
  const { blacklist, blocklist } = config as { blacklist?: unknown; blocklist?: unknown };
  const names = blocklist ?? blacklist;
  if (!Array.isArray(names)) throw new SyntaxError('no blacklist or blocklist in it');
  return names.map(String);
}

/** A day since 2000, else nothing: lists write dates in many ways. */
function dateOf(text: string | undefined): PartialDate | null {
  const day = /^(20\d\d-\d\d-\d\d)(?:T.*)?$/.exec(text ?? '')?.[1];
  return day !== undefined && isPartialDate(day) ? day : null;
}
