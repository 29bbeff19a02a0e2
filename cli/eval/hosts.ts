import { readdir } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { type Host, isBadHost, parseHost } from '../../utils/domain/host.ts';
import type { LookalikeMatch } from '../../utils/lookalike/match.ts';
import type { Matcher } from '../../utils/lookalike/open.ts';
import { CommandFailure } from '../outcome.ts';
import { CHROMIUM_CASES } from './chromium-cases.ts';
import type { SetFaults } from './set-faults.ts';
import { setLines, setRows } from './set-lines.ts';

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

const LabelledSchema = v.object({
  host: v.string(),
  brand: v.pipe(v.string(), v.nonEmpty()),
  technique: v.nullish(v.string(), 'all'),
});

type Labelled = v.InferOutput<typeof LabelledSchema>;

/**
 * Measures a folder of `NAME.jsonl` ({host, brand, technique?} a line) and `NAME.txt` (a benign host a line).
 * @throws CommandFailure where it holds no such file
 */
export async function evaluateHosts(
  dir: string,
  matcher: Matcher,
  exchangeOf: (brand: string) => string | null,
  faults: SetFaults,
): Promise<HostsReport> {
  const report: HostsReport = { sets: {}, techniques: {}, quiet: {}, misses: [], wrong: [] };
  const files = (await readdir(dir)).filter((file) => /\.(?:txt|jsonl)$/.test(file)).sort();
  if (files.length === 0) throw new CommandFailure(`${dir} holds no NAME.jsonl and no NAME.txt`, 2);
  for (const name of files) {
    const file = path.join(dir, name);
    const set = path.parse(name).name;
    if (name.endsWith('.txt')) report.quiet[set] = await measureQuiet(file, matcher, faults);
    else if (name !== CHROMIUM_CASES) {
      for await (const { place, row } of setRows(file, LabelledSchema, faults)) {
        const host = hostOf(row.host, place, faults);
        if (host) measureLabelled(report, set, row, matcher.match(host), exchangeOf(row.brand));
      }
    }
  }
  return report;
}

function hostOf(text: string, place: string, faults: SetFaults): Host | null {
  const host = parseHost(text);
  if (!isBadHost(host)) return host;
  faults.add(place, `no hostname: ${host.fault}`);
  return null;
}

async function measureQuiet(
  file: string,
  matcher: Matcher,
  faults: SetFaults,
): Promise<HostsReport['quiet'][string]> {
  const measured: HostsReport['quiet'][string] = { hosts: 0, alarms: [] };
  for await (const { place, text } of setLines(file, faults)) {
    const host = hostOf(text, place, faults);
    if (!host) continue;
    measured.hosts++;
    const match = matcher.match(host);
    if (match) measured.alarms.push({ host: text, match });
  }
  return measured;
}

function measureLabelled(
  report: HostsReport,
  set: string,
  row: Labelled,
  match: LookalikeMatch | null,
  wanted: string | null,
): void {
  report.sets[set] ??= emptyShare();
  report.techniques[set] ??= {};
  const byTechnique = report.techniques[set];
  byTechnique[row.technique] ??= emptyShare();
  for (const share of [report.sets[set], byTechnique[row.technique]!]) {
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
