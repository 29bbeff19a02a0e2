import { isBadHost, parseHost } from '../../utils/domain/host.ts';
import { flatten } from '../../utils/history/build-flag.ts';
import type { FlagFinding, FlagRecord } from '../../utils/history/flag.ts';
import { BIAS, WEIGHTS } from '../../utils/landing/weights.ts';
import type { PageFinding } from '../../utils/verdict/decide.ts';
import type { SuccessionFinding, Tier } from '../../utils/verdict/finding.ts';
import { type HostSources, judgeHost } from '../../utils/verdict/judge-host.ts';
import { exchangeName } from '../../utils/verdict/listed.ts';

/** A verdict in what makes it up: the tier, and each finding by kind, exchange, name, techniques and rule. */
export interface Outline {
  tier: Tier;
  findings: string[];
}

export interface Replayed {
  flag_id: string;
  result: 'equal' | 'explained' | 'unexplained';
  /** The redactions, or the other list or detector, that keep the verdict from being reached again. */
  because: string[];
  recorded: Outline;
  replayed: Outline | null;
}

/** What a flag is judged by again. */
export interface Judge {
  sources: HostSources;
  /** Of the list in `sources`, hexadecimal. */
  listSha256: string;
  /** Version of the code that judges. */
  detector: string;
}

const LANDING = 0.5;
/** Weights are recorded to two decimals: by at most this much each differs from the one that decided. */
const WEIGHT_ROUNDING = 0.005;

/**
 * Judges a flag again, from what the record holds: the host by list and lookalikes, a landing page by the
 * recorded weights of its signals, brand claim, operations and succession as recorded (the page they were read
 * from is not kept), precedence and tier by the one table.
 */
export function replayFlag(flag: FlagRecord, judge: Judge): Replayed {
  const recorded: Outline = { tier: flag.tier, findings: flag.findings.map(outline) };
  const host = parseHost(flag.host);
  const replayed = isBadHost(host) ? null : replayedOutline(flag, judge.sources);
  const equal = replayed !== null && JSON.stringify(replayed) === JSON.stringify(recorded);
  const because = equal ? [] : preventing(flag, judge);
  const result = equal ? 'equal' : because.length > 0 ? 'explained' : 'unexplained';
  return { flag_id: flag.flag_id, result, because, recorded, replayed };
}

function replayedOutline(flag: FlagRecord, sources: HostSources): Outline | null {
  const host = parseHost(flag.host);
  if (isBadHost(host)) return null;
  const verdict = judgeHost(sources, host, {
    page: pageFindings(flag, sources),
    succession: successionOf(flag, sources),
    ignoredKinds: flag.settings.ignored_kinds,
  });
  return { tier: verdict.tier, findings: verdict.findings.map((finding) => outline(flatten(finding))) };
}

function outline({ kind, exchange, target, techniques, matched_rule }: FlagFinding): string {
  return [kind, exchange ?? '-', target ?? '-', techniques.join('+') || '-', matched_rule].join(' ');
}

function pageFindings(flag: FlagRecord, sources: HostSources): PageFinding[] {
  return flag.findings.flatMap((finding): PageFinding[] => {
    const exchange = nameOf(finding.exchange, sources);
    switch (finding.kind) {
      case 'landing': {
        const { score, reachable } = landingScore(flag);
        if (!reachable || flag.page_kind === 'none') return [];
        const { page_kind: pageKind, script } = flag;
        return [
          {
            kind: 'landing',
            tier: 'caution',
            exchange,
            pageKind,
            script: script ?? 'none',
            sure: 'low',
            score,
            signals: [],
          },
        ];
      }
      case 'brandClaim':
        return exchange ? [{ kind: 'brandClaim', tier: 'caution', exchange, signals: [] }] : [];
      case 'operations':
        return [{ kind: 'operations', tier: 'none', operations: [], seatClaims: [] }];
      default:
        return [];
    }
  });
}

/**
 * The logistic of the recorded weights; signals of other findings carry ids of their own. A page at the very edge is
 * taken for what was recorded where the rounding of its weights reaches the other side.
 */
function landingScore(flag: FlagRecord): { score: number; reachable: boolean } {
  const weights = flag.signals.filter(({ id }) => Object.hasOwn(WEIGHTS, id)).map(({ weight }) => weight);
  const sum = weights.reduce((total, weight) => total + weight, BIAS);
  return {
    score: Math.round(1000 * logistic(sum)) / 1000,
    reachable: logistic(sum + WEIGHT_ROUNDING * weights.length) >= LANDING,
  };
}

function logistic(sum: number): number {
  return 1 / (1 + Math.exp(-sum));
}

function successionOf(flag: FlagRecord, sources: HostSources): SuccessionFinding | null {
  const found = flag.findings.find((finding) => finding.kind === 'succession');
  const exchange = nameOf(found?.exchange ?? null, sources);
  if (!found || !exchange) return null;
  const evidence = found.matched_rule.replace('succession: ', '') as SuccessionFinding['evidence'];
  return {
    kind: 'succession',
    tier: 'caution',
    exchange,
    from: found.target ?? '',
    to: flag.host,
    evidence,
    seen: flag.observed_at.slice(0, 10),
  };
}

function nameOf(id: string | null, { list }: HostSources) {
  const record = id === null ? null : list.exchangeById(id);
  return record ? exchangeName(record) : null;
}

const PREVENTING = new Set(['host: registrable domain', 'findings.target: registrable domain']);

/** What of the record may keep the verdict from being reached again. */
function preventing(flag: FlagRecord, { listSha256, detector }: Judge): string[] {
  return [
    ...flag.redactions.filter((redaction) => PREVENTING.has(redaction)),
    ...(flag.settings.stored_detail === 'domain' ? ['stored_detail: domain'] : []),
    ...(flag.list.sha256 === listSha256
      ? []
      : [`list: version ${flag.list.version}, ${flag.list.sha256 || 'no hash'}`]),
    ...(flag.detector_version === detector ? [] : [`detector: version ${flag.detector_version}`]),
  ];
}
