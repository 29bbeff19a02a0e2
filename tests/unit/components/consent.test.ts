import { expect, test } from 'vitest';
import { consent } from '../../../components/export/consent.ts';
import { FORMATS, type Format } from '../../../utils/export/formats.ts';
import { DEFAULT_OPTIONS, type ExportOptions, LEVELS, TIMES } from '../../../utils/export/options.ts';
import { NOT_IN_STIX } from '../../../utils/export/stix-objects.ts';

const keysOf = (format: Format, options: Partial<ExportOptions> = {}) =>
  consent({ ...DEFAULT_OPTIONS, ...options }, format, null).map(({ key }) => key);
const formatsThatSay = (key: string, options: Partial<ExportOptions> = {}) =>
  FORMATS.filter((format) => keysOf(format, options).some((said) => said === key));
const WITH_FIELDS = FORMATS.filter((format) => format !== 'stix');

test('browser, language, session and what is ignored are agreed to wherever a row holds them', () => {
  expect(formatsThatSay('export_consent_fields')).toEqual(WITH_FIELDS);
  const held = ['browser', 'os', 'html_lang', 'session_pseudonym', 'settings', 'tz_offset_min'];
  expect(NOT_IN_STIX).toEqual(expect.arrayContaining(held));
});

test.each(TIMES)('the offset of local time is told where it leaves: times %s', (time) => {
  expect(formatsThatSay('export_consent_offset', { time })).toEqual(time === 'day' ? [] : WITH_FIELDS);
});

test.each(LEVELS)('evidence of candidates is told where it leaves: level %s', (level) => {
  const told = formatsThatSay('export_consent_evidence', { level });
  expect(told).toEqual(level === 'path' || level === 'full' ? ['data-package'] : []);
});

test('days and coverage are agreed to where the format holds them, and nowhere else', () => {
  expect(formatsThatSay('export_consent_counts')).toEqual(['data-package']);
});

test('a full address without its query is told as what it is', () => {
  const first = (query: boolean) =>
    consent({ ...DEFAULT_OPTIONS, level: 'full', query }, 'ndjson', null)[0]?.key;
  expect([first(false), first(true)]).toEqual(['export_consent_path', 'export_consent_full']);
});
