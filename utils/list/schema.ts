import * as v from 'valibot';
import { isBadHost, parseHost } from '../domain/host.ts';
import {
  CONFIDENCES,
  DOMAIN_ROLES,
  DOMAIN_STATES,
  type ExchangeRecord,
  HOUSE_TYPES,
  LINEAGE_KINDS,
} from '../exchange/record.ts';
import { isPartialDate } from './partial-date.ts';

const text = v.pipe(
  v.string(),
  v.check(
    (value) => value.trim() !== '' && value === value.trim(),
    'is empty or begins or ends with a space',
  ),
  v.check((value) => !hasControl(value), 'has a control character'),
);
const source = v.pipe(text, v.minLength(3, 'a source must be named'));
const date = v.pipe(text, v.check(isPartialDate, 'is no date of the form 2017, 2017-08 or 2017-08-30'));
const year = v.pipe(v.number(), v.integer(), v.minValue(2008), v.maxValue(2100));
const id = v.pipe(text, v.regex(/^[a-z0-9][a-z0-9_-]{0,63}$/, 'may hold a–z, 0–9, _ and - only'));
const webAddress = v.pipe(text, v.url('is no web address'));
const listOf = <Item extends v.GenericSchema<unknown, unknown>>(item: Item) =>
  v.pipe(
    v.array(item),
    v.check(
      (items) => new Set(items.map((entry) => JSON.stringify(entry))).size === items.length,
      'holds something twice',
    ),
  );
const hostname = v.pipe(
  text,
  v.check(isCanonicalHost, 'is no hostname in lower-case ASCII (punycode) without a trailing dot'),
);

const domainRow = v.pipe(
  v.strictObject({
    domain: hostname,
    host: v.exactOptional(hostname),
    imitated_only: v.exactOptional(v.literal(true)),
    role: v.picklist(DOMAIN_ROLES),
    from: v.exactOptional(date),
    until: v.exactOptional(date),
    last_seen_live: v.exactOptional(date),
    domain_status: v.exactOptional(
      v.strictObject({ state: v.picklist(DOMAIN_STATES), checked: date, source }),
    ),
    confidence: v.exactOptional(v.picklist(CONFIDENCES)),
    note: v.exactOptional(text),
    source,
  }),
  v.forward(
    v.check(
      (row) => isRegistrable(row.domain),
      ({ input }) => notRegistrable(input.domain),
    ),
    ['domain'],
  ),
  v.forward(
    v.check(
      (row) => row.host === undefined || row.host.endsWith(`.${row.domain}`),
      'is no host of the domain',
    ),
    ['host'],
  ),
  v.forward(
    v.check(
      (row) => !row.from || !row.until || row.from.slice(0, 4) <= row.until.slice(0, 4),
      'ends before it begins',
    ),
    ['until'],
  ),
);

const lineageEdge = v.strictObject({
  from: hostname,
  to: hostname,
  kind: v.picklist(LINEAGE_KINDS),
  year: v.exactOptional(year),
  confidence: v.exactOptional(v.picklist(['claimed', 'inferred'])),
  note: v.exactOptional(text),
  source,
});

/** One exchange's record, strict: a field that it does not know is an error. */
export const exchangeSchema = v.pipe(
  v.strictObject({
    id,
    name: text,
    type: v.picklist(HOUSE_TYPES),
    names_zh: listOf(text),
    names_zh_source: v.exactOptional(v.record(text, source)),
    names_pinyin: v.exactOptional(
      listOf(v.strictObject({ form: text, example: v.exactOptional(text), source })),
    ),
    aliases: listOf(text),
    aliases_zh_informal: v.exactOptional(listOf(v.strictObject({ name: text, source }))),
    ambiguous_names: v.exactOptional(listOf(text)),
    name_is_ambiguous: v.exactOptional(v.boolean()),
    status: v.picklist(['active', 'defunct', 'unknown']),
    status_detail: v.exactOptional(text),
    status_year: v.exactOptional(year),
    status_note: v.exactOptional(text),
    status_source: v.exactOptional(listOf(source)),
    launched: v.exactOptional(date),
    countries: v.exactOptional(
      listOf(v.pipe(text, v.regex(/^[A-Z]{2}$/, 'is no ISO 3166 code of two letters'))),
    ),
    serves_cn: v.exactOptional(
      v.strictObject({
        value: v.union([v.boolean(), v.literal('unknown')]),
        strength: v.exactOptional(v.picklist(['strong', 'medium', 'weak'])),
        likely: v.exactOptional(v.boolean()),
        evidence: v.exactOptional(text),
        source: v.exactOptional(source),
      }),
    ),
    domains: v.array(domainRow),
    lineage: listOf(lineageEdge),
    note: v.exactOptional(text),
    possible_duplicate_of: v.exactOptional(id),
    merged_ids: v.exactOptional(listOf(id)),
    block123: v.exactOptional(webAddress),
    bio_zh_source: v.exactOptional(webAddress),
    source: v.pipe(listOf(source), v.minLength(1, 'a record needs a source')),
  }),
  v.forward(
    v.check(
      (record) => !record.serves_cn || record.serves_cn.value === 'unknown' || !!record.serves_cn.source,
      'has no source',
    ),
    ['serves_cn'],
  ),
  v.forward(
    v.check(
      (record) => Object.keys(record.names_zh_source ?? {}).every((name) => record.names_zh.includes(name)),
      'names what names_zh has not',
    ),
    ['names_zh_source'],
  ),
) satisfies v.GenericSchema<unknown, ExchangeRecord>;

/** assets/list/version.json: what the bundled list is called and how long it may be believed. */
export const versionSchema = v.pipe(
  v.strictObject({
    version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
    issued: v.pipe(v.string(), v.isoTimestamp('is no UTC time like 2026-11-23T00:00:00Z')),
    expires: v.pipe(v.string(), v.isoTimestamp('is no UTC time like 2026-11-23T00:00:00Z')),
  }),
  v.forward(
    v.check((value) => !(Date.parse(value.issued) >= Date.parse(value.expires)), 'is not after issued'),
    ['expires'],
  ),
);
export type ListVersion = v.InferOutput<typeof versionSchema>;

function isCanonicalHost(value: string): boolean {
  const host = parseHost(value);
  return !isBadHost(host) && host.ascii === value;
}

function isRegistrable(value: string): boolean {
  const host = parseHost(value);
  return !isBadHost(host) && host.registrable === value;
}

/** Of a host the domain is named, and where the host belongs. */
function notRegistrable(value: string): string {
  const host = parseHost(value);
  const domain = isBadHost(host) ? null : host.registrable;
  const advice = domain
    ? `: give ${domain}; a single host goes into \`host\``
    : ' (public and private suffixes are refused)';
  return `is no registrable domain${advice}`;
}

function hasControl(value: string): boolean {
  return /\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u.test(value) || !value.isWellFormed();
}
