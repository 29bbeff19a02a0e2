import type { Format } from '../../utils/export/formats.ts';
import { atLeast, type ExportOptions } from '../../utils/export/options.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { type Phrase, phrase } from '../i18n/phrase.ts';
import type { ExportStudy } from './port.ts';

const LEVEL: Record<ExportOptions['level'], MessageKey> = {
  domain: 'export_consent_domain',
  host: 'export_consent_host',
  path: 'export_consent_path',
  full: 'export_consent_full',
};
const TIME: Record<ExportOptions['time'], MessageKey> = {
  exact: 'export_consent_exact',
  hour: 'export_consent_hour',
  day: 'export_consent_day',
};

/** What one agrees to, sentence by sentence; the file carries the very text with its hash. */
export function consent(options: ExportOptions, format: Format, study: ExportStudy | null): Phrase[] {
  const query = options.level === 'full' && options.query;
  return [
    // Without queries the whole of an address is its path.
    phrase(LEVEL[options.level === 'full' && !query ? 'path' : options.level]),
    ...(query ? [phrase('export_consent_query')] : []),
    ...(options.title ? [phrase('export_consent_title')] : []),
    phrase(TIME[options.time]),
    ...(format === 'stix' ? [] : fieldSentences(options)),
    ...(format === 'data-package' ? besideSentences(options) : []),
    ...(options.study === null || study === null ? [] : studySentences(options.study, study, format)),
    phrase('export_consent_out'),
  ];
}

/** What rows hold beside the page and its time; STIX has no place for any of it (NOT_IN_STIX). */
function fieldSentences({ time }: ExportOptions): Phrase[] {
  return [...(time === 'day' ? [] : [phrase('export_consent_offset')]), phrase('export_consent_fields')];
}

function besideSentences({ level }: ExportOptions): Phrase[] {
  return [
    phrase('export_consent_counts'),
    ...(atLeast(level, 'path') ? [phrase('export_consent_evidence')] : []),
  ];
}

function studySentences(
  { study_id, participant_id }: NonNullable<ExportOptions['study']>,
  { since, encrypted }: ExportStudy,
  format: Format,
): Phrase[] {
  return [
    phrase('export_consent_study', { study: study_id, participant: participant_id }),
    ...(format === 'data-package' ? [phrase('export_consent_answers')] : []),
    phrase('export_consent_since', { date: { date: since } }),
    ...(encrypted ? [phrase('export_consent_encrypted')] : []),
  ];
}
