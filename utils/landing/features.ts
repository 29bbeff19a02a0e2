import { type FamilyId, OTHER_TITLES, TITLE_DEALING, TITLE_INVITES } from '../../assets/landing/terms.ts';
import type { LinkReading } from './links.ts';
import type { PageSignals } from './page-signals.ts';
import { amount, type Reading } from './reading.ts';
import { indexTerms, matchTerms } from './term-index.ts';

/** What is weighed, each with the words that it was found by. Amounts are damped: the first words say most. */
export interface Feature {
  amount: number;
  words: string[];
}

export const FEATURES = [
  'product',
  'coin-dealing',
  'coin-density',
  'title-dealing',
  'title-invites',
  'heading-action',
  'call-to-action',
  'payment-rails',
  'account',
  'own-voice',
  'invitation-links',
  'app-downloads',
  'knowledge',
  'article',
  'other-trade',
  'other-title',
  'long-text',
  'offers-nothing',
  'code',
] as const;
export type FeatureId = (typeof FEATURES)[number];
export type Features = Record<FeatureId, Feature>;

const index = (list: string) => indexTerms(list.split(' ').map((term) => [term, true] as const));
const OTHER_TITLE_WORDS = index(OTHER_TITLES);
const DEALING = index(TITLE_DEALING);
const INVITES = index(TITLE_INVITES);
const BUY_OR_SELL = /[买卖](?!家)/;

const found = (text: string, words: typeof DEALING): string[] =>
  [...new Set(Array.from(matchTerms(text, words), ({ term }) => term))].filter(
    (term, _, all) => !all.some((other) => other !== term && other.includes(term)),
  );
/** Coins are counted for each hundred Han: one USDT among the ways to pay makes no exchange. */
const HUNDRED = 100;
const damp = (x: number) => Math.log2(1 + x);

/** A line of prose: 60 Han or more. Interfaces and download pages have few. */
const PROSE_HAN = 60;
/** A sentence of a text that is told: 20 Han or more and a full stop. Menus, tables and forms have none. */
const SENTENCE_HAN = 20;

/** Shares of the page's Han that stand in long paragraphs, and in lines of whole sentences. */
function prose(text: string): { long: number; told: number } {
  let all = 0;
  let long = 0;
  let told = 0;
  for (const line of text.split('\n')) {
    let han = 0;
    for (let i = 0; i < line.length; i++) {
      const c = line.charCodeAt(i);
      if (c >= 0x4e00 && c <= 0x9fff) han++;
    }
    all += han;
    if (han >= PROSE_HAN) long += han;
    if (han >= SENTENCE_HAN && /[。?？!！]/.test(line)) told += han;
  }
  return all === 0 ? { long: 0, told: 0 } : { long: long / all, told: told / all };
}

const names = (reading: Reading, ...families: FamilyId[]) =>
  families.flatMap((family) => [...reading.terms[family].strong, ...reading.terms[family].weak]);

/** What a title or heading says of dealing in coins. No names: an exchange on no list has none that is known. */
function dealing(line: string): string[] {
  const words = found(line, DEALING);
  return words.length > 0 ? words : (BUY_OR_SELL.exec(line) ?? []).slice(0, 1);
}

export function readFeatures(signals: PageSignals, reading: Reading, links: LinkReading): Features {
  const of = (...families: FamilyId[]): Feature => ({
    amount: damp(amount(reading, ...families)),
    words: names(reading, ...families),
  });
  const flag = (words: string[]): Feature => ({ amount: words.length > 0 ? 1 : 0, words });
  const otherTitle = found(reading.title, OTHER_TITLE_WORDS);
  const subject = otherTitle.length === 0;
  const titled = reading.title || (reading.headings[0] ?? '');
  const headings = reading.headings.flatMap((heading) =>
    found(heading, OTHER_TITLE_WORDS).length > 0 ? [] : [...dealing(heading), ...found(heading, INVITES)],
  );
  const otc = amount(reading, 'otc');
  const { long, told } = prose(signals.text);
  const offers =
    reading.terms.action.strong.length +
    reading.terms.ownVoice.strong.length +
    reading.terms.account.strong.length +
    links.invitations.length +
    links.downloads.length;

  return {
    product: of('trade', 'custody', 'otc'),
    'coin-dealing': of('coinDealing'),
    'coin-density': {
      amount: damp((HUNDRED * reading.coinMentions) / Math.max(signals.scripts.han, HUNDRED)),
      words: [String(reading.coinMentions)],
    },
    'own-voice': of('ownVoice'),
    'title-dealing': flag(subject ? dealing(titled) : []),
    'title-invites': flag(subject ? found(titled, INVITES) : []),
    'heading-action': { amount: damp(Math.min(headings.length, 7)), words: [...new Set(headings)] },
    'call-to-action': of('action'),
    'payment-rails': { ...of('rails'), amount: otc >= 1 ? damp(amount(reading, 'rails')) : 0 },
    account: of('account'),
    'invitation-links': {
      amount: damp(Math.min(links.invitations.length, 7)),
      words: [...new Set(links.invitations.map(({ host, code }) => `${host} ${code}`))],
    },
    'app-downloads': flag(links.downloads),
    knowledge: of('knowledge'),
    article: of('article'),
    'other-trade': of('otherTrade'),
    'other-title': { amount: damp(Math.min(otherTitle.length, 3)), words: otherTitle },
    'long-text': { amount: long, words: long > 0 ? [`${Math.round(long * 100)}%`] : [] },
    'offers-nothing': {
      amount: told / (1 + offers),
      words: told > 0 ? [`${Math.round(told * 100)}%`] : [],
    },
    code: {
      amount: damp(Math.min(signals.codeBlocks, 7)),
      words: signals.codeBlocks > 0 ? [String(signals.codeBlocks)] : [],
    },
  };
}
