import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { ExchangeRecord } from '../../utils/exchange/record.ts';

type Raw = Partial<ExchangeRecord> & { id: string; source?: string | string[] };

/** Reads exchange records from a folder of JSON files, one record a file, or from one file holding an array. */
export function loadExchanges(place: string): ExchangeRecord[] {
  const raw = statSync(place).isDirectory()
    ? readdirSync(place)
        .filter((name) => name.endsWith('.json'))
        .sort()
        .map((name) => JSON.parse(readFileSync(path.join(place, name), 'utf8')) as Raw)
    : (JSON.parse(readFileSync(place, 'utf8')) as Raw[]);
  return raw.map(complete);
}

/** Fields that a source leaves out mean none. */
function complete(raw: Raw): ExchangeRecord {
  const source = raw.source === undefined ? [] : [raw.source].flat();
  return {
    ...raw,
    name: raw.name ?? raw.id,
    type: raw.type ?? 'exchange',
    names_zh: raw.names_zh ?? [],
    aliases: raw.aliases ?? [],
    domains: raw.domains ?? [],
    lineage: raw.lineage ?? [],
    status: raw.status ?? 'unknown',
    source,
  };
}
