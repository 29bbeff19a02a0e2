import { isBadHost, parseHost } from './host.ts';

const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/**
 * The registrable domain of a hostname or web address, for keeping and exporting no more than it; computed anew, so
 * that a wrong record betrays nothing.
 * 'a.b.okx.com' => 'okx.com'; 'https://www.okx.com/a?b' => 'okx.com'; 'co.uk' => 'co.uk'; '192.0.2.7' => '192.0.2.7';
 * 'not a host' => ''.
 */
export function domainOf(host: string): string {
  const parsed = parseHost(host);
  if (!isBadHost(parsed)) return parsed.registrable ?? parsed.suffix ?? '';
  return parsed.fault === 'ip address' && IPV4.test(host) ? host : '';
}
