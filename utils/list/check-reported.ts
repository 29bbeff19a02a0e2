import { isBadHost, parseHost } from '../domain/host.ts';
import type { ExchangeRecord } from '../exchange/record.ts';
import type { RecordFile } from './check-records.ts';
import type { ReportedName } from './list-contents.ts';
import { ownNames } from './own-names.ts';
import { isPartialDate, packDate } from './partial-date.ts';
import type { RecordFault } from './record-fault.ts';

/** Columns of assets/list/reported/*.csv; plain values, no quotes: no field may hold a comma. */
export const REPORTED_COLUMNS = ['name', 'exchange', 'source', 'first_seen', 'last_seen', 'exact'] as const;

/**
 * Reads files of reported names. A name that is an exchange's own on a firm row, a public suffix, or reported
 * twice is refused: public blocklists hold real exchanges' hosts by mistake.
 */
export function checkReported(
  files: readonly RecordFile[],
  exchanges: readonly ExchangeRecord[],
): { reported: ReportedName[]; faults: RecordFault[] } {
  const ids = new Set(exchanges.map((exchange) => exchange.id));
  const firm = ownNames(exchanges);
  const seen = new Set<string>();
  const reported: ReportedName[] = [];
  const faults: RecordFault[] = [];
  for (const { file, text } of files) {
    const [header, ...lines] = text.split(/\r?\n/);
    if (header !== REPORTED_COLUMNS.join(',')) {
      faults.push({ file, field: '1', reason: `is not the header ${REPORTED_COLUMNS.join(',')}` });
      continue;
    }
    for (const [index, line] of lines.entries()) {
      if (line === '') continue;
      const entry = readLine(line);
      const reason = faultOf(entry, ids, firm, seen);
      if (reason) faults.push({ file, field: String(index + 2), reason });
      else {
        seen.add(entry.name);
        reported.push(entry);
      }
    }
  }
  return { reported, faults };
}

function readLine(line: string): ReportedName {
  const [name = '', exchange = '', source = '', first = '', last = '', exact = ''] = line.split(',');
  return {
    name,
    exchange,
    source,
    firstSeen: first || null,
    lastSeen: last || null,
    exact: exact === 'exact',
  };
}

function faultOf(
  entry: ReportedName,
  ids: ReadonlySet<string>,
  firm: ReadonlyMap<string, string>,
  seen: ReadonlySet<string>,
): string | null {
  const host = parseHost(entry.name);
  if (isBadHost(host) || host.ascii !== entry.name) return `${entry.name}: no hostname in lower-case ASCII`;
  if (host.registrable === null) return `${entry.name}: a public suffix`;
  if (!ids.has(entry.exchange)) return `${entry.name}: ${entry.exchange} is no record`;
  if (!entry.source) return `${entry.name}: no source`;
  if (seen.has(entry.name)) return `${entry.name}: reported twice`;
  const owner = firm.get(host.ascii) ?? firm.get(host.registrable);
  if (owner !== undefined) return `${entry.name}: ${owner}'s own, on a firm row`;
  for (const date of [entry.firstSeen, entry.lastSeen]) {
    if (date !== null && (!isPartialDate(date) || !packs(date)))
      return `${entry.name}: ${date} is no date since 2000`;
  }
  return null;
}

function packs(date: string): boolean {
  try {
    return packDate(date) > 0;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
