/** Why a text is no address of a list. */
export type AddressFault =
  | 'not an address'
  | 'not https'
  | 'has a name or password'
  | 'has a query or fragment';

/**
 * Reads the address of the folder that a list is published in; answers it with a slash at its end.
 * 'https://lists.example/ensign' => 'https://lists.example/ensign/'; 'http://127.0.0.1:8080' is for trying
 * on one's own machine; 'http://lists.example' => 'not https': whoever carries it would see who asks.
 */
export function parseListAddress(text: string): { address: string } | { fault: AddressFault } {
  const url = URL.parse(text.trim());
  if (!url || !/^https?:$/.test(url.protocol)) return { fault: 'not an address' };
  if (url.protocol === 'http:' && !LOOPBACK.has(url.hostname)) return { fault: 'not https' };
  if (url.username || url.password) return { fault: 'has a name or password' };
  if (url.search || url.hash) return { fault: 'has a query or fragment' };
  // Not `href`, which keeps an empty query: in 'https://lists.example/?' all that is appended would be query.
  const address = `${url.origin}${url.pathname}`;
  return { address: address.endsWith('/') ? address : `${address}/` };
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
