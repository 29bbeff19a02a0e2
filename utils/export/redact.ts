import { domainOf } from '../domain/domain-of.ts';
import { toUnicodeHost } from '../domain/idn.ts';
import type { FlagFinding, FlagRecord } from '../history/flag.ts';
import { atLeast, type ExportOptions } from './options.ts';
import type { Pseudonyms } from './pseudonym.ts';
import { redactEvidence, redactWords } from './redact-evidence.ts';
import { joinRedactions, redactionsOf } from './redactions.ts';
import { plainLanguage, reduceUrl } from './reduce-address.ts';
import { roundTime } from './round-time.ts';

/**
 * The flag as it may leave the device. Every field is named here, so that nothing else a stored flag
 * carries (`local` above all) can come along; no field holds more than the stored one.
 */
export function redact(flag: FlagRecord, options: ExportOptions, pseudonyms: Pseudonyms): FlagRecord {
  const { instant, tzOffsetMinutes } = roundTime(flag.observed_at, flag.tz_offset_min, options.time);
  const worded = atLeast(options.level, 'path');
  return {
    schema_version: 1,
    flag_id: options.flag_ids === 'new' ? pseudonyms.flag(flag.flag_id) : flag.flag_id,
    observed_at: instant,
    tz_offset_min: tzOffsetMinutes,
    tier: flag.tier,
    findings: flag.findings.map((finding) => redactFinding(finding, options)),
    score: flag.score,
    ...redactHost(flag, options),
    url: reduceUrl(flag.url, options),
    title: options.title ? flag.title : null,
    html_lang: worded ? flag.html_lang : plainLanguage(flag.html_lang),
    detected_lang: flag.detected_lang,
    script: flag.script,
    signals: flag.signals.map(({ id, version, value, weight }) => ({
      id,
      version,
      value: redactWords({ id, value }, options),
      weight,
    })),
    list: {
      version: flag.list.version,
      sha256: flag.list.sha256,
      entry_first_seen: flag.list.entry_first_seen,
    },
    detector_version: flag.detector_version,
    extension_version: flag.extension_version,
    browser: flag.browser,
    os: flag.os,
    ...redactTrail(flag, options),
    session_pseudonym: pseudonyms.session(flag.session_pseudonym),
    study_id: options.study?.study_id ?? null,
    participant_id: options.study?.participant_id ?? null,
    page_kind: flag.page_kind,
    settings: {
      stored_detail: flag.settings.stored_detail,
      store_title: flag.settings.store_title,
      ignored_kinds: [...flag.settings.ignored_kinds],
    },
    action: flag.action,
    redactions: joinRedactions(flag.redactions, redactionsOf(options)),
  };
}

function redactHost(flag: FlagRecord, { level }: ExportOptions) {
  if (level !== 'domain') {
    const { host, host_unicode, registrable_domain } = flag;
    return { host, host_unicode, registrable_domain };
  }
  const domain = domainOf(flag.host);
  const registrable_domain = flag.registrable_domain === null ? null : domain;
  return { host: domain, host_unicode: toUnicodeHost(domain), registrable_domain };
}

function redactFinding(finding: FlagFinding, options: ExportOptions): FlagFinding {
  const { kind, exchange, target, techniques, matched_rule, evidence } = finding;
  return {
    kind,
    exchange,
    target: target !== null && options.level === 'domain' ? domainOf(target) : target,
    techniques: [...techniques],
    matched_rule,
    evidence: redactEvidence(evidence, options),
  };
}

function redactTrail(flag: FlagRecord, { level }: ExportOptions) {
  if (level === 'domain') return { referrer_domain: null, redirect_chain: [] };
  const { referrer_domain, redirect_chain } = flag;
  if (atLeast(level, 'path')) return { referrer_domain, redirect_chain: [...redirect_chain] };
  return {
    referrer_domain: referrer_domain === null ? null : domainOf(referrer_domain),
    redirect_chain: redirect_chain.map(domainOf).filter((domain) => domain !== ''),
  };
}
