import { MAX_URL } from './state.ts';

/** Whether a document at this address can be judged at all. */
export function isWeb(url: string): boolean {
  return /^https?:\/\//i.test(url);
}

/** The same document as far as a server can tell: webRequest and webNavigation differ in the fragment. */
export function samePage(a: string, b: string): boolean {
  return withoutFragment(a) === withoutFragment(b);
}

/**
 * An address as far as it is kept and judged; what is longer is cut, and never so that its host is lost: name and
 * password, which stand before it, go first. Compared with samePage, which bounds alike.
 */
export function bounded(url: string): string {
  if (url.length <= MAX_URL) return url;
  const address = URL.parse(url);
  if (!address) return url.slice(0, MAX_URL);
  address.username = '';
  address.password = '';
  return address.href.slice(0, MAX_URL);
}

function withoutFragment(url: string): string {
  const cut = bounded(url);
  const hash = cut.indexOf('#');
  return hash < 0 ? cut : cut.slice(0, hash);
}
