import * as v from 'valibot';
import type { ChineseScript, PageKind } from '../landing/assessment.ts';
import { STORED_DETAILS } from '../settings/settings.ts';
import { TIERS } from '../verdict/finding.ts';
import { FINDING_KINDS, FLAG_ACTIONS } from './flag-words.ts';
import { field } from './schema-field.ts';

export const DETECTED_LANGUAGES = ['zh', 'ja', 'ko', 'other'] as const;
const SCRIPTS = ['Hans', 'Hant', 'mixed', 'none'] as const satisfies ChineseScript[];
const PAGE_KINDS = ['exchange', 'affiliate', 'payment', 'none'] as const satisfies PageKind[];

/** What no browser shows whole anyway; an import with more is refused instead of filling the history. */
const MAX = { address: 65_536, text: 4096, name: 253, list: 1000 };

const text = v.pipe(v.string(), v.maxLength(MAX.text));
const hostname = v.pipe(v.string(), v.maxLength(MAX.name));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-(?:0\d|1[0-2])-(?:[0-2]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;
const SHA256 = /^(?:[0-9a-f]{64})?$/;

/** '2026-02-30T00:00:00.000Z' has the form of an instant and is none. */
function isInstant(text: string): boolean {
  const milliseconds = Date.parse(text);
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString() === text;
}

/** UTC, ISO 8601 with milliseconds. */
export const InstantSchema = v.pipe(
  v.string(),
  v.regex(INSTANT),
  v.check(isInstant, 'no such instant'),
  v.metadata({ format: 'datetime' }),
);

const listOf = <Item extends v.GenericSchema>(item: Item) => v.pipe(v.array(item), v.maxLength(MAX.list));

export const FlagFindingSchema = v.strictObject({
  kind: field(v.picklist(FINDING_KINDS), 'What the finding claims.'),
  exchange: field(v.nullable(text), 'Exchange id in the list; null where the page matches none we list.'),
  target: field(
    v.nullable(hostname),
    'The listed or imitated domain; the registrable domain where only that was kept.',
  ),
  techniques: field(listOf(text), 'Techniques of a lookalike, strongest first.'),
  matched_rule: field(text, 'The rule that matched, in words that do not change between versions.'),
  evidence: field(listOf(text), 'What the rule rests on: sources, positions that differ, matched words.'),
});

export const SignalSchema = v.strictObject({
  id: field(text, 'Id of the signal; its definition never changes within a version.'),
  version: field(count, 'Version of the signal.'),
  value: field(text, 'The words that matched; empty where left out.'),
  weight: field(v.number(), 'Contribution to the score; 0: shown, never scored.'),
});

export const FlagSettingsSchema = v.strictObject({
  stored_detail: field(v.picklist(STORED_DETAILS), 'How much of an address was stored at the time.'),
  store_title: field(v.boolean(), 'Whether titles were stored at the time.'),
  ignored_kinds: field(listOf(v.picklist(FINDING_KINDS)), 'Finding kinds silenced for this domain.'),
});

/** One flag of one committed document, schema version 1: the single source of type, codebook and schemas. */
export const FlagRecordSchema = v.strictObject({
  schema_version: field(v.literal(1), 'Version of this schema.'),
  flag_id: field(
    v.pipe(v.string(), v.regex(UUID_V4)),
    'UUIDv4, random, so that it betrays no time; flags with the same id are the same flag.',
  ),
  observed_at: field(
    InstantSchema,
    'When the document was first flagged, UTC. By hour: start of the hour; by day: the local calendar day at 00:00Z.',
  ),
  tz_offset_min: field(
    v.pipe(v.number(), v.integer(), v.minValue(-900), v.maxValue(900)),
    'Local time minus UTC at that moment; 0 where times are by day.',
    'minutes',
  ),
  tier: field(v.picklist(TIERS), 'The strongest tier of the findings.'),
  findings: field(listOf(FlagFindingSchema), 'All claims about the document, strongest first.'),
  score: field(share, 'Strength of the strongest finding; 1 for a listed or reported name.', '0..1'),
  host: field(hostname, 'Hostname in ASCII; the registrable domain where only that was kept.'),
  host_unicode: field(hostname, 'The same with punycode decoded.'),
  registrable_domain: field(
    v.nullable(hostname),
    'Registrable domain by the Public Suffix List, private suffixes counted as suffixes.',
  ),
  url: field(
    v.nullable(v.pipe(v.string(), v.maxLength(MAX.address))),
    'The address as far as kept, never with a fragment or credentials; null where only the host is kept.',
  ),
  title: field(v.nullable(text), 'Title of the document, where its keeping was chosen.'),
  html_lang: field(v.nullable(text), 'Language the document declares.'),
  detected_lang: field(
    v.nullable(v.picklist(DETECTED_LANGUAGES)),
    'Language by the scripts counted. Null in flags of this version.',
  ),
  script: field(v.nullable(v.picklist(SCRIPTS)), 'Chinese script of a landing page.'),
  signals: field(listOf(SignalSchema), 'What was observed on the page.'),
  list: field(
    v.strictObject({
      version: field(count, 'Version of the list in use.'),
      sha256: field(v.pipe(v.string(), v.regex(SHA256)), 'Hash of that list.'),
      entry_first_seen: field(
        v.nullable(text),
        'Since when the source dates the name in this use, or reported it.',
      ),
    }),
    'The list that was asked.',
  ),
  detector_version: field(
    text,
    'What decided: version of the rules, and hash of the code and tables; `ensign flags detector` names its commits.',
  ),
  extension_version: field(text, 'Version of the extension.'),
  browser: field(text, 'Browser and major version.'),
  os: field(text, 'Operating system.'),
  referrer_domain: field(
    v.nullable(hostname),
    'Domain of the page that led here. Null in flags of this version.',
  ),
  redirect_chain: field(listOf(hostname), 'Hosts asked for on the way, first to last but one.'),
  session_pseudonym: field(text, 'The same for flags of one browser session.'),
  study_id: field(v.nullable(text), 'Study the export was made for.'),
  participant_id: field(v.nullable(text), 'Participant within that study.'),
  page_kind: field(v.picklist(PAGE_KINDS), 'Kind of a landing page.'),
  settings: field(FlagSettingsSchema, 'Settings that influence a verdict, in clear.'),
  action: field(
    v.picklist(FLAG_ACTIONS),
    'What the user was shown and did; the latest wins. `reported` is never written in this version.',
  ),
  redactions: field(listOf(text), 'What was left out or made coarser, as `field: what`.'),
});
