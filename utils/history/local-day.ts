import type { FlagRecord } from './flag.ts';

/** The calendar day on which the flag was observed where it was observed. */
export function localDay(flag: Pick<FlagRecord, 'observed_at' | 'tz_offset_min'>): string {
  const local = new Date(Date.parse(flag.observed_at) + flag.tz_offset_min * 60_000);
  return local.toISOString().slice(0, 10);
}
