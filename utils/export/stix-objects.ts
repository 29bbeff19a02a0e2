import { generateDomainNameId, generateIPv4AddrId, generateUrlId } from '@security-alliance/stix/2.1';
import type { FlagFinding, FlagRecord } from '../history/flag.ts';

/** A STIX cyber-observable object; its id follows from its value (STIX 2.1, section 2.9). */
export interface Observable {
  type: 'domain-name' | 'ipv4-addr' | 'url';
  spec_version: '2.1';
  id: string;
  value: string;
}

/** Fields of a flag that no object here holds; those within another are dotted. */
export const NOT_IN_STIX = [
  'schema_version',
  'tz_offset_min',
  'score',
  'host_unicode',
  'registrable_domain',
  'html_lang',
  'detected_lang',
  'script',
  'list.entry_first_seen',
  'extension_version',
  'browser',
  'os',
  'session_pseudonym',
  'study_id',
  'participant_id',
  'page_kind',
  'settings',
  'action',
] as const satisfies (keyof FlagRecord | 'list.entry_first_seen')[];

/** What of the flag can be observed: its host, and its address where that is kept. */
export function observables({ host, url }: FlagRecord): Observable[] {
  const found: Observable[] = [];
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(host)) {
    found.push({ type: 'ipv4-addr', spec_version: '2.1', id: generateIPv4AddrId(host), value: host });
  } else if (host !== '') {
    found.push({ type: 'domain-name', spec_version: '2.1', id: generateDomainNameId(host), value: host });
  }
  if (url !== null) found.push({ type: 'url', spec_version: '2.1', id: generateUrlId(url), value: url });
  return found;
}

/** `observed-data` and `note` of a flag, and an `indicator` where it was confirmed and is no listed address. */
export function* sightedObjects(
  flag: FlagRecord,
  seen: Observable[],
  confirmed: boolean,
): Generator<{ id: string }> {
  if (seen.length === 0) return;
  const common = { spec_version: '2.1', created: flag.observed_at, modified: flag.observed_at };
  const id = `observed-data--${flag.flag_id}`;
  yield {
    type: 'observed-data',
    id,
    ...common,
    first_observed: flag.observed_at,
    last_observed: flag.observed_at,
    number_observed: 1,
    object_refs: seen.map((object) => object.id),
  } as { id: string };
  yield {
    type: 'note',
    id: `note--${flag.flag_id}`,
    ...common,
    abstract: `Ensign flag: ${flag.tier}`,
    content: noteText(flag),
    object_refs: [id],
  } as { id: string };
  if (!confirmed || flag.findings.some((finding) => finding.kind === 'listed')) return;
  yield {
    type: 'indicator',
    id: `indicator--${flag.flag_id}`,
    ...common,
    name: `Confirmed: ${flag.host}`,
    indicator_types: ['unknown'],
    pattern: seen.map(({ type, value }) => `[${type}:value = '${escapePattern(value)}']`).join(' AND '),
    pattern_type: 'stix',
    valid_from: flag.observed_at,
  } as { id: string };
}

/** Says what a source recorded or a rule found; never that a site is malicious. */
function noteText(flag: FlagRecord): string {
  return [
    ...flag.findings.map(findingText),
    flag.title === null ? '' : `Title: ${flag.title}`,
    flag.referrer_domain === null ? '' : `Referrer: ${flag.referrer_domain}`,
    flag.redirect_chain.length === 0 ? '' : `Redirected by: ${flag.redirect_chain.join(', ')}`,
    flag.signals.length === 0 ? '' : `Signals: ${flag.signals.map(signalText).join('; ')}`,
    `List version ${flag.list.version} (sha256 ${flag.list.sha256 || 'unknown'}), detector ${flag.detector_version}.`,
    'Recorded by software on what sources and pages say; no statement of wrongdoing.',
    `Redactions: ${flag.redactions.join('; ') || 'none'}`,
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function findingText({ kind, exchange, target, techniques, matched_rule, evidence }: FlagFinding): string {
  const about = [exchange, target, ...techniques].filter((word) => word !== null).join(', ');
  return `Finding ${kind} (${matched_rule})${about && `: ${about}`}${evidence.length > 0 ? ` [${evidence.join('; ')}]` : ''}`;
}

function signalText({ id, value, weight }: FlagRecord['signals'][number]): string {
  return `${id}${value && `=${value}`} (${weight})`;
}

/** STIX patterning, section 3: backslash and quote are escaped within a string literal. */
function escapePattern(value: string): string {
  return value.replace(/[\\']/g, (character) => `\\${character}`);
}
