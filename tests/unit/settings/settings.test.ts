import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type IgnoreEntry, ignoreFor, parseSettings } from '../../../utils/settings/settings.ts';

test('unset settings record nothing and keep hosts for 90 days', () => {
  expect(parseSettings(undefined)).toMatchObject({
    recording: 'undecided',
    storedDetail: 'host',
    storeTitles: false,
    retentionDays: 90,
    ignored: [],
  });
});

test('a malformed field falls back alone', () => {
  const settings = parseSettings({ recording: 'on', retentionDays: -3, theme: 'dark', ignored: 'all' });
  expect(settings).toMatchObject({ recording: 'on', retentionDays: 90, theme: 'dark', ignored: [] });
});

test('whatever is stored, settings can be read, and reading them again changes nothing', () => {
  fc.assert(
    fc.property(fc.anything(), (stored) => {
      const settings = parseSettings(stored);
      expect(parseSettings(settings)).toEqual(settings);
    }),
    { seed: 2, numRuns: 500 },
  );
});

test('ignoring holds for its domain, its kinds and its time', () => {
  const entry = (parts: Partial<IgnoreEntry>): IgnoreEntry => ({
    id: '1',
    domain: 'okx.com',
    kinds: ['listed'],
    term: 'always',
    record: true,
    since: '2026-11-01',
    until: null,
    ...parts,
  });
  const entries = [
    entry({}),
    entry({ kinds: ['landing'], until: '2026-11-10T00:00:00.000Z', term: 'week', record: false }),
    entry({ domain: 'gate.io', kinds: ['lookalike'] }),
  ];
  expect(ignoreFor(entries, 'okx.com', '2026-11-05T00:00:00.000Z')).toEqual({
    kinds: ['listed', 'landing'],
    record: false,
  });
  expect(ignoreFor(entries, 'okx.com', '2026-11-20T00:00:00.000Z')).toEqual({
    kinds: ['listed'],
    record: true,
  });
  expect(ignoreFor(entries, 'kraken.com', '2026-11-05T00:00:00.000Z')).toEqual({ kinds: [], record: true });
});
