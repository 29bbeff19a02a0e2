import { domainOf } from '../domain/domain-of.ts';
import type { StoredDetail } from '../history/flag.ts';

/** From a name with a dot on to the next blank. */
const QUERY = /(\.[\p{L}\p{N}][^\s?]*)\?\S*/gu;
const FRAGMENT = /(\.[\p{L}\p{N}][^\s#]*)#\S*/gu;
/** What follows a host: its port, and all from the first stroke on to the next blank. */
const PATH = /(\.[\p{L}\p{N}][\p{L}\p{N}_.-]*(?::\d+)?|:\/\/[^\s/?#\\]+)[/?#\\]\S*/gu;
const PORT = /(\.[\p{L}\p{N}][\p{L}\p{N}_-]*):\d+/gu;
const CREDENTIALS = /(?<=\/\/)[^\s/?#\\]*@|[^\s/?#\\@:]+:[^\s/?#\\@]*@/gu;
const HOST = /[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+/gu;

/**
 * Words with the addresses that they write out cut to the detail. 'https://m.okx.cab/a?r=7#b 注册' => at `full`
 * 'https://m.okx.cab/a?r=7 注册', at `path` 'https://m.okx.cab/a 注册', at `host` 'https://m.okx.cab 注册', at `domain`
 * 'https://okx.cab 注册'. '没有账号?#1 okx.cab' stays.
 */
export function reduceAddresses(words: string, detail: StoredDetail): string {
  const plain = words.replace(CREDENTIALS, '').replace(FRAGMENT, '$1');
  if (detail === 'full') return plain;
  if (detail === 'path') return plain.replace(QUERY, '$1');
  const hosts = plain.replace(PATH, '$1').replace(PORT, '$1');
  return detail === 'host' ? hosts : hosts.replace(HOST, domainIn);
}

/** The registrable domain of a host as it is written: '官网okx.cab' stays, 'm.okx.cab' => 'okx.cab'. */
function domainIn(host: string): string {
  const labels = domainOf(host).split('.').length;
  return labels === 1 ? host : host.split('.').slice(-labels).join('.');
}
