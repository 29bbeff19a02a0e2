import { isPurpose, isPurposeWord } from './services.ts';

/** Paths by which a whole site is entered: its root, its language, its home, its sign-up. */
const ENTRANCE =
  /^\/?(?:(?:[a-z]{2}(?:[-_][a-z]{2,4})?|global|intl|international|home|index(?:\.\w+)?|default\.\w+|main|web|mobile|trade|exchange|markets?|register|signup|account\/(?:register|signup)|user\/register)(?:\/|$))*$/i;

/** Parameters that bring a visitor back when the errand is done. */
const RETURN =
  /^(?:redirect|redirect_?ur[il]|redirect_?to|return|return_?(?:to|url|path)|continue|callback|callback_?ur[il]|next|back_?ur[il]|success_?url|cancel_?url|service|relaystate|goto|target_?url|origin|merchant(?:_?id)?|client_?id|state|samlrequest)$/i;

/**
 * Whether an address of a listed name stands for all of its site, so that being led elsewhere from it may mean that
 * the site has moved. Its root does; any of its pages does where the new address has the same page; a help page,
 * a blog, a sign-in or anything that brings the visitor back does not.
 * okex.com/ → okx.com/; okex.com/trade/btc → okx.com/trade/btc; not okx.com/help → okx.help.example/,
 * nor okx.com/login → sso.example/?redirect_uri=https://okx.com/
 */
export function isFrontDoor(listedName: string, from: string, to: string): boolean {
  const asked = URL.parse(from);
  const shown = URL.parse(to);
  if (!asked || !shown || isPurpose(asked.hostname, listedName)) return false;
  if (bringsBack(asked, listedName) || bringsBack(shown, listedName)) return false;
  if (ENTRANCE.test(asked.pathname)) return true;
  if (asked.pathname.split('/').some(isPurposeWord)) return false;
  return samePath(asked.pathname, shown.pathname);
}

function bringsBack(url: URL, listedName: string): boolean {
  for (const [key, value] of url.searchParams) {
    if (RETURN.test(key)) return true;
    const host = /^https?:/i.test(value) ? URL.parse(value)?.hostname : undefined;
    if (host === listedName || host?.endsWith(`.${listedName}`)) return true;
  }
  return false;
}

/** '/trade/btc' and '/zh-hans/trade/btc/' are the same page. */
function samePath(asked: string, shown: string): boolean {
  const [a, b] = [asked, shown].map((path) => path.replace(/\/+$/, '').toLowerCase()) as [string, string];
  return a === b || b.endsWith(a) || (a.endsWith(b) && b.length > 1);
}
