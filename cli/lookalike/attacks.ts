import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { toUnicodeHost } from '../../utils/domain/idn.ts';
import type { ExchangeRecord } from '../../utils/exchange/record.ts';
import type { AttackCounts } from '../../utils/lookalike/attack-counts.ts';
import { exchangeNames } from '../../utils/lookalike/exchange-names.ts';
import { exchangeByBrand } from '../eval/brand-exchange.ts';
import { loadExchanges } from './load-exchanges.ts';

/** A name this long is counted wherever it stands; a shorter one only between hyphens and dots. */
const DISTINCTIVE = 7;

/** Counts the hosts that hold an exchange's name: longest name first, each host once. */
export function countNamed(
  hosts: Iterable<string>,
  exchanges: readonly ExchangeRecord[],
): Map<string, number> {
  const everyone = Object.fromEntries(exchanges.map(({ id }) => [id, 4]));
  const names = exchangeNames(exchanges, { date: '', sources: [], hosts: everyone })
    .filter((name) => name.kind === 'label' && name.text.length >= 3)
    .sort((a, b) => b.text.length - a.text.length);
  const counts = new Map<string, number>();
  for (const host of hosts) {
    const text = toUnicodeHost(host.toLowerCase());
    const tokens = new Set(text.split(/[.-]/).slice(0, -1));
    const hit = names.find(
      ({ text: name }) => tokens.has(name) || (name.length >= DISTINCTIVE && text.includes(name)),
    );
    if (hit) counts.set(hit.exchange, (counts.get(hit.exchange) ?? 0) + 1);
  }
  return counts;
}

/** Counts the labelled lines {"host", "brand"} of a folder's *.jsonl files, hosts once. */
export function countLabelled(
  lines: Iterable<string>,
  exchanges: readonly ExchangeRecord[],
): Map<string, number> {
  const exchangeOf = exchangeByBrand(exchanges);
  const seen = new Set<string>();
  const counts = new Map<string, number>();
  for (const line of lines) {
    const { host, brand } = JSON.parse(line) as { host?: string; brand?: string };
    const id = brand ? exchangeOf(brand) : null;
    if (!host || !id || seen.has(host)) continue;
    seen.add(host);
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

function main(args: string[]): void {
  const [exchangesPlace, out, date, ...dirs] = args;
  if (!exchangesPlace || !out || !date) {
    console.error('usage: npm run attacks -- EXCHANGES OUT.json DATE [DIR…]');
    process.exit(2);
  }
  const exchanges = loadExchanges(exchangesPlace);
  const require = createRequire(import.meta.url);
  const { blacklist } = require('eth-phishing-detect/src/config.json') as { blacklist: string[] };
  const { version } = require('eth-phishing-detect/package.json') as { version: string };
  const named = countNamed(blacklist, exchanges);
  const sources = [`npm eth-phishing-detect ${version}, blocklist: hosts that hold the name`];
  const labelled = new Map<string, number>();
  for (const dir of dirs) {
    for (const file of ['gold-dev.jsonl', 'silver-dev.jsonl']) {
      const lines = readFileSync(path.join(dir, file), 'utf8').split('\n').filter(Boolean);
      for (const [id, count] of countLabelled(lines, exchanges))
        labelled.set(id, (labelled.get(id) ?? 0) + count);
      sources.push(`labelled set ${file}, ${lines.length} hosts`);
    }
  }
  const hosts: Record<string, number> = {};
  // The sets overlap, so the larger count stands.
  for (const { id } of [...exchanges].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const count = Math.max(named.get(id) ?? 0, labelled.get(id) ?? 0);
    if (count > 0) hosts[id] = count;
  }
  const names = (
    JSON.parse(readFileSync('assets/lookalike/attacker-names.json', 'utf8')) as Required<AttackCounts>
  ).names;
  const attacks: AttackCounts = { date, sources, hosts, names };
  writeFileSync(out, `${JSON.stringify(attacks, null, 2)}\n`);
  console.error(`${Object.keys(hosts).length} exchanges attacked`);
}

if (import.meta.main) main(process.argv.slice(2));
