import { expect, test } from 'vitest';
import { consent } from '../../../components/export/consent.ts';
import { FORMATS } from '../../../utils/export/formats.ts';
import { DEFAULT_OPTIONS } from '../../../utils/export/options.ts';

test('days and coverage are agreed to where the format holds them, and nowhere else', () => {
  const withCounts = FORMATS.filter((format) =>
    consent(DEFAULT_OPTIONS, format, null).some(({ key }) => key === 'export_consent_counts'),
  );
  expect(withCounts).toEqual(['data-package']);
});
