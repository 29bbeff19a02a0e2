import { isStrong, TELLING, UNCOVERED } from './keywords.ts';
import { isBounded, isExact, isWhole, type Reading } from './reading.ts';
import type { Weights } from './weights.ts';

/** A name this short turns up inside other words. */
const BRIEF = 5;
/** Letters dearer than this are no words (kraken-ixz, but not kraken-gaming); eighths of a bit a letter. */
const GIBBERISH = 26;
/** Exchanges hardly attacked alarm misspelt only by one edit of shape, doubling or order; eighths of a bit. */
const CHEAP_EDIT = 36;

export interface Judgement {
  /** Eighths of a bit above the threshold for a match. */
  margin: number;
  confidence: 'high' | 'low';
}

/** Decides whether a reading is a lookalike: gates by the kind of name first, then its score against the shape's threshold. */
export function judge(reading: Reading, weights: Weights): Judgement | null {
  if (!mayAlarm(reading)) return null;
  const score = scoreOf(reading, weights);
  const margin = score - threshold(reading, weights);
  if (margin < 0) return null;
  return { margin, confidence: margin >= weights.high && mayBeHigh(reading) ? 'high' : 'low' };
}

/** The gain in bits, and what the surroundings add. */
export function scoreOf(reading: Reading, weights: Weights): number {
  let score = reading.gain;
  if (reading.rest > 0 && reading.before !== UNCOVERED && reading.after !== UNCOVERED) {
    score += hasStrong(reading) ? weights.strongRest : weights.weakRest;
  }
  if (isStrong(reading.elsewhere)) score += weights.strongElsewhere;
  if (reading.embedded) score += weights.embedded;
  if (reading.foreign) score += weights.foreign;
  if (reading.place === 'subdomain') score += weights.subdomain;
  if (reading.suffix === 'cheap') score += weights.cheapSuffix;
  if (reading.suffix === 'crypto') score += weights.cryptoSuffix;
  if (isBounded(reading)) score += weights.bounded;
  if (reading.hyphenInside) score += weights.hyphenInside;
  if (reading.edit > 0 && reading.visualOnly) score += weights.visualOnly;
  return score;
}

function threshold(reading: Reading, weights: Weights): number {
  if (isExact(reading)) {
    if (isWhole(reading)) return weights.lowExactWhole;
    if (isBounded(reading)) return weights.lowExactBounded;
    const covered = reading.before !== UNCOVERED && reading.after !== UNCOVERED;
    const brief = !covered && reading.name.text.length <= BRIEF;
    return weights.lowExactJoined + (brief ? weights.briefJoined : 0);
  }
  if (isWhole(reading)) return weights.lowFuzzyWhole;
  return isBounded(reading) ? weights.lowFuzzyBounded : weights.lowFuzzyJoined;
}

const hasStrong = (reading: Reading): boolean => isStrong(reading.before) || isStrong(reading.after);

const hasTelling = (reading: Reading): boolean => reading.before === TELLING || reading.after === TELLING;

/** All the rest of the label is words, one of them of access, money or crypto. */
function strongRest(reading: Reading): boolean {
  return reading.before !== UNCOVERED && reading.after !== UNCOVERED && hasStrong(reading);
}

function mayAlarm(reading: Reading): boolean {
  const { name } = reading;
  if (reading.suffix === 'guarded') return false;
  if (name.kind === 'han') return !name.ambiguous || strongRest(reading);
  if (reading.insideWord && (!isExact(reading) || !isWhole(reading))) return false;
  if (name.generic) return reading.embedded && isExact(reading);
  if (name.stemmed && !isExact(reading) && !reading.visualOnly) return false;
  if (name.common)
    return isExact(reading) && (reading.embedded || (isBounded(reading) && strongRest(reading)));
  if (!isExact(reading) && name.tier === 1 && reading.edit > CHEAP_EDIT) return false;
  if (name.ordinary || name.short || name.kind === 'pinyin' || name.kind === 'dotted')
    return hasEvidence(reading);
  if (name.tier >= 2) {
    if (reading.embedded) return true;
    if (!isExact(reading)) return isWhole(reading) && (name.tier === 2 || reading.foreign);
    if (isWhole(reading))
      return reading.suffix === 'cheap' && (name.tier === 2 || reading.place === 'registrable');
    return strongRest(reading) || (isBounded(reading) && isStrong(reading.elsewhere));
  }
  return true;
}

/** Short and ordinary names, pinyin and dotted forms speak only with something beside them. */
function hasEvidence(reading: Reading): boolean {
  const { name } = reading;
  if (reading.embedded) return true;
  if (reading.foreign) return isBounded(reading);
  if (!isExact(reading) && !mayBeMisspelt(reading)) return false;
  const cheap = reading.suffix !== 'plain' || reading.platform;
  if (name.kind === 'pinyin') return isBounded(reading) && pinyinSpeaks(reading);
  if (strongRest(reading) && (isBounded(reading) || !name.ordinary || hasTelling(reading) || cheap)) {
    return name.tier === 0 || isBounded(reading);
  }
  if (!isBounded(reading)) return name.tier === 0 && name.kind === 'label' && tokenSpeaks(reading, cheap);
  if (name.kind === 'dotted') return reading.rest > 0 || reading.place === 'registrable';
  if (isStrong(reading.elsewhere)) return true;
  if (name.tier > 0 || name.kind !== 'label') return false;
  if (isWhole(reading)) return cheap || (reading.place === 'subdomain' && (name.short || !name.ordinary));
  const covered = reading.before !== UNCOVERED && reading.after !== UNCOVERED;
  return name.short || covered || cheap || reading.restCost >= GIBBERISH * reading.rest;
}

/** ouyi-xiazai; zhongbi.top where the record itself gives that spelling. */
function pinyinSpeaks(reading: Reading): boolean {
  const { name } = reading;
  if (strongRest(reading) || isStrong(reading.elsewhere)) return true;
  const known = !name.ambiguous && name.text.length >= (name.tier === 0 ? 4 : BRIEF + 1);
  return known && isWhole(reading) && reading.place === 'registrable' && reading.suffix !== 'plain';
}

/** ftxltd-payout, news-okxcn: the name's own part is made of words, and something more points the same way. */
function tokenSpeaks(reading: Reading, cheap: boolean): boolean {
  if (reading.tokenBefore === UNCOVERED || reading.tokenAfter === UNCOVERED) return false;
  if (cheap || isStrong(reading.elsewhere)) return true;
  const told = reading.name.ordinary
    ? reading.tokenBefore === TELLING || reading.tokenAfter === TELLING
    : isStrong(reading.tokenBefore) || isStrong(reading.tokenAfter);
  return told;
}

/** kralken, gemlni: of ordinary names only those attacked most, and long enough. */
function mayBeMisspelt(reading: Reading): boolean {
  const { name } = reading;
  if (name.tier > 0 || name.kind !== 'label') return false;
  return name.short ? reading.visualOnly : isBounded(reading);
}

function mayBeHigh(reading: Reading): boolean {
  const { name } = reading;
  if (reading.embedded) return true;
  if (name.kind === 'pinyin' || name.kind === 'abbreviation') return false;
  if (name.ordinary || name.short) {
    const told = name.ordinary ? hasTelling(reading) : strongRest(reading);
    return isBounded(reading) && (told || (reading.foreign && name.tier === 0));
  }
  if (name.tier >= 2 || name.common) return false;
  if (name.tier === 1 && isExact(reading) && isWhole(reading) && reading.suffix === 'plain') return false;
  return isBounded(reading) || reading.foreign || (isExact(reading) && strongRest(reading));
}
