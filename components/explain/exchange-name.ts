import type { HouseType } from '../../utils/exchange/record.ts';
import type { ExchangeName } from '../../utils/verdict/finding.ts';
import { displayable } from '../address/displayable.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { type Phrase, phrase } from '../i18n/phrase.ts';

/** No house's name is longer; a list from elsewhere could hold anything. */
const LONGEST_NAME = 60;

/** 'OKX (欧易)', or the name alone where there is no Chinese one. */
export function exchangeName(exchange: ExchangeName): Phrase {
  const name = displayable(exchange.name, LONGEST_NAME);
  const nameZh = exchange.nameZh === null ? null : displayable(exchange.nameZh, LONGEST_NAME);
  return nameZh === null || nameZh === name
    ? phrase('name_alone', { name: { quote: name } })
    : phrase('name_both', { name: { quote: name }, chinese: { quote: nameZh } });
}

/** Kinds of house by what they are: a lender, broker or custodian is never called an exchange. */
export const HOUSE_WORDS: Record<HouseType, MessageKey> = {
  exchange: 'word_listed_exchange',
  dex: 'word_listed_dex',
  'instant-swap': 'word_listed_instant_swap',
  p2p: 'word_listed_p2p',
  lender: 'word_listed_lender',
  broker: 'word_listed_broker',
  custodian: 'word_listed_custodian',
};

export const HOUSE_TITLES: Record<HouseType, MessageKey> = {
  exchange: 'listed_title_exchange',
  dex: 'listed_title_dex',
  'instant-swap': 'listed_title_instant_swap',
  p2p: 'listed_title_p2p',
  lender: 'listed_title_lender',
  broker: 'listed_title_broker',
  custodian: 'listed_title_custodian',
};
