import type { ExportOptions } from '../../utils/export/options.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { type Phrase, phrase } from '../i18n/phrase.ts';

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
export function consent(options: ExportOptions): Phrase[] {
  const query = options.level === 'full' && options.query;
  return [
    phrase(LEVEL[options.level]),
    ...(query ? [phrase('export_consent_query')] : []),
    ...(options.title ? [phrase('export_consent_title')] : []),
    phrase(TIME[options.time]),
    phrase('export_consent_counts'),
    phrase('export_consent_out'),
  ];
}
