import type { MessageKey } from '../i18n/messages.ts';
import { type Phrase, phrase } from '../i18n/phrase.ts';

/** Signals by id, as noun phrases: they stand in sentences ("Inferred from the title and an invite link"). */
const NAMES: Record<string, MessageKey> = {
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
  product: 'signal_product',
  'coin-dealing': 'signal_coin_dealing',
  'title-action': 'signal_title_action',
  'heading-action': 'signal_heading_action',
  'call-to-action': 'signal_call_to_action',
  'name-in-title': 'signal_name_in_title',
  'payment-rails': 'signal_payment_rails',
  account: 'signal_account',
  'invitation-links': 'signal_invitation_links',
  'app-downloads': 'signal_app_downloads',
  knowledge: 'signal_knowledge',
  article: 'signal_article',
  'other-trade': 'signal_other_trade',
  'other-title': 'signal_other_title',
  'long-text': 'signal_long_text',
  code: 'signal_code',
  'claims-title': 'signal_claims_title',
  'claims-site-name': 'signal_claims_site_name',
  'claims-heading': 'signal_claims_heading',
  'claims-logo': 'signal_claims_logo',
  'claims-copyright': 'signal_claims_copyright',
};

/** A signal newer than this table is named by its id: 'qr-code' => 'qr code'. */
export function signalName(id: string): Phrase {
  const key = NAMES[id];
  return key === undefined
    ? phrase('signal_unknown', { id: { quote: id.replaceAll('-', ' ') } })
    : phrase(key);
}

/** Ids that have a name, for the test that compares them with the detector's. */
export const NAMED_SIGNALS: readonly string[] = Object.keys(NAMES);
