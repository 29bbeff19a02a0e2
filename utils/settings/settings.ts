import * as v from 'valibot';
import type { FindingKind } from '../verdict/finding.ts';

/** `undecided` until the welcome page was answered; nothing is recorded then. */
export const RECORDING_MODES = ['undecided', 'on', 'paused', 'off'] as const;
export const LANGUAGES = ['auto', 'en', 'zh_CN', 'zh_TW'] as const;
export const THEMES = ['system', 'light', 'dark'] as const;
export const STORED_DETAILS = ['domain', 'host', 'path', 'full'] as const;
export const IGNORE_TERMS = ['session', 'day', 'week', 'always'] as const;

const KINDS = [
  'listed',
  'reported',
  'lookalike',
  'landing',
  'brandClaim',
  'operations',
  'succession',
] as const satisfies FindingKind[];

/** One entry of the ignore list: kinds silenced for a registrable domain. */
export const IgnoreEntrySchema = v.object({
  id: v.string(),
  /** Registrable domain, private suffixes counted; the host itself where there is none. */
  domain: v.pipe(v.string(), v.maxLength(253)),
  kinds: v.array(v.picklist(KINDS)),
  term: v.picklist(IGNORE_TERMS),
  /** false: later visits are not stored either. */
  record: v.boolean(),
  since: v.string(),
  /** ISO instant; null for always and for the session. */
  until: v.nullable(v.string()),
});

/** Every setting with what holds while it is unset or unreadable. A field that does not parse falls back alone. */
export const SettingsSchema = v.object({
  version: v.fallback(v.literal(1), 1),
  recording: v.fallback(v.picklist(RECORDING_MODES), 'undecided'),
  storedDetail: v.fallback(v.picklist(STORED_DETAILS), 'host'),
  storeTitles: v.fallback(v.boolean(), false),
  /** Days a flag is kept. */
  retentionDays: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3650)), 90),
  language: v.fallback(v.picklist(LANGUAGES), 'auto'),
  theme: v.fallback(v.picklist(THEMES), 'system'),
  /** The card on the page. */
  card: v.fallback(v.boolean(), true),
  /** The card also for firmly listed exchanges. */
  cardForListed: v.fallback(v.boolean(), false),
  /** Folder of the signed list; '' for the bundled list alone, null for what the extension was built with. */
  listAddress: v.fallback(v.nullable(v.pipe(v.string(), v.maxLength(2048))), null),
  /** Public keys as minisign prints them, the current one first; null for those of the build. */
  listKeys: v.fallback(
    v.nullable(v.pipe(v.array(v.pipe(v.string(), v.maxLength(128))), v.maxLength(2))),
    null,
  ),
  ignored: v.fallback(v.array(IgnoreEntrySchema), []),
});

export type Settings = v.InferOutput<typeof SettingsSchema>;
export type IgnoreEntry = v.InferOutput<typeof IgnoreEntrySchema>;

/** Reads stored settings of any version; what is missing or malformed takes its default. */
export function parseSettings(stored: unknown): Settings {
  const record = typeof stored === 'object' && stored !== null && !Array.isArray(stored) ? stored : {};
  return v.parse(SettingsSchema, { ...emptySettings(), ...record });
}

/** What the ignore list says of a domain at an instant (ISO 8601). */
export function ignoreFor(
  entries: IgnoreEntry[],
  domain: string,
  at: string,
): { kinds: FindingKind[]; record: boolean } {
  const held = entries.filter(
    (entry) => entry.domain === domain && (entry.until === null || entry.until > at),
  );
  return { kinds: held.flatMap((entry) => entry.kinds), record: held.every((entry) => entry.record) };
}

/** The entries that still hold in a browser session that begins at an instant: no earlier session's, none that ended. */
export function ignoredAtStart(entries: readonly IgnoreEntry[], at: string): IgnoreEntry[] {
  return entries.filter((entry) => entry.term !== 'session' && (entry.until === null || entry.until > at));
}

function emptySettings(): Record<keyof Settings, undefined> {
  const keys = Object.keys(SettingsSchema.entries) as (keyof Settings)[];
  return Object.fromEntries(keys.map((key) => [key, undefined])) as Record<keyof Settings, undefined>;
}
