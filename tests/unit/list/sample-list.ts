import { type Host, isBadHost, parseHost } from '../../../utils/domain/host.ts';
import type { DomainRecord, ExchangeRecord } from '../../../utils/exchange/record.ts';
import type { ListContents, ReportedName } from '../../../utils/list/list-contents.ts';

export function hostOf(text: string): Host {
  const host = parseHost(text);
  if (isBadHost(host)) throw new Error(`${text}: ${host.fault}`);
  return host;
}

export function exchange(id: string, domains: (string | Partial<DomainRecord>)[]): ExchangeRecord {
  return {
    id,
    name: id.toUpperCase(),
    type: 'exchange',
    names_zh: [],
    aliases: [],
    status: 'unknown',
    domains: domains.map((row) => ({
      domain: 'example.com',
      role: 'primary',
      source: 'a test',
      ...(typeof row === 'string' ? { domain: row } : row),
    })),
    lineage: [],
    source: ['a test'],
  };
}

export function reported(name: string, imitated: string, more: Partial<ReportedName> = {}): ReportedName {
  return {
    name,
    exchange: imitated,
    source: 'a blocklist',
    firstSeen: null,
    lastSeen: null,
    exact: false,
    ...more,
  };
}

export function listOf(exchanges: ExchangeRecord[], names: ReportedName[] = []): ListContents {
  return {
    version: 7,
    issued: '2026-11-01T00:00:00Z',
    expires: '2027-02-01T00:00:00Z',
    exchanges,
    reported: names,
  };
}

/** A small list with one of everything. */
export const SAMPLE = listOf(
  [
    exchange('okx', ['okx.com', { domain: 'okex.com', role: 'former' }, 'xn--7hvx6i.com']),
    exchange('gmo', [{ domain: 'z.com', host: 'coin.z.com' }]),
    exchange('pages', ['okx-mirror.pages.dev']),
    exchange('broker', [{ domain: 'etoro.com', imitated_only: true }]),
    exchange('yunbi', ['yunbi.com']),
    exchange('bigone', [{ domain: 'yunbi.com', role: 'former', note: 'its predecessor' }]),
  ],
  [
    reported('0kx-login.com', 'okx', { firstSeen: '2024-05-01', lastSeen: '2025' }),
    reported('okx.evil.example', 'okx', { exact: true, source: 'another blocklist' }),
  ],
);
