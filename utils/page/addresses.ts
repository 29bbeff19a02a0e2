import { LIMITS } from '../landing/page-signals.ts';

/** As the browser reads it: backslashes are slashes, and the last `@` ends the user's name. */
const ABSOLUTE = /^(?:https?:)?[\\/]{2,}(?:[^\\/?#]*@)?([^\\/?#:[\]\s@]+)/i;
const LONGEST_HOST_PART = LIMITS.host + 60;
const LONGEST = 2_000;
const HTTP = /^https?:/;

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

/** What a page's addresses are relative to: its own, or that of its `<base>`. */
export class PageAddress {
  /** The host of the page itself. */
  readonly host: string;
  #base: string;
  #elsewhere = false;
  #based = false;

  constructor(address: string) {
    this.#base = address;
    this.host = URL.parse(address)?.hostname ?? '';
  }

  /** Takes the `href` of a `<base>`: the first counts, and nothing but a web address. */
  rebase(href: string | null): void {
    if (href === null || this.#based) return;
    this.#based = true;
    this.#base = this.absolute(href) ?? this.#base;
    // Of a file whose address nobody knows, the base is as good as its own.
    this.#elsewhere = this.host !== '' && hostIn(this.#base) !== this.host;
  }

  /** An address as it is written, but a relative one of a `<base>` on another host as the browser reads it. */
  written(address: string): string {
    if (!this.#elsewhere || hostIn(address) !== null) return address;
    return this.absolute(address) ?? address;
  }

  /** An address as the browser reads it; null for all but web addresses, and for endless ones. */
  absolute(address: string): string | null {
    if (address.length > LONGEST) return null;
    const url = URL.parse(address, this.#base)?.href;
    return url && HTTP.test(url) ? url : null;
  }
}
