import * as v from 'valibot';

/** How much of an address leaves the device, least first. */
export const LEVELS = ['domain', 'host', 'path', 'full'] as const;
export type Level = (typeof LEVELS)[number];

export const TIMES = ['exact', 'hour', 'day'] as const;
export type TimePrecision = (typeof TIMES)[number];

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(256));

/**
 * What an export holds. What each level promises to leave out:
 *
 * | | domain | host | path | full |
 * | --- | --- | --- | --- | --- |
 * | host | registrable domain | host | host | host |
 * | url | – | – | without query | query by choice |
 * | referrer, redirects | – | registrable domains | as stored | as stored |
 * | matched words, evidence of findings | – | – | as stored | as stored |
 * | evidence of edges | – | – | its addresses like url | its addresses like url |
 * | declared language | plain language tags | plain language tags | as stored | as stored |
 *
 * Fragments and credentials of these addresses leave at no level. Without titles what a page says of itself is left out
 * wherever it stands. An export holds no more than was stored.
 */
export const ExportOptionsSchema = v.strictObject({
  level: v.picklist(LEVELS),
  /** Keep the query of an address; speaks at level `full` alone. */
  query: v.boolean(),
  title: v.boolean(),
  time: v.picklist(TIMES),
  /** `new`: two exports of one history cannot be joined by flag id, nor deduplicated. */
  flag_ids: v.picklist(['kept', 'new']),
  study: v.nullable(v.strictObject({ study_id: id, participant_id: id })),
});
export type ExportOptions = v.InferOutput<typeof ExportOptionsSchema>;

export const DEFAULT_OPTIONS: ExportOptions = {
  level: 'domain',
  query: false,
  title: false,
  time: 'day',
  flag_ids: 'kept',
  study: null,
};

export function atLeast(level: Level, floor: Level): boolean {
  return LEVELS.indexOf(level) >= LEVELS.indexOf(floor);
}
