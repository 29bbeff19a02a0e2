import type { IndexedName } from './indexed-name.ts';
import type { Coverage } from './keywords.ts';

export type SuffixClass = 'plain' | 'cheap' | 'crypto' | 'guarded';

/** One way to read a host as an imitation of one name: what the techniques look at and the judge weighs. */
export interface Reading {
  name: IndexedName;
  /** Cost of the edits, eighths of a bit; 0 is the name letter by letter. */
  edit: number;
  /** How many bits (eighths) cheaper the host is explained as an imitation than as ordinary words. */
  gain: number;
  /** In the label that somebody registered, or before it. */
  place: 'registrable' | 'subdomain';
  /** The registrable label hangs under a private suffix (pages.dev, us.com). */
  platform: boolean;
  /** A label or a hyphen ends at either side. */
  boundedLeft: boolean;
  boundedRight: boolean;
  /** What stands before and after the name in its label. */
  before: Coverage;
  after: Coverage;
  /** The same within the hyphen-bounded part that holds the name. */
  tokenBefore: Coverage;
  tokenAfter: Coverage;
  /** The best words found in other hyphen-bounded parts and in other labels. */
  elsewhere: Coverage;
  /** An own suffix of the exchange follows the name. */
  embedded: boolean;
  /** A letter from outside ASCII stands in the name. */
  foreign: boolean;
  /** A digit stands where the name has a letter. */
  digit: boolean;
  /** Every edit is a matter of shape. */
  visualOnly: boolean;
  /** A hyphen stands inside the name. */
  hyphenInside: boolean;
  suffix: SuffixClass;
  /** Letters of the label that the name does not explain. */
  rest: number;
  /** What those letters cost as ordinary words; eighths of a bit. */
  restCost: number;
  /** The whole label, or the misspelt name itself, is a word of the lexicon: shapeshifter, codebase. */
  insideWord: boolean;
}

export const isWhole = (reading: Reading): boolean => reading.rest === 0;
export const isBounded = (reading: Reading): boolean => reading.boundedLeft && reading.boundedRight;
export const isExact = (reading: Reading): boolean => reading.edit === 0;
