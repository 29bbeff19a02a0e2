import { atLeast, type ExportOptions } from './options.ts';

/** What was done to a field, in words that do not change between versions. */
export type RedactionEffect =
  | 'left out'
  | 'registrable domain'
  | 'without query'
  | 'without words'
  | 'plain language tags'
  | 'by hour'
  | 'by day'
  | 'pseudonym';

type Redaction = `${string}: ${RedactionEffect}`;

/**
 * The redactions that the options make, as `field: effect`. They follow from the options alone: whether a
 * page had a title or a referrer is not to be read from them. `title` and `url` speak of every place: without the title
 * goes what the page says of itself in signals and evidence, without the query that of an edge's addresses.
 */
export function redactionsOf(options: ExportOptions): string[] {
  const { level, query, title, time } = options;
  const byLevel: Record<ExportOptions['level'], Redaction[]> = {
    domain: [
      'host: registrable domain',
      'findings.target: registrable domain',
      'referrer_domain: left out',
      'redirect_chain: left out',
    ],
    host: ['referrer_domain: registrable domain', 'redirect_chain: registrable domain'],
    path: [],
    full: [],
  };
  const made: Redaction[] = [...byLevel[level]];
  if (!atLeast(level, 'path')) {
    made.push('url: left out', 'findings.evidence: left out', 'signals.value: without words');
    made.push('html_lang: plain language tags');
  } else if (level === 'path' || !query) made.push('url: without query');
  if (!title) made.push('title: left out');
  if (time === 'hour') made.push('observed_at: by hour');
  if (time === 'day') made.push('observed_at: by day', 'tz_offset_min: left out');
  made.push('session_pseudonym: pseudonym');
  if (options.flag_ids === 'new') made.push('flag_id: pseudonym');
  if (options.study === null) made.push('study_id: left out', 'participant_id: left out');
  return made.sort();
}

/** The redactions of an earlier export with those of this one; each once, in order. */
export function joinRedactions(earlier: string[], made: string[]): string[] {
  return earlier.length === 0 ? made : [...new Set([...earlier, ...made])].sort();
}
