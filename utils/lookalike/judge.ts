import { STRONG, UNCOVERED } from './keywords.ts';
import { isBounded, isExact, isWhole, type Reading } from './reading.ts';
import type { Weights } from './weights.ts';

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
  if (reading.elsewhere === STRONG) score += weights.strongElsewhere;
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
    return isBounded(reading) ? weights.lowExactBounded : weights.lowExactJoined;
  }
  if (isWhole(reading)) return weights.lowFuzzyWhole;
  return isBounded(reading) ? weights.lowFuzzyBounded : weights.lowFuzzyJoined;
}

const hasStrong = (reading: Reading): boolean => reading.before === STRONG || reading.after === STRONG;

/** All the rest of the label is words, one of them of access, money or crypto. */
function strongRest(reading: Reading): boolean {
  return reading.before !== UNCOVERED && reading.after !== UNCOVERED && hasStrong(reading);
}

function mayAlarm(reading: Reading): boolean {
  const { name } = reading;
  if (reading.suffix === 'guarded') return false;
  if (name.kind === 'han') return true;
  if (name.generic) return reading.embedded && isExact(reading);
  if (name.ordinary || name.short || name.kind === 'pinyin' || name.kind === 'dotted')
    return hasEvidence(reading);
  if (name.tier === 2) {
    if (!isExact(reading)) return isWhole(reading) && name.kind === 'label';
    return isWhole(reading) ? reading.suffix === 'cheap' : strongRest(reading);
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
  if (strongRest(reading)) return name.tier === 0 || isBounded(reading);
  if (!isBounded(reading)) return name.tier === 0 && name.kind === 'label' && tokenSpeaks(reading, cheap);
  if (name.kind === 'dotted') return reading.rest > 0 || reading.place === 'registrable';
  if (reading.elsewhere === STRONG) return true;
  if (name.tier > 0 || name.kind === 'pinyin') return false;
  if (isWhole(reading)) return cheap || (reading.place === 'subdomain' && !name.ordinary);
  return true;
}

/** ftxltd-payout, news-okxcn: the name's own part is made of words, and something more points the same way. */
function tokenSpeaks(reading: Reading, cheap: boolean): boolean {
  if (reading.tokenBefore === UNCOVERED || reading.tokenAfter === UNCOVERED) return false;
  if (reading.tokenBefore === STRONG || reading.tokenAfter === STRONG) return true;
  return cheap || reading.elsewhere === STRONG;
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
  if (name.kind === 'pinyin') return false;
  if (name.ordinary || name.short) return isBounded(reading) && strongRest(reading);
  if (name.tier === 2) return false;
  return isBounded(reading) || reading.foreign || (isExact(reading) && strongRest(reading));
}
