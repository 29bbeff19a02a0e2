import { LIMITS } from '../landing/page-signals.ts';

type Kind = 'analytics' | 'app';

/** Houses that count visitors for others, and shops of apps; in their addresses stands whose account it is. */
const HOLDERS: ReadonlyMap<string, Kind> = new Map([
  ...[
    'www.googletagmanager.com',
    'www.google-analytics.com',
    'ssl.google-analytics.com',
    'hm.baidu.com',
    'js.users.51.la',
    'sdk.51.la',
    'connect.facebook.net',
    'static.hotjar.com',
  ].map((host) => [host, 'analytics'] as const),
  ...['apps.apple.com', 'itunes.apple.com', 'play.google.com'].map((host) => [host, 'app'] as const),
]);
/** A house that gives each of its servers a name. */
const SERVERS = /^[a-z0-9]+\.cnzz\.com$/;
const ACCOUNT =
  /[?&](?:id|tid|web_id)=((?:UA|G|GTM|AW|DC)-[\w-]{4,24}|\d{6,14})|\/hm\.js\?([0-9a-f]{16,40})|\/(\d{7,12})\.js|hotjar-(\d{4,12})/;
const APP = /\/id(\d{6,14})|[?&]id=([\w.]{3,50})/;

/**
 * The account that an address names, as `analytics …` or `app …`; null for every other address.
 * 'https://www.googletagmanager.com/gtag/js?id=G-ABC123' => 'analytics G-ABC123'.
 */
export function accountIn(host: string, address: string): string | null {
  // Asked of every link of a page: a look into a table costs less than the expressions.
  const kind = HOLDERS.get(host) ?? (host.endsWith('.cnzz.com') && SERVERS.test(host) ? 'analytics' : null);
  if (kind === null) return null;
  const match = (kind === 'app' ? APP : ACCOUNT).exec(address.slice(0, 300));
  const id = match?.slice(1).find((group) => group !== undefined);
  return id === undefined ? null : `${kind} ${id}`.slice(0, LIMITS.account);
}
