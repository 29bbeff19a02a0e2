import { expect, test } from 'vitest';
import { ageInDays, freshness } from '../../../utils/sync/freshness.ts';

const NOW = Date.parse('2026-11-30T12:00:00.000Z');
const expires = '2027-06-01T00:00:00.000Z';

test.each([
  ['2026-11-28T12:00:00.000Z', 2],
  ['2026-11-28T12:00:01.000Z', 1],
  // By a clock that is an hour slow.
  ['2026-11-30T13:00:00.000Z', 0],
  ['2027-01-15T00:00:00.000Z', null],
])('a list of %s is %s days old', (issued, days) => {
  expect(ageInDays(freshness({ issued, expires }, NOW))).toBe(days);
});
