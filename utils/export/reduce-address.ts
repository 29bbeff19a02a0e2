import { isBadHost, parseHost } from '../domain/host.ts';
import { atLeast, type ExportOptions } from './options.ts';

const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/**
 * The registrable domain of a hostname, computed anew so that a wrong record betrays nothing.
 * 'a.b.okx.com' => 'okx.com'; 'co.uk' => 'co.uk'; '192.0.2.7' => '192.0.2.7'; 'not a host' => ''.
 */
export function domainOf(host: string): string {
  const parsed = parseHost(host);
  if (!isBadHost(parsed)) return parsed.registrable ?? parsed.suffix ?? '';
  return parsed.fault === 'ip address' && IPV4.test(host) ? host : '';
}

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
