import { atLeast, type ExportOptions } from './options.ts';

/** The address as far as the options let it; null where only the host is kept, and for what is no web address. */
export function reduceUrl(url: string | null, options: ExportOptions): string | null {
  if (url === null || !atLeast(options.level, 'path')) return null;
  const address = URL.parse(url);
  if (!address || !/^https?:$/.test(address.protocol)) return null;
  address.hash = '';
  address.username = '';
  address.password = '';
  if (options.level !== 'full' || !options.query) address.search = '';
  return address.href;
}

/** Language, script and region of a language tag (BCP 47); null for what else a page may have put there. */
export function plainLanguage(tag: string | null): string | null {
  return tag !== null && /^[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?$/i.test(tag) ? tag : null;
}
