import type { Tier } from '../../utils/verdict/finding.ts';
import type { Insert, Phrase } from '../i18n/phrase.ts';

/** One reason in plain words, with what matched. */
export interface Reason {
  what: Phrase;
  matched: Insert | null;
  /** What the signal counted for; null where nothing is scored. */
  weight: number | null;
}

/** A finding in words: what it is, why, and how sure. */
export interface Explanation {
  tier: Tier;
  /** Two or three words beside the flag. */
  word: Phrase;
  title: Phrase;
  rest: Phrase;
  sure: 'high' | 'low' | null;
  reasons: Reason[];
  /** Why it is not surer. */
  limit: Phrase;
}

export function reason(what: Phrase, matched: Insert | null = null, weight: number | null = null): Reason {
  return { what, matched, weight };
}
