import type { LandingAssessment } from '../landing/assessment.ts';
import { fold } from '../landing/han.ts';
import { invitationCode } from '../landing/links.ts';
import type { PageSignals } from '../landing/page-signals.ts';
import type { PageMarks } from './observation.ts';

/** Words with which affiliates name an exchange's address. */
const ADDRESS_WORDS =
  /官网|官方|备用|最新|网址|域名|入口|线路|镜像|免翻墙|直达|注册|开户|下载|official|backup|mirror|sign ?up|register/i;
const FEW = 8;

/**
 * Addresses that a landing page of somebody else names as one exchange's: where it leads with an invitation code, or
 * with words for an address. Which exchange is taken from the page as a whole; a page about several tells nothing.
 */
export function namedAddresses(signals: PageSignals, assessment: LandingAssessment): PageMarks['named'] {
  const { exchange, pageKind } = assessment;
  if (exchange === null || pageKind === 'none') return [];
  const named = new Map<string, PageMarks['named'][number]>();
  for (const { url, text } of signals.links) {
    const host = URL.parse(url)?.hostname;
    const code = invitationCode(url);
    if (!host || named.has(host) || named.size >= FEW) continue;
    if (code === null && !ADDRESS_WORDS.test(fold(text))) continue;
    named.set(host, { exchange, host, words: withoutCodes(text, code), code });
  }
  return [...named.values()];
}

/** Addresses written out in a text, as far as their characters are plain: '官网okx.cab/join/A1，' => 'okx.cab/join/A1'. */
const WRITTEN = /[\w.~:/-]*\w\.[a-z0-9][\w.~:/?#@!$&'()*+;=%-]*/gi;
const QUERY_VALUE = /([?&][^\s?&#=]+=)[^\s&#]+/g;

/**
 * A link's text without codes: each names a person, and is kept as a mark alone, also where the link says it aloud.
 * ('注册 srxt5kum okx.cab/join/A99?r=7', 'SRXT5KUM') => '注册 … okx.cab/join/…?r=…'.
 */
function withoutCodes(text: string, code: string | null): string {
  const bare = text.replace(QUERY_VALUE, '$1…');
  const told = Array.from(bare.matchAll(WRITTEN), ([address]) =>
    invitationCode(/^https?:\/\//i.test(address) ? address : `https://${address}`),
  );
  // Letters, digits, '-' and '_' alone: none means anything else in a pattern.
  return [code, ...told].reduce<string>(
    (words, one) => (one === null ? words : words.replace(new RegExp(one, 'gi'), '…')),
    bare,
  );
}
