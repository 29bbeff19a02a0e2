const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A clock that went back by more than this was set, not corrected. */
const CLOCK_SLACK = HOUR;
/** No wait is longer: a time further off was written under a wrong clock. */
const LONGEST_WAIT = 8 * DAY;

/** When the list was last asked for and when it may be asked for again. Instants in milliseconds since 1970. */
export interface Schedule {
  lastTryAt: number | null;
  lastSuccessAt: number | null;
  /** Tries in a row that brought no answer to rely on. */
  failures: number;
  /** Not asked before this instant; null: never asked. */
  notBefore: number | null;
}

export const NEVER_TRIED: Schedule = { lastTryAt: null, lastSuccessAt: null, failures: 0, notBefore: null };

/**
 * Wait after the n-th failure in a row: min(2^(n−1) · 15 min · (1 + random), 24 h), as Safe Browsing's
 * update API prescribes; at least what the host asked for.
 * @param random 0 ≤ random < 1
 */
export function backoff(failures: number, random: number, retryAfterMs: number | null): number {
  const own = Math.min(2 ** (failures - 1) * 15 * MINUTE * (1 + random), DAY);
  return Math.max(own, retryAfterMs ?? 0);
}

/** The schedule after a try. Success waits the interval, up to a tenth shorter or longer so that clients spread. */
export function afterTry(
  schedule: Schedule,
  at: number,
  result: { ok: true } | { ok: false; retryAfterMs: number | null },
  intervalMs: number,
  random: number,
): Schedule {
  if (result.ok) {
    const wait = intervalMs * (0.9 + 0.2 * random);
    return { lastTryAt: at, lastSuccessAt: at, failures: 0, notBefore: at + wait };
  }
  const failures = Math.min(schedule.failures + 1, 30);
  return {
    ...schedule,
    lastTryAt: at,
    failures,
    notBefore: at + backoff(failures, random, result.retryAfterMs),
  };
}

/** How soon a try that nobody saw the end of is made again. */
const UNFINISHED = 10 * MINUTE;

/** The schedule while a try is under way, in case its worker is killed. */
export function beganTry(schedule: Schedule, at: number): Schedule {
  return { ...schedule, lastTryAt: at, notBefore: at + UNFINISHED };
}

/**
 * The instant from which the list is to be asked for. In the past after a sleep or a lost alarm: then at once.
 * A schedule written under a clock that has since been set back does not hold.
 */
export function dueAt(schedule: Schedule, now: number): number {
  const { lastTryAt, notBefore } = schedule;
  if (notBefore === null) return now;
  if (lastTryAt !== null && lastTryAt > now + CLOCK_SLACK) return now;
  return notBefore > now + LONGEST_WAIT ? now : notBefore;
}
