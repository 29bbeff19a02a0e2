import { LIMITS } from '../landing/page-signals.ts';

/** As the browser reads it: backslashes are slashes, and the last `@` ends the user's name. */
const ABSOLUTE = /^(?:https?:)?[\\/]{2,}(?:[^\\/?#]*@)?([^\\/?#:[\]\s@]+)/i;
const LONGEST_HOST_PART = LIMITS.host + 60;

/**
 * The host of an absolute web address as it is written, lower case; null for every other address. Having the
 * browser parse each link costs more than the walk over the page; the background parses what it is given.
 * ' https:\\\\okx.com/join' => 'okx.com'; 'https://a@b@okx.com/' => 'okx.com'.
 */
export function hostIn(address: string): string | null {
  return ABSOLUTE.exec(address.trimStart().slice(0, LONGEST_HOST_PART))?.[1]?.toLowerCase() ?? null;
}

/** An address without query and fragment: what makes two links the same. */
export function withoutQuery(address: string): string {
  const end = address.search(/[?#]/);
  return end < 0 ? address : address.slice(0, end);
}
