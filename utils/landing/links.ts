import type { AssessmentContext, ExchangeTie } from './assessment.ts';
import type { PageLink, PageSignals } from './page-signals.ts';

/** Parameters that carry an invite or referral code, as read in the referral links of exchanges and affiliates. */
const CODE_PARAMETERS =
  /^(ref|refer|referer|referral|referralcode|ref_code|refcode|referral_code|rcode|r|code|invite|invitecode|invite_code|invitation|invitationcode|inviter|invited?_?by|icode|affiliate|affiliateid|aff|aff_id|channelid|channel|vipcode|promo|promo_code|inviteid|shareid|share_code|uid|utm_campaign)$/i;
const CODE = /^[A-Za-z0-9_-]{4,24}$/;
/** `/join/A999998`, `/zh-CN/register/ABC123`, `/invite/x8dk`, `/r/…`, `/partner/…`. */
const CODE_PATH =
  /\/(?:join|register|signup|sign-up|invite|invitation|i|r|ref|referral|partner|affiliate|a)\/([A-Za-z0-9_-]{4,24})\/?$/i;
const SIGN_UP = /(register|signup|sign-up|account\/create|user\/reg)/i;

const parse = (url: string): URL | null => {
  const parsed = URL.parse(url);
  return parsed && /^https?:$/.test(parsed.protocol) ? parsed : null;
};

/** The code in a link, or null. 'https://x.com/join?ref=SRXT5KUM' → 'SRXT5KUM'; a language in /i/ is none. */
export function invitationCode(url: string): string | null {
  const parsed = parse(url);
  if (!parsed) return null;
  const query = [...parsed.searchParams, ...new URLSearchParams(parsed.hash.replace(/^.*\?/, ''))];
  for (const [key, value] of query) if (CODE_PARAMETERS.test(key) && CODE.test(value)) return value;
  return CODE_PATH.exec(parsed.pathname)?.[1] ?? null;
}

export interface LinkReading {
  /** Links that carry a code and lead to a listed exchange, or whose text or path is about signing up. */
  invitations: { host: string; code: string; exchange: string | null }[];
  /** Files and store pages of apps: `apk`, `ipa`, `exe`, `testflight`, `App Store`, `Google Play`. */
  downloads: string[];
  ties: ExchangeTie[];
}

const DOWNLOADS: [string, RegExp][] = [
  ['apk', /\.apk(?:[?#]|$)/i],
  ['ipa', /\.(?:ipa|mobileconfig)(?:[?#]|$)|^itms-services:/i],
  ['exe', /\.(?:exe|dmg|msi)(?:[?#]|$)/i],
  ['TestFlight', /^https?:\/\/testflight\.apple\.com\//i],
  ['App Store', /^https?:\/\/(?:apps|itunes)\.apple\.com\/.*\bid\d{6,}/i],
  ['Google Play', /^https?:\/\/play\.google\.com\/store\/apps\/details\?/i],
];

const invites = (link: PageLink) =>
  /注册|註冊|邀请|邀請|开户|開戶|加入|返佣|立即|官网|官網|入口/.test(link.text) || SIGN_UP.test(link.url);

/** What the links and the files of a page tie it to. A host is taken from the address, never from its text. */
export function readLinks(signals: PageSignals, context: AssessmentContext): LinkReading {
  const reading: LinkReading = { invitations: [], downloads: [], ties: [] };
  const downloads = new Set<string>();
  for (const link of signals.links) {
    for (const [kind, pattern] of DOWNLOADS) if (pattern.test(link.url)) downloads.add(kind);
    const host = parse(link.url)?.hostname;
    if (!host || host === context.host) continue;
    const exchange = context.hostOwner(host);
    const code = invitationCode(link.url);
    if (code && (exchange || invites(link))) reading.invitations.push({ host, code, exchange });
    if (exchange) reading.ties.push({ exchange, host, tie: code ? 'invitation' : 'link' });
  }
  for (const host of signals.assetHosts) {
    const exchange = host === context.host ? null : context.hostOwner(host);
    if (exchange) reading.ties.push({ exchange, host, tie: 'asset' });
  }
  reading.downloads = [...downloads];
  return reading;
}
