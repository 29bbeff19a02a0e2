import { type FamilyId, OTHER_TITLES, TITLE_ACTIONS } from '../../assets/landing/terms.ts';
import type { LinkReading } from './links.ts';
import type { Naming } from './naming.ts';
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
  'title-action',
  'heading-action',
  'call-to-action',
  'name-in-title',
  'payment-rails',
  'account',
  'invitation-links',
  'app-downloads',
  'knowledge',
  'article',
  'other-trade',
  'other-title',
  'long-text',
  'code',
] as const;
export type FeatureId = (typeof FEATURES)[number];
export type Features = Record<FeatureId, Feature>;

const OTHER_TITLE_WORDS = indexTerms(OTHER_TITLES.split(' ').map((term) => [term, true] as const));
const ACTION_WORDS = indexTerms(
  TITLE_ACTIONS.split(' ').flatMap((term) => (term.length > 1 ? [[term, true] as const] : [])),
);
const BUY_OR_SELL = /[买卖]/;

const found = (text: string, index: typeof ACTION_WORDS): string[] =>
  [...new Set(Array.from(matchTerms(text, index), ({ term }) => term))].filter(
    (term, _, all) => !all.some((other) => other !== term && other.includes(term)),
  );
const damp = (x: number) => Math.log2(1 + x);

/** A line of prose: 60 Han or more. Interfaces and download pages have few. */
const PROSE_HAN = 60;
function proseShare(text: string): number {
  let all = 0;
  let prose = 0;
  for (const line of text.split('\n')) {
    let han = 0;
    for (let i = 0; i < line.length; i++) {
      const c = line.charCodeAt(i);
      if (c >= 0x4e00 && c <= 0x9fff) han++;
    }
    all += han;
    if (han >= PROSE_HAN) prose += han;
  }
  return all === 0 ? 0 : prose / all;
}

const names = (reading: Reading, ...families: FamilyId[]) =>
  families.flatMap((family) => [...reading.terms[family].strong, ...reading.terms[family].weak]);

/** Coins, or a listed exchange, in a line; '' where neither is. */
const subject = (line: string, coins: string[], namings: Naming[]): string =>
  coins.find((coin) => line.includes(coin)) ??
  namings.flatMap(({ forms }) => forms).find((form) => line.includes(form)) ??
  '';

export function readFeatures(
  signals: PageSignals,
  reading: Reading,
  links: LinkReading,
  namings: Naming[],
): Features {
  const of = (...families: FamilyId[]): Feature => ({
    amount: damp(amount(reading, ...families)),
    words: names(reading, ...families),
  });
  const flag = (words: string[]): Feature => ({ amount: words.length > 0 ? 1 : 0, words });
  const coins = [...reading.terms.coin.strong, ...reading.terms.coinDealing.strong];

  const otherTitle = found(reading.title, OTHER_TITLE_WORDS);
  const acting = (line: string): string[] => {
    const about = subject(line, coins, namings);
    if (about === '') return [];
    const actions = found(line, ACTION_WORDS);
    return actions.length > 0 ? [about, ...actions] : BUY_OR_SELL.test(line) ? [about] : [];
  };
  const headings = reading.headings.map(acting).filter((words) => words.length > 0);
  const titled = namings.filter(({ inTitle, inSiteName }) => inTitle || inSiteName);
  const otc = amount(reading, 'otc');
  const long = proseShare(signals.text);

  return {
    product: of('trade', 'custody', 'otc'),
    'coin-dealing': of('coinDealing'),
    'title-action': flag(otherTitle.length > 0 ? [] : acting(reading.title)),
    'heading-action': { amount: damp(Math.min(headings.length, 3)), words: [...new Set(headings.flat())] },
    'call-to-action': of('action'),
    'name-in-title': flag(titled.flatMap(({ forms }) => forms)),
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
    code: {
      amount: damp(Math.min(signals.codeBlocks, 7)),
      words: signals.codeBlocks > 0 ? [String(signals.codeBlocks)] : [],
    },
  };
}
