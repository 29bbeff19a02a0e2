import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isBadHost, parseHost } from '../../utils/domain/host.ts';
import type { LookalikeMatch } from '../../utils/lookalike/match.ts';
import type { Matcher } from '../../utils/lookalike/open.ts';

/** Hits over hosts, for high confidence alone and in all. */
export interface Share {
  hosts: number;
  hits: number;
  high: number;
  /** Of the hits, those that name the labelled exchange; hits whose label no exchange bears are left out. */
  named: number;
  right: number;
}

export interface HostsReport {
  /** Recall on labelled lookalikes, by set. */
  sets: Record<string, Share>;
  /** The same by set and technique. */
  techniques: Record<string, Record<string, Share>>;
  /** Hosts that should be quiet, by set, and those that alarm. */
  quiet: Record<string, { hosts: number; alarms: { host: string; match: LookalikeMatch }[] }>;
  /** Labelled hosts that were missed. */
  misses: { set: string; host: string; brand: string }[];
  /** Hits that name another exchange. */
  wrong: { host: string; brand: string; exchange: string }[];
}

interface Labelled {
  host: string;
  brand: string;
  technique?: string;
}

/** Measures a folder of `NAME.jsonl` ({host, brand, technique?} a line) and `NAME.txt` (a benign host a line). */
export function evaluateHosts(
  dir: string,
  matcher: Matcher,
  exchangeOf: (brand: string) => string | null,
): HostsReport {
  const report: HostsReport = { sets: {}, techniques: {}, quiet: {}, misses: [], wrong: [] };
  for (const file of readdirSync(dir).sort()) {
    const set = path.parse(file).name;
    const lines = readFileSync(path.join(dir, file), 'utf8').split('\n').filter(Boolean);
    if (file.endsWith('.txt')) report.quiet[set] = measureQuiet(lines, matcher);
    if (!file.endsWith('.jsonl')) continue;
    for (const line of lines) {
      const row = JSON.parse(line) as Partial<Labelled>;
      if (row.host && row.brand) measureLabelled(report, set, row as Labelled, matcher, exchangeOf);
    }
  }
  return report;
}

function matchOf(text: string, matcher: Matcher): LookalikeMatch | null {
  const host = parseHost(text);
  return isBadHost(host) ? null : matcher.match(host);
}

function measureQuiet(lines: string[], matcher: Matcher): HostsReport['quiet'][string] {
  const alarms = lines.flatMap((host) => {
    const match = matchOf(host, matcher);
    return match ? [{ host, match }] : [];
  });
  return { hosts: lines.length, alarms };
}

function measureLabelled(
  report: HostsReport,
  set: string,
  row: Labelled,
  matcher: Matcher,
  exchangeOf: (brand: string) => string | null,
): void {
  const match = matchOf(row.host, matcher);
  const wanted = exchangeOf(row.brand);
  report.sets[set] ??= emptyShare();
  report.techniques[set] ??= {};
  const byTechnique = report.techniques[set];
  const technique = row.technique ?? 'all';
  byTechnique[technique] ??= emptyShare();
  for (const share of [report.sets[set], byTechnique[technique]]) {
    share.hosts++;
    if (!match) continue;
    share.hits++;
    if (match.confidence === 'high') share.high++;
    if (wanted !== null) {
      share.named++;
      if (match.exchange === wanted) share.right++;
    }
  }
  if (!match) report.misses.push({ set, host: row.host, brand: row.brand });
  else if (wanted !== null && match.exchange !== wanted) {
    report.wrong.push({ host: row.host, brand: row.brand, exchange: match.exchange });
  }
}

const emptyShare = (): Share => ({ hosts: 0, hits: 0, high: 0, named: 0, right: 0 });
