import type { AssessmentContext, LandingAssessment, Signal } from './assessment.ts';
import { brandClaim } from './brand-claim.ts';
import { FEATURES, type Features, readFeatures } from './features.ts';
import { chineseScript } from './han.ts';
import { pageKind } from './kind.ts';
import { readLinks } from './links.ts';
import type { NameIndex } from './names.ts';
import { namedExchange, nameExchanges } from './naming.ts';
import { readOperations, readSeatClaims } from './operations.ts';
import type { PageSignals } from './page-signals.ts';
import { readPage } from './reading.ts';
import { languageOf } from './script-counts.ts';
import { BIAS, WEIGHTS } from './weights.ts';

const VERSION = 1;
const WORDS_SHOWN = 8;
/** From here a page is a landing page, and from there surely one. */
const LANDING = 0.5;
const SURE = 0.85;

export function scoreOf(features: Features): number {
  let sum = BIAS;
  for (const id of FEATURES) sum += WEIGHTS[id] * features[id].amount;
  return 1 / (1 + Math.exp(-sum));
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

/** Nothing to say: not Chinese. */
function notChinese(): LandingAssessment {
  return {
    pageKind: 'none',
    script: 'none',
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
  if (languageOf(signals.scripts, signals.lang) !== 'chinese') return notChinese();
  const reading = readPage(signals);
  const links = readLinks(signals, context);
  const namings = nameExchanges(reading, links, names);
  const { coin, coinDealing } = reading.terms;
  const aboutCoins = coin.strong.length + coinDealing.strong.length + namings.length > 0;
  const features = readFeatures(signals, reading, links, namings);
  const score = aboutCoins ? scoreOf(features) : 0;
  const landing = score >= LANDING;
  return {
    pageKind: landing ? pageKind(reading, links, namings) : 'none',
    script: chineseScript(
      [signals.title, signals.description, ...signals.headings, ...signals.controls, signals.text].join('\n'),
      signals.lang,
    ),
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
