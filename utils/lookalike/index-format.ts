import type { ExchangeName, OwnHost } from './exchange-names.ts';

/** The layout of the lookalike section of a list snapshot. */
export const INDEX_KIND = 2;
export const INDEX_VERSION = 1;

export const INDEX = {
  /** JSON: IndexMeta. */
  meta: 1,
  /** Open-addressed keys of whole names: hash (0 is empty), then the name's number. */
  exactKeys: 2,
  exactNames: 3,
  /** The same of names with up to two letters left out. */
  deletionKeys: 4,
  deletionNames: 5,
  /** One bit for each key, by its low bits: most windows are refused here. */
  exactBits: 6,
  deletionBits: 7,
} as const;

export interface IndexMeta {
  names: ExchangeName[];
  own: OwnHost[];
}
