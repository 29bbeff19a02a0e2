import { CHEAP_EDIT } from './indexed-name.ts';
import { isStrong, TELLING, UNCOVERED } from './keywords.ts';
import { isBounded, isExact, isWhole, type Reading } from './reading.ts';
import type { Weights } from './weights.ts';

/** A name this short turns up inside other words. */
const BRIEF = 5;
/** Below this a name is no more than initials. */
const SHORTEST = 3;
/** Of exchanges imitated as often as this most own sites are recorded; lookalike hosts counted. */
const WELL_KNOWN = 60;
/** Letters dearer than this are no words (kraken-ixz, but not kraken-gaming); eighths of a bit a letter. */
const GIBBERISH = 26;

export interface Judgement {
  /** Eighths of a bit above the threshold for a match. */
  margin: number;
  confidence: 'high' | 'low';
}

/** Decides whether a reading is a lookalike: gates by the kind of name first, then its score against the shape's threshold. */
export function judge(reading: Reading, weights: Weights): Judgement | null {
  if (!mayAlarm(reading)) return null;
  const margin = marginOf(reading, weights);
  if (margin < 0) return null;
  return { margin, confidence: margin >= weights.high && mayBeHigh(reading) ? 'high' : 'low' };
}

/** The score above the threshold of its shape; eighths of a bit. */
export function marginOf(reading: Reading, weights: Weights): number {
  return scoreOf(reading, weights) - threshold(reading, weights);
}

/** The gain in bits, and what the surroundings add. */
function scoreOf(reading: Reading, weights: Weights): number {
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
    const brief = !covered && reading.suffix === 'plain' && reading.name.text.length <= BRIEF;
    return weights.lowExactJoined + (brief ? weights.briefJoined : 0);
  }
  // So short a name gains nothing on ordinary letters; the digit in it is what nobody else has.
  if (reading.name.short && reading.digit && reading.visualOnly) return weights.lowExactWhole;
  if (isWhole(reading)) return reading.visualOnly ? weights.lowVisualWhole : weights.lowFuzzyWhole;
  return isBounded(reading) ? weights.lowFuzzyBounded : weights.lowFuzzyJoined;
}

const hasStrong = (reading: Reading): boolean => isStrong(reading.before) || isStrong(reading.after);

const hasTelling = (reading: Reading): boolean => reading.before === TELLING || reading.after === TELLING;

/** All the rest of the label is words, one of them of access, money or crypto. */
function strongRest(reading: Reading): boolean {
  return reading.before !== UNCOVERED && reading.after !== UNCOVERED && hasStrong(reading);
}

/** The gates: whether a name of this kind may alarm in these surroundings at all. */
export function mayAlarm(reading: Reading): boolean {
  const { name } = reading;
  if (reading.suffix === 'guarded') return false;
  if (name.kind === 'pinyin' && (name.tier === 3 || (name.tier > 0 && name.ordinary))) return false;
  if (name.kind === 'han') return !name.ambiguous || strongRest(reading);
  if (reading.insideWord && (!isExact(reading) || !isWhole(reading))) return false;
  if (name.generic) return reading.embedded && isExact(reading);
  if (name.composite && !compositeSpeaks(reading)) return false;
  if (name.text.length < SHORTEST && !briefestSpeaks(reading)) return false;
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

/** Words of the trade put together are anybody's: an own suffix must follow, telling words or a cheap suffix be there. */
function compositeSpeaks(reading: Reading): boolean {
  const { name } = reading;
  if (reading.embedded || reading.foreign) return true;
  if (!isExact(reading)) return reading.visualOnly && isBounded(reading);
  if (isWhole(reading)) return name.tier < 2 && reading.suffix !== 'plain' && !reading.hyphenInside;
  if (isBounded(reading)) return strongRest(reading) || isStrong(reading.elsewhere);
  return strongRest(reading) && hasTelling(reading);
}

/** Names of two letters are initials of anybody (service-bw): telling words and a suffix that points the same way. */
function briefestSpeaks(reading: Reading): boolean {
  if (reading.embedded || reading.foreign) return true;
  return strongRest(reading) && hasTelling(reading) && reading.suffix !== 'plain';
}

/** Short and ordinary names, pinyin and dotted forms speak only with something beside them. */
function hasEvidence(reading: Reading): boolean {
  const { name } = reading;
  if (reading.embedded) return true;
  if (reading.foreign) return isBounded(reading);
  if (!isExact(reading) && !mayBeMisspelt(reading)) return false;
  if (isPlainlyMisspelt(reading)) return true;
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

/** krakenn, kraaken, germini, 0kx: the whole label is one cheap slip from the name, and no word. */
function isPlainlyMisspelt(reading: Reading): boolean {
  if (isExact(reading) || !isWhole(reading)) return false;
  return (
    (reading.name.short && reading.digit) || (reading.name.text.length > BRIEF && reading.edit <= CHEAP_EDIT)
  );
}

/** Whether it may do so at high confidence. */
export function mayBeHigh(reading: Reading): boolean {
  const { name } = reading;
  if (reading.embedded) return true;
  if (name.kind === 'pinyin' || name.kind === 'abbreviation') return false;
  if (name.ordinary || name.short) {
    const told = name.ordinary ? hasTelling(reading) : strongRest(reading);
    return isBounded(reading) && (told || (reading.foreign && name.tier === 0));
  }
  if (name.tier >= 2 || name.common) return false;
  if (name.composite && !(isBounded(reading) && hasTelling(reading))) return false;
  if (name.tier === 1 && isExact(reading) && isWhole(reading) && reading.suffix === 'plain') return false;
  if (isBounded(reading) || reading.foreign) return true;
  // bitkubnft, hitbtcpool: an exchange's own further sites are named so, and of lesser ones few are known.
  return isExact(reading) && strongRest(reading) && name.attacked >= WELL_KNOWN;
}
