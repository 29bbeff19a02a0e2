/** Why nothing usable came back from the list's host. Returned, not thrown: a host that fails is an outcome. */
export type FetchFault =
  /** Name lookup, TLS, a refused or reset connection: the browser does not say which. */
  | { fault: 'no answer'; detail: string }
  /** Stalled, slower than the least pace, or past its deadline. */
  | { fault: 'too slow'; received: number }
  /** Any status but 200. `retryAfterMs`: how long the host asked to be left alone, null where it did not say. */
  | { fault: 'status'; status: number; retryAfterMs: number | null }
  /** Pointed elsewhere: never followed, no second host learns of us. */
  | { fault: 'redirected' }
  /** A page (a captive portal's, most often) where a file was asked for. */
  | { fault: 'wrong type'; type: string }
  | { fault: 'too large'; limit: number };

export function isFetchFault(result: object): result is FetchFault {
  return 'fault' in result;
}

/** The longest silence that a host can ask for; more would be a way to freeze the list. */
const MAX_RETRY_AFTER = 7 * 24 * 60 * 60_000;

/**
 * Reads Retry-After (RFC 9110, 10.2.3): seconds, or an HTTP date.
 * '120' => 120,000; a date an hour ahead => 3,600,000; in the past => 0; nonsense => null
 */
export function parseRetryAfter(value: string | null, now: number): number | null {
  if (value === null) return null;
  const text = value.trim();
  const wait = /^\d{1,10}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isNaN(wait) ? null : Math.min(Math.max(wait, 0), MAX_RETRY_AFTER);
}
