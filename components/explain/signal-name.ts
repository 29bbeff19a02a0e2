import type { MessageKey } from '../i18n/messages.ts';
import { type Phrase, phrase } from '../i18n/phrase.ts';

/** Signals by id, as noun phrases: they stand in sentences ("Inferred from the title and an invite link"). */
const NAMES: Record<string, MessageKey> = {
  'title-action': 'signal_title_action',
  'title-names-exchange': 'signal_title_names',
  'exchange-in-title': 'signal_title_names',
  'exchange-in-heading': 'signal_heading_names',
  'exchange-name': 'signal_names',
  'site-name': 'signal_site_name',
  product: 'signal_product',
  trade: 'signal_trade',
  custody: 'signal_custody',
  otc: 'signal_otc',
  action: 'signal_action',
  account: 'signal_account',
  coin: 'signal_coin',
  rails: 'signal_rails',
  'invite-link': 'signal_invite_link',
  'invite-code': 'signal_invite_code',
  'app-download': 'signal_app_download',
  'listed-link': 'signal_listed_link',
  'listed-assets': 'signal_listed_assets',
  knowledge: 'signal_knowledge',
  article: 'signal_article',
  'other-trade': 'signal_other_trade',
  'title-other-kind': 'signal_title_other_kind',
  paragraphs: 'signal_paragraphs',
  'icp-filing': 'signal_icp_filing',
  'police-filing': 'signal_police_filing',
  'mainland-phone': 'signal_mainland_phone',
  'qq-support': 'signal_qq_support',
  'wechat-support': 'signal_wechat_support',
  'mainland-company': 'signal_mainland_company',
  'mainland-analytics': 'signal_mainland_analytics',
  'mainland-hosting': 'signal_mainland_hosting',
  'mainland-payment': 'signal_mainland_payment',
  'seat-offshore': 'signal_seat_offshore',
  'seat-registered-in': 'signal_seat_registered_in',
  licence: 'signal_licence',
};

/** A signal newer than this table is named by its id: 'qr-code' => 'qr code'. */
export function signalName(id: string): Phrase {
  const key = NAMES[id];
  return key === undefined ? phrase('signal_unknown', { id: id.replaceAll('-', ' ') }) : phrase(key);
}

/** Ids that have a name, for the test that compares them with the detector's. */
export const NAMED_SIGNALS: readonly string[] = Object.keys(NAMES);
