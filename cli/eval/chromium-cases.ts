import * as v from 'valibot';
import { isBadHost, parseHost } from '../../utils/domain/host.ts';
import { registrableDomain } from '../../utils/domain/registrable-domain.ts';
import type { ExchangeRecord } from '../../utils/exchange/record.ts';
import { buildLookalikeIndex } from '../../utils/lookalike/build-index.ts';
import type { LookalikeMatch } from '../../utils/lookalike/match.ts';
import { type Matcher, openLookalike } from '../../utils/lookalike/open.ts';
import { buildTables, readWeights } from '../lookalike/build-tables.ts';

/** Of a labelled folder: cases transcribed from Chromium's tests. */
export const CHROMIUM_CASES = 'chromium-cases.jsonl';

/** One case transcribed from Chromium's lookalike tests: a host, what it imitates, what their code answers. */
export const ChromiumCaseSchema = v.object({
  case: v.string(),
  input: v.string(),
  target: v.nullable(v.string()),
  expected: v.unknown(),
  note: v.optional(v.string()),
  ctx: v.optional(
    v.object({
      engaged: v.optional(v.array(v.string())),
      brands: v.optional(v.array(v.string())),
      allowlisted_target: v.optional(v.array(v.string())),
      common_words: v.optional(v.array(v.string())),
    }),
  ),
});

export type ChromiumCase = v.InferOutput<typeof ChromiumCaseSchema>;

export interface ChromiumReport {
  concerned: number;
  agreed: number;
  /** Cases about things that Ensign does not decide, by kind. */
  left: Record<string, number>;
  differences: {
    input: string;
    expected: boolean;
    found: string | null;
    /** The rule by which Ensign decides otherwise on purpose; null where it should agree. */
    reason: string | null;
  }[];
}

/** Kinds that ask: is this host a lookalike of one of these sites? The others ask how to display or to count edits. */
const CONCERNED = new Set(['target_embedding', 'combo_squatting', 'navigation', 'similar_top_domain']);
/** Chromium's circumstances that Ensign has not: allowlists, engagement histories, a component's list of words. */
const CIRCUMSTANCE = /allowlist|common word|delivered|redirect|policy|engaged is IDN|metrics|spoof/;

/** Lets our engine answer Chromium's cases, its sites standing in for exchanges (all attacked alike). */
export function evaluateChromium(cases: readonly ChromiumCase[]): ChromiumReport {
  const report: ChromiumReport = { concerned: 0, agreed: 0, left: {}, differences: [] };
  // Its sites are called google, test, office: to be exchanges here they must not be ordinary words.
  const labels = cases.flatMap(sitesOf).map((site) => registrableDomain(site).label ?? site);
  const tables = buildTables(readWeights(), new Set(labels));
  for (const item of cases) {
    const host = parseHost(item.input);
    if (!concerns(item) || isBadHost(host)) {
      report.left[item.case] = (report.left[item.case] ?? 0) + 1;
      continue;
    }
    const expected = item.expected !== false && item.expected !== 'none';
    const match = openFor(sitesOf(item), tables).match(host);
    const difference = (match !== null) !== expected;
    const reason = difference && match ? reasonOf(item, match) : null;
    if (difference)
      report.differences.push({ input: item.input, expected, found: match?.target ?? null, reason });
    if (reason !== null) continue;
    report.concerned++;
    if (!difference) report.agreed++;
  }
  return report;
}

function concerns({ case: kind, note, expected }: ChromiumCase): boolean {
  if (!CONCERNED.has(kind)) return false;
  return !CIRCUMSTANCE.test(`${note ?? ''} ${typeof expected === 'string' ? expected : ''}`);
}

const labelOf = (host: string): string | null => registrableDomain(host).label;

/** Why a match that Chromium does not want is wanted here. */
function reasonOf({ input, ctx }: ChromiumCase, { techniques, target }: LookalikeMatch): string | null {
  const allowed = [
    ...(ctx?.allowlisted_target ?? []),
    ...(ctx?.common_words ?? []).map((word) => `${word}.`),
  ];
  if (allowed.some((name) => input.includes(name))) return 'on an allowlist of its own';
  if (techniques.includes('tld-swap') || labelOf(input) === labelOf(target))
    return 'a swapped suffix is a technique here';
  if (techniques.includes('brand-in-subdomain')) return 'a name before another domain is a technique here';
  if (/\.test$/.test(input)) return 'a suffix outside the root zone is judged like any';
  return null;
}

/** The sites that Chromium's case knows of, and the one it expects to be named. */
function sitesOf({ target, ctx }: ChromiumCase): string[] {
  const brands = (ctx?.brands ?? []).map((brand) => `${brand}.com`);
  const known = [
    ...brands,
    ...(ctx?.engaged ?? []),
    'google.com',
    'youtube.com',
    ...(target ? [target] : []),
  ];
  return [...new Set(known.map((site) => registrableDomain(site).domain ?? site))];
}

function openFor(sites: string[], tables: Uint8Array<ArrayBuffer>): Matcher {
  const exchanges = sites.map(
    (domain): ExchangeRecord => ({
      id: domain,
      name: domain,
      type: 'exchange',
      names_zh: [],
      aliases: [],
      domains: [{ domain, role: 'primary', source: 'Chromium' }],
      lineage: [],
      status: 'active',
      source: ['Chromium'],
    }),
  );
  const hosts = Object.fromEntries(sites.map((site) => [site, 100]));
  return openLookalike(
    tables.buffer.slice(0),
    buildLookalikeIndex(exchanges, { date: '', sources: [], hosts }).buffer,
  );
}
