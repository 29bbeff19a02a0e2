import * as v from 'valibot';
import type { Settings } from './settings.ts';

const Address = v.pipe(v.string(), v.maxLength(2048));
const Web = v.pipe(Address, v.regex(/^(?:https:\/\/|mailto:)\S+$/));

/**
 * What an organisation may hold fast through the browser's managed storage, and nothing beyond: it can end
 * recording and shorten what is kept; it cannot record, keep longer, enrol, hide Continue or forbid deletion.
 * `assets/static/managed_schema.json` says the same to Chromium; a test compares the two.
 */
export const POLICY_FIELDS = {
  /** Folder of the published list; '' for the bundled list alone. */
  listAddress: Address,
  /** Public keys as minisign prints them, the current one first. */
  listKeys: v.pipe(v.array(v.pipe(v.string(), v.maxLength(128))), v.minLength(1), v.maxLength(2)),
  listIntervalHours: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(168)),
  language: v.picklist(['en', 'zh_CN', 'zh_TW']),
  /** Where reports of mistakes go instead of the project's tracker. */
  supportAddress: Web,
  recording: v.literal('off'),
  /** The longest that a flag is kept; the user may choose less. */
  retentionDays: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3650)),
} as const;

type Fields = typeof POLICY_FIELDS;
export type PolicyField = keyof Fields;
export type PolicyValues = { [Name in PolicyField]?: v.InferOutput<Fields[Name]> };

export interface Policy {
  values: PolicyValues;
  /** Fields that mean nothing to us or say what no policy may: left out, and shown. */
  refused: string[];
}

export const NO_POLICY: Policy = { values: {}, refused: [] };

/** Reads managed storage field by field: { recording: 'on', retentionDays: 30 } => retentionDays; refused: recording. */
export function parsePolicy(managed: unknown): Policy {
  if (typeof managed !== 'object' || managed === null || Array.isArray(managed)) return NO_POLICY;
  const values: Record<string, unknown> = {};
  const refused: string[] = [];
  for (const [name, value] of Object.entries(managed)) {
    const field = Object.hasOwn(POLICY_FIELDS, name) ? POLICY_FIELDS[name as PolicyField] : null;
    const parsed = field && v.safeParse(field as v.GenericSchema, value);
    if (parsed?.success) values[name] = parsed.output;
    else refused.push(name);
  }
  return { values: values as PolicyValues, refused: refused.sort() };
}

/** Whether policy says anything that holds. */
export function isManaged({ values }: Policy): boolean {
  return Object.keys(values).length > 0;
}

/** The settings in force: the user's, bounded by policy. */
export function applyPolicy(settings: Settings, { values }: Policy): Settings {
  return {
    ...settings,
    recording: values.recording ?? settings.recording,
    retentionDays: Math.min(settings.retentionDays, values.retentionDays ?? settings.retentionDays),
    language: values.language ?? settings.language,
  };
}
