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

const KINDS = ['label', 'dotted', 'pinyin', 'product', 'abbreviation', 'han'];
const STANDINGS = ['present', 'past', 'claimed'];

/**
 * Whether what a list carries has this shape: it was signed by whoever made it, with whatever faults. By hand, for every
 * start of the worker waits for it: half a millisecond for the 2,400 rows of the bundled list, a schema takes nine.
 */
export function isIndexMeta(value: unknown): value is IndexMeta {
  const { names, own } = (value ?? {}) as Partial<Record<keyof IndexMeta, unknown>>;
  return Array.isArray(names) && Array.isArray(own) && names.every(isName) && own.every(isOwnHost);
}

function isName(value: unknown): boolean {
  const name = (value ?? {}) as Partial<Record<keyof ExchangeName, unknown>>;
  return (
    [name.text, name.exchange, name.target].every((text) => typeof text === 'string' && text !== '') &&
    [name.tier, name.prior, name.attacked].every(Number.isFinite) &&
    [name.address, name.ambiguous].every((flag) => typeof flag === 'boolean') &&
    KINDS.includes(name.kind as string)
  );
}

function isOwnHost(value: unknown): boolean {
  const { host, exchange, standing } = (value ?? {}) as Partial<Record<keyof OwnHost, unknown>>;
  return typeof host === 'string' && typeof exchange === 'string' && STANDINGS.includes(standing as string);
}
