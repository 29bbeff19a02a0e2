/** Match patterns of all pages of the web. */
export const ALL_SITES = ['http://*/*', 'https://*/*'];

/**
 * The match pattern of a page's origin, without its port, which Firefox does not match; null where it has no host.
 * 'https://okx.com:8443/a?b' => its host with https; 'http://[::1]/' => '[::1]' with http; 'about:blank' => null
 */
export function originPattern(url: string): string | null {
  const { protocol = '', hostname = '' } = URL.parse(url) ?? {};
  return /^https?:$/.test(protocol) && hostname !== '' ? `${protocol}//${hostname}/*` : null;
}

/**
 * The match patterns of a host, one for each scheme: both browsers look for one pattern of the manifest that holds all
 * of an asked one, and that with `*` for its scheme is in none of ALL_SITES.
 */
export function hostPatterns(host: string): string[] {
  return [`http://${host}/*`, `https://${host}/*`];
}
