/** How an address comes to resemble another. */
export const TECHNIQUES = [
  'homoglyph',
  'typosquat',
  'combosquat',
  'tld-swap',
  'hyphenation',
  'target-embedding',
  'brand-in-subdomain',
] as const;
export type Technique = (typeof TECHNIQUES)[number];

/**
 * A stretch of the host that differs from the imitated name.
 * Positions are UTF-16 offsets into `Host.unicode`, start inclusive, end exclusive;
 * `missing` has start = end: something the imitated name has stands nowhere here.
 */
export interface Mark {
  start: number;
  end: number;
  kind: 'replaced' | 'inserted' | 'missing';
  /** What the imitated name has there; empty for `inserted`. */
  expected: string;
}

/** An address that resembles an exchange's and is none of its own. */
export interface LookalikeMatch {
  /** Exchange id. */
  exchange: string;
  /** The imitated domain, one of the exchange's own. */
  target: string;
  techniques: Technique[];
  marks: Mark[];
  /** 0..1, grows with likeness; comparable between hosts. */
  score: number;
  confidence: 'high' | 'low';
}
