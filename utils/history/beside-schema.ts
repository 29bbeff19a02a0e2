import * as v from 'valibot';
import { InstantSchema } from './flag-schema.ts';
import { FINDING_KINDS } from './flag-words.ts';
import { field } from './schema-field.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const text = v.pipe(v.string(), v.maxLength(4096));

/** Pages checked and flagged on one local calendar day: without denominators there are no rates. */
export const DailyCountSchema = v.strictObject({
  day: field(
    v.pipe(v.string(), v.isoDate(), v.metadata({ format: 'date' })),
    'Local calendar day.',
    'YYYY-MM-DD',
  ),
  checked: field(count, 'Pages checked that day: the denominator.', 'pages'),
  flagged: field(count, 'Flags of that day, in an export those exported.', 'flags'),
  kinds: field(
    v.record(v.picklist(FINDING_KINDS), count),
    'Flags of that day by finding kind; a flag counts once for each of its kinds.',
    'flags',
  ),
});

/** Why nothing was recorded in an interval. */
export const COVERAGE_REASONS = [
  'recording',
  'not chosen',
  'off',
  'paused',
  'no permission',
  'policy',
] as const;

/** An interval in which recording stood one way. */
export const CoverageIntervalSchema = v.strictObject({
  from: field(InstantSchema, 'Start of the interval, rounded like `observed_at`.'),
  until: field(v.nullable(InstantSchema), 'End of the interval; null while it lasts.'),
  reason: field(
    v.picklist(COVERAGE_REASONS),
    'Recording, or why not. `policy` is never written in this version.',
  ),
});

export const SUCCESSION_KINDS = ['redirect', 'notice', 'claim', 'assets', 'affiliates'] as const;

/** A succession candidate as exported: its key in the database stays there. */
export const EdgeSchema = v.strictObject({
  from: field(text, 'The listed domain or host.'),
  to: field(text, 'The unlisted domain or host that may be its new name.'),
  exchange: field(text, 'Exchange id of `from`.'),
  kind: field(v.picklist(SUCCESSION_KINDS), 'What was seen.'),
  first_seen: field(InstantSchema, 'First time, rounded like `observed_at`.'),
  last_seen: field(InstantSchema, 'Last time, rounded like `observed_at`.'),
  times: field(count, 'How often it was seen, by exported flags alone where others were left out.', 'times'),
  evidence: field(
    v.array(text),
    'What it rests on, as `what: value`; addresses are cut as `url` is, words of a page about itself come with titles only.',
  ),
});
