import type { ExchangeName } from '../../utils/verdict/finding.ts';
import { displayable } from '../address/displayable.ts';
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
