import { LIMITS } from '../landing/page-signals.ts';

const ABSOLUTE = /^(?:https?:)?\/\/(?:[^/?#@]*@)?([^/?#:[\]\s]+)/i;
const LONGEST_HOST_PART = LIMITS.host + 60;

/**
 * The host of an absolute web address as it is written, lower case; null for every other address. Having the
 * browser parse each link costs more than the walk over the page; the background parses what it is given.
 */
export function hostIn(address: string): string | null {
  return ABSOLUTE.exec(address.slice(0, LONGEST_HOST_PART))?.[1]?.toLowerCase() ?? null;
}

/** An address without query and fragment: what makes two links the same. */
export function withoutQuery(address: string): string {
  const end = address.search(/[?#]/);
  return end < 0 ? address : address.slice(0, end);
}
