import { MAX_URL } from './state.ts';

/** Whether a document at this address can be judged at all. */
export function isWeb(url: string): boolean {
  return /^https?:\/\//i.test(url);
}

/** The same document as far as a server can tell: webRequest and webNavigation differ in the fragment. */
export function samePage(a: string, b: string): boolean {
  return withoutFragment(a) === withoutFragment(b);
}

/** Bounded for keeping; compared with samePage, which bounds alike. */
export function bounded(url: string): string {
  return url.length <= MAX_URL ? url : url.slice(0, MAX_URL);
}

function withoutFragment(url: string): string {
  const cut = bounded(url);
  const hash = cut.indexOf('#');
  return hash < 0 ? cut : cut.slice(0, hash);
}
