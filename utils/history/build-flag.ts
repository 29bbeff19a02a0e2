import { domainOf } from '../domain/domain-of.ts';
import { siteOf } from '../domain/site-of.ts';
import { exchangeOf } from '../verdict/explain.ts';
import type { Finding, Verdict } from '../verdict/finding.ts';
import type { FlagFinding, FlagRecord, StoredDetail, StoredFlag } from './flag.ts';
import { keptFinding } from './kept-finding.ts';

/** What surrounds a verdict when it is recorded. */
export interface FlagContext {
  flagId: string;
  /** Key of the committed document, unique in this profile. */
  document: string;
  /** Milliseconds since the epoch. */
  now: number;
  timezoneOffsetMinutes: number;
  url: string;
  title: string | null;
  htmlLang: string | null;
  detectedLang: FlagRecord['detected_lang'];
  /** Hosts that led here, the first asked for first. */
  redirectChain: string[];
  referrerDomain: string | null;
  sessionPseudonym: string;
  settings: FlagRecord['settings'];
  listSha256: string;
  detectorVersion: string;
  extensionVersion: string;
  browser: string;
  os: string;
}

/** The record of a verdict with findings. Nothing beyond the stored detail enters it. */
export function buildFlag(verdict: Verdict, context: FlagContext): StoredFlag {
  const landing = verdict.findings.find((finding) => finding.kind === 'landing');
  const kept = verdict.findings.map((finding) => keptFinding(finding, context.settings));
  const findings = kept.map(flatten);
  const kinds = [...new Set([...verdict.findings.map((finding) => finding.kind), ...verdict.ignored])];
  const exchanges = [...new Set(findings.flatMap((finding) => finding.exchange ?? []))];
  const domainOnly = context.settings.stored_detail === 'domain';
  return {
    schema_version: 1,
    flag_id: context.flagId,
    observed_at: new Date(context.now).toISOString(),
    tz_offset_min: -context.timezoneOffsetMinutes,
    tier: verdict.tier,
    findings,
    score: Math.max(0, ...verdict.findings.map(scoreOf)),
    host: domainOnly ? siteOf(verdict.host) : verdict.host.ascii,
    host_unicode: domainOnly ? siteOf(verdict.host) : verdict.host.unicode,
    registrable_domain: verdict.host.registrable,
    url: addressAt(context.url, context.settings.stored_detail),
    title: context.settings.store_title ? context.title : null,
    html_lang: context.htmlLang,
    detected_lang: context.detectedLang,
    script: landing?.script ?? null,
    signals: kept.flatMap((finding) => ('signals' in finding ? finding.signals : [])),
    list: {
      version: verdict.list.version,
      sha256: context.listSha256,
      entry_first_seen: firstSeen(verdict.findings),
    },
    detector_version: context.detectorVersion,
    extension_version: context.extensionVersion,
    browser: context.browser,
    os: context.os,
    referrer_domain: context.referrerDomain,
    redirect_chain: domainOnly ? context.redirectChain.map(domainOf) : context.redirectChain,
    session_pseudonym: context.sessionPseudonym,
    study_id: null,
    participant_id: null,
    page_kind: landing?.pageKind ?? 'none',
    settings: context.settings,
    action: verdict.findings.length === 0 ? 'ignored' : 'shown',
    redactions: [],
    local: {
      document: context.document,
      kinds,
      exchanges,
      findings: kept,
    },
  };
}

/** The address cut to the detail: 'host' and 'domain' keep none, 'path' drops query and fragment, 'full' the fragment. */
export function addressAt(url: string, detail: StoredDetail): string | null {
  if (detail === 'domain' || detail === 'host') return null;
  const address = new URL(url);
  address.hash = '';
  address.username = '';
  address.password = '';
  if (detail === 'path') address.search = '';
  return address.href;
}

/** A finding as flags record it: ids, names and rules, without what is only displayed. */
export function flatten(finding: Finding): FlagFinding {
  const exchange = exchangeOf(finding)?.id ?? null;
  const base = { kind: finding.kind, exchange, target: null, techniques: [] as string[] };
  switch (finding.kind) {
    case 'listed':
      return {
        ...base,
        target: finding.name,
        matched_rule: `listed: ${finding.role}`,
        evidence: [finding.source, ...finding.weaknesses],
      };
    case 'reported':
      return { ...base, target: finding.name, matched_rule: 'reported', evidence: [finding.source] };
    case 'lookalike':
      return {
        ...base,
        target: finding.match.target,
        techniques: finding.match.techniques,
        matched_rule: `lookalike: ${finding.match.confidence}`,
        evidence: finding.match.marks.map(
          (mark) => `${mark.kind} ${mark.start}-${mark.end} ${mark.expected}`,
        ),
      };
    case 'landing':
      return { ...base, matched_rule: `landing: ${finding.pageKind}`, evidence: values(finding.signals) };
    case 'brandClaim':
      return { ...base, matched_rule: 'brand claim', evidence: values(finding.signals) };
    case 'operations':
      return {
        ...base,
        matched_rule: 'operations',
        evidence: values([...finding.operations, ...finding.seatClaims]),
      };
    case 'succession':
      return {
        ...base,
        target: finding.from,
        matched_rule: `succession: ${finding.evidence}`,
        evidence: [finding.from, finding.to],
      };
  }
}

/** `id: words`; the id alone where the words were left out. */
function values(signals: { id: string; value: string }[]): string[] {
  return signals.map(({ id, value }) => (value === '' ? id : `${id}: ${value}`));
}

export function scoreOf(finding: Finding): number {
  switch (finding.kind) {
    case 'listed':
    case 'reported':
      return 1;
    case 'lookalike':
      return finding.match.score;
    case 'landing':
      return finding.score;
    default:
      return 0;
  }
}

function firstSeen(findings: Finding[]): string | null {
  for (const finding of findings) {
    if (finding.kind === 'listed') return finding.from;
    if (finding.kind === 'reported') return finding.firstSeen;
  }
  return null;
}
