import { CLOCK_SKEW } from '../list/manifest-verdict.ts';

const DAY = 24 * 60 * 60_000;

/** A list older than this is shown as stale even where it has not expired. */
export const STALE_DAYS = 30;

/** How far a list's date can be trusted now. None of them means safe. */
export type Freshness =
  | { kind: 'fresh'; ageDays: number }
  | { kind: 'old'; ageDays: number }
  | { kind: 'expired'; ageDays: number }
  /** Issued after now: this device's clock, or the list, is wrong. */
  | { kind: 'from the future'; ageDays: number };

/** @param ageDays whole days since issue, negative for a list from the future */
export function freshness(list: { issued: string; expires: string }, now: number): Freshness {
  const issued = Date.parse(list.issued);
  const ageDays = Math.floor((now - issued) / DAY);
  if (issued > now + CLOCK_SKEW) return { kind: 'from the future', ageDays };
  if (Date.parse(list.expires) < now) return { kind: 'expired', ageDays };
  return { kind: ageDays > STALE_DAYS ? 'old' : 'fresh', ageDays };
}

/** Whole days since issue by a clock that may be somewhat slow; null for a list from the future, which has no age. */
export function ageInDays(dated: Freshness): number | null {
  return dated.kind === 'from the future' ? null : Math.max(0, dated.ageDays);
}
