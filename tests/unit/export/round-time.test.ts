import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundTime } from '../../../utils/export/round-time.ts';
import { localDay } from '../../../utils/history/local-day.ts';

describe('roundTime', () => {
  it.each([
    ['exact', '2026-11-20T18:45:12.345Z', 330, '2026-11-20T18:45:12.345Z', 330],
    ['hour', '2026-11-20T18:45:12.345Z', 0, '2026-11-20T18:00:00.000Z', 0],
    ['hour', '2026-11-20T18:45:12.345Z', 330, '2026-11-20T18:30:00.000Z', 330],
    ['hour', '2026-11-20T18:00:00.000Z', 480, '2026-11-20T18:00:00.000Z', 480],
    ['day', '2026-11-20T18:45:12.345Z', 0, '2026-11-20T00:00:00.000Z', 0],
    ['day', '2026-11-20T18:45:12.345Z', 330, '2026-11-21T00:00:00.000Z', 0],
    ['day', '2026-11-20T03:00:00.000Z', -300, '2026-11-19T00:00:00.000Z', 0],
  ] as const)('by %s: %s at %i => %s', (precision, instant, offset, rounded, roundedOffset) => {
    expect(roundTime(instant, offset, precision)).toEqual({
      instant: rounded,
      tzOffsetMinutes: roundedOffset,
    });
  });

  it('keeps the local day, and rounds once and for all', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
        fc.integer({ min: -48, max: 56 }),
        fc.constantFrom('hour' as const, 'day' as const),
        (date, quarters, precision) => {
          const flag = { observed_at: date.toISOString(), tz_offset_min: quarters * 15 };
          const once = roundTime(flag.observed_at, flag.tz_offset_min, precision);
          const rounded = { observed_at: once.instant, tz_offset_min: once.tzOffsetMinutes };
          expect(localDay(rounded)).toBe(localDay(flag));
          expect(roundTime(once.instant, once.tzOffsetMinutes, precision)).toEqual(once);
        },
      ),
      { seed: 11 },
    );
  });
});
