/** The layout of assets/static/lookalike/tables.bin. Costs are in eighths of a bit unless said otherwise. */
export const TABLES_KIND = 1;
export const TABLES_VERSION = 1;

export const TABLE = {
  /** JSON: Weights. */
  weights: 1,
  /** Open-addressed words: 16 bits of the hash beside the slot; 0 is empty. */
  wordMarks: 2,
  /** Cost of the word in the slot, in quarter bits. */
  wordCosts: 3,
  /** Cost of a letter after two others, alphabet of 28 (0 is a boundary, 27 a digit). */
  trigrams: 4,
  /** Cost of reading code b where the name has code a: CODES × CODES. */
  substitutions: 5,
  /** Triples (one code, two codes, cost): 'm' for 'rn'. */
  clusters: 6,
  /** UTS #39: code points, offsets, pool. */
  confusablePoints: 7,
  confusableOffsets: 8,
  confusablePool: 9,
  /** Code points that read as Latin; packed codes (four of 8 bits, +1, 0 ends), and a second reading. */
  readingPoints: 10,
  readings: 11,
  secondReadings: 12,
  /** Texts as in assets/lookalike. */
  keywords: 13,
  suffixes: 14,
  guards: 15,
  pinyin: 16,
  hanVariants: 17,
} as const;

export const WORD_SLOTS = 1 << 18;
export const MAX_WORD = 14;
export const TRIGRAM_ALPHABET = 28;

/** The symbol of a code in the trigram table. */
export function trigramSymbol(code: number): number {
  if (code >= 1 && code <= 26) return code;
  return code >= 27 && code <= 36 ? 27 : 0;
}
