import { fold } from '../landing/han.ts';
import type { PageSignals } from '../landing/page-signals.ts';
import { isParking } from './services.ts';

const WORDS =
  /(?:domain|name|网站|域名|米表|此名)[^\n]{0,40}(?:(?:is |are |may be )?(?:for sale|available for purchase|parked|has expired|expired)|出售|转让|停放|已过期|求购|一口价)|(?:buy|purchase|own|acquire|get) this (?:premium )?domain|make an offer (?:on|for) this|this (?:web ?page|site|domain) is parked|domain parking|related searches/i;

/** A page that says its own name is parked or for sale: no exchange's, whoever led there. */
export function isForSale({ title, headings, text, description, assetHosts }: PageSignals): boolean {
  const beginning = [title, description, ...headings.slice(0, 4), text.slice(0, 600)].join('\n');
  return WORDS.test(fold(beginning)) || assetHosts.some(isParking);
}
