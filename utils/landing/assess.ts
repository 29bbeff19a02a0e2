import type { AssessmentContext, ChineseScript, LandingAssessment, Signal } from './assessment.ts';
import { brandClaim } from './brand-claim.ts';
import { FEATURES, type Features, readFeatures } from './features.ts';
import { chineseScript } from './han.ts';
import { pageKind } from './kind.ts';
import { readLinks } from './links.ts';
import type { NameIndex } from './names.ts';
import { namedExchange, nameExchanges } from './naming.ts';
import { readOperations, readSeatClaims } from './operations.ts';
import type { PageSignals } from './page-signals.ts';
import { type Reading, readPage } from './reading.ts';
import { languageOf } from './script-counts.ts';
import { BIAS, WEIGHTS } from './weights.ts';

const VERSION = 1;
const WORDS_SHOWN = 8;
/** From here a page is a landing page, and from there surely one. */
const LANDING = 0.5;
const SURE = 0.85;
const PROMOTED: ReadonlySet<string> = new Set([
  '邀请码',
  '推荐码',
  '返佣',
  '备用网址',
  '备用域名',
  '盲盒',
  '免翻墙',
]);
const OTC_WORDS: ReadonlySet<string> = new Set(['otc', 'c2c', '放币', '承兑商', '币商']);

function scoreOf(features: Features): number {
  let sum = BIAS;
  for (const id of FEATURES) sum += WEIGHTS[id] * features[id].amount;
  return 1 / (1 + Math.exp(-sum));
}

/**
 * A coin, or a compound that only dealing in coins has; where no coin is said, an exchange with codes and rebates,
 * or OTC beside an account's words. Stock exchanges pay no rebates.
 */
export function isAboutCoins({ terms }: Reading): boolean {
  if (terms.coin.strong.length + terms.coinDealing.strong.length > 0) return true;
  if (terms.trade.weak.includes('交易所') && terms.action.strong.some((term) => PROMOTED.has(term)))
    return true;
  return terms.otc.strong.some((term) => OTC_WORDS.has(term)) && terms.custody.strong.length > 0;
}

function signalsOf(features: Features): Signal[] {
  return FEATURES.filter((id) => features[id].amount > 0)
    .map((id) => ({
      id,
      version: VERSION,
      value: features[id].words.slice(0, WORDS_SHOWN).join('、'),
      weight: Math.round(WEIGHTS[id] * features[id].amount * 100) / 100,
    }))
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}

const scriptOf = ({ title, description, headings, controls, text, lang }: PageSignals) =>
  chineseScript([title, description, ...headings, ...controls, text].join('\n'), lang);

/** Han from which a page in another language still has Chinese text with a script of its own. */
const SOME_HAN = 40;

/** Nothing to say: not Chinese. */
function notChinese(script: ChineseScript): LandingAssessment {
  return {
    pageKind: 'none',
    script,
    sure: 'high',
    score: 0,
    exchange: null,
    signals: [],
    brandClaim: null,
    operations: [],
    seatClaims: [],
    ties: [],
  };
}

/**
 * Judges one page by its words and links: Chinese or not, a landing page of or for an exchange or not, which
 * kind, whom it names. Needs no name: a page of an exchange on no list is found as well as one of a listed one.
 */
export function assess(
  signals: PageSignals,
  context: AssessmentContext,
  names: NameIndex,
): LandingAssessment {
  const language = languageOf(signals.scripts, signals.lang);
  const script =
    language === 'chinese' || (language === 'other' && signals.scripts.han >= SOME_HAN)
      ? scriptOf(signals)
      : 'none';
  if (language !== 'chinese') return notChinese(script);
  const reading = readPage(signals);
  const links = readLinks(signals, context);
  const namings = nameExchanges(reading, links, names);
  const features = readFeatures(signals, reading, links);
  const aboutCoins = isAboutCoins(reading) || namings.length > 0;
  const score = aboutCoins ? scoreOf(features) : 0;
  const landing = score >= LANDING;
  return {
    pageKind: landing ? pageKind(reading, links, namings) : 'none',
    script,
    sure: score >= SURE || score <= 1 - SURE ? 'high' : 'low',
    score: Math.round(score * 1000) / 1000,
    exchange: namedExchange(namings),
    signals: aboutCoins ? signalsOf(features) : [],
    brandClaim: landing ? brandClaim(signals, reading, namings, context) : null,
    operations: readOperations(signals),
    seatClaims: readSeatClaims(signals),
    ties: links.ties,
  };
}
