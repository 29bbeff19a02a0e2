import { type FamilyId, TERM_FAMILIES, type TermFamily } from '../../assets/landing/terms.ts';
import { fold } from './han.ts';
import type { PageSignals } from './page-signals.ts';
import { indexTerms, matchTerms } from './term-index.ts';

/** A page's words, folded, by the place where they stand. */
export interface Reading {
  title: string;
  headings: string[];
  siteNames: string[];
  description: string;
  /** Everything, title included, one block a line. */
  whole: string;
  /** Distinct terms of each family in `whole`, in order of first place. */
  terms: Record<FamilyId, FoundTerms>;
  /** How often coins, and compounds of dealing in them, are said. */
  coinMentions: number;
  /** Divides counts of distinct terms, so that long pages do not win by length: 1 up to 200 Han, 2 at 400. */
  length: number;
}

export interface FoundTerms {
  strong: string[];
  weak: string[];
}

const WEAK = 0.35;

const words = (list: string) => list.split(' ');
function* entries(): Generator<readonly [string, { family: FamilyId; strong: boolean }]> {
  for (const family of Object.keys(TERM_FAMILIES) as FamilyId[]) {
    const { strong, weak }: TermFamily = TERM_FAMILIES[family];
    for (const term of words(strong)) yield [term, { family, strong: true }];
    for (const term of weak ? words(weak) : []) yield [term, { family, strong: false }];
  }
}
const TERMS = indexTerms(entries());

const noTerms = (): Record<FamilyId, FoundTerms> =>
  Object.fromEntries(
    Object.keys(TERM_FAMILIES).map((family) => [family, { strong: [], weak: [] }]),
  ) as unknown as Record<FamilyId, FoundTerms>;

/** First lines of texts pass for titles: a sentence is none. '在加密货币交易中，手续费是不可忽视的成本。' → '' */
function titleOf(title: string): string {
  const folded = fold(title).trim();
  return folded.length > 40 && /。|, /.test(folded) ? '' : folded.slice(0, 120);
}

export function readPage(signals: PageSignals): Reading {
  const { siteNames, headings, controls, imageTexts, description, text, scripts } = signals;
  const whole = fold(
    [signals.title, ...siteNames, description, ...headings, ...controls, ...imageTexts, text].join('\n'),
  );
  const terms = noTerms();
  const seen = new Set<string>();
  let coinMentions = 0;
  for (const { term, value } of matchTerms(whole, TERMS)) {
    if (value.family === 'coin' || value.family === 'coinDealing') coinMentions++;
    const key = `${value.family} ${term}`;
    if (seen.has(key)) continue;
    seen.add(key);
    terms[value.family][value.strong ? 'strong' : 'weak'].push(term);
  }
  return {
    title: titleOf(signals.title),
    headings: headings.map(fold),
    siteNames: siteNames.map(fold),
    description: fold(description),
    whole,
    terms,
    coinMentions,
    length: 1 + Math.log2(Math.max(scripts.han, 200) / 200),
  };
}

/** Distinct terms of families, weak ones at .35, over the page's length. */
export function amount(reading: Reading, ...families: FamilyId[]): number {
  let sum = 0;
  for (const family of families) {
    const { strong, weak } = reading.terms[family];
    sum += strong.length + WEAK * weak.length;
  }
  return sum / reading.length;
}
