import type { TimePrecision } from './options.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface RoundedTime {
  /** UTC, ISO 8601 with milliseconds. */
  instant: string;
  tzOffsetMinutes: number;
}

/**
 * Cuts an instant down, by the clock where it was observed:
 * hour, 2026-11-20T18:45:12.345Z at +330 (00:15 local) => 2026-11-20T18:30:00.000Z, so the local day stays;
 * day, the same => 2026-11-21T00:00:00.000Z at 0: the local calendar day, and nothing of the place.
 */
export function roundTime(instant: string, tzOffsetMinutes: number, precision: TimePrecision): RoundedTime {
  if (precision === 'exact') return { instant, tzOffsetMinutes };
  const local = Date.parse(instant) + tzOffsetMinutes * MINUTE;
  if (precision === 'day') {
    return { instant: new Date(Math.floor(local / DAY) * DAY).toISOString(), tzOffsetMinutes: 0 };
  }
  const start = Math.floor(local / HOUR) * HOUR - tzOffsetMinutes * MINUTE;
  return { instant: new Date(start).toISOString(), tzOffsetMinutes };
}
