import { expect, test } from 'vitest';
import { ageInDays, freshness } from '../../../utils/sync/freshness.ts';

const NOW = Date.parse('2026-11-30T12:00:00.000Z');
const DAY = 24 * 60 * 60_000;
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

test.each([
  ['issued this instant', NOW, 1, { kind: 'fresh', ageDays: 0 }],
  ['issued a day ahead, as a clock may be wrong', NOW + DAY, 1, { kind: 'fresh', ageDays: -1 }],
  ['issued any later', NOW + DAY + 1, 1, { kind: 'from the future', ageDays: -2 }],
  ['thirty days old, and almost one more', NOW - 31 * DAY + 1, 1, { kind: 'fresh', ageDays: 30 }],
  ['more than thirty days old', NOW - 31 * DAY, 1, { kind: 'old', ageDays: 31 }],
  ['at its end', NOW - DAY, 0, { kind: 'fresh', ageDays: 1 }],
  ['past its end', NOW - DAY, -1, { kind: 'expired', ageDays: 1 }],
  ['old and past its end', NOW - 90 * DAY, -1, { kind: 'expired', ageDays: 90 }],
])('a list %s', (_, issued, left, expected) => {
  const list = { issued: new Date(issued).toISOString(), expires: new Date(NOW + left).toISOString() };
  expect(freshness(list, NOW)).toEqual(expected);
});
