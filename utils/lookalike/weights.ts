import { LookalikeDataError } from './container.ts';

/**
 * The numbers that `npm run fit:lookalike` fits; assets/lookalike/weights.json holds them with their date and data.
 * All in eighths of a bit. The reason for each stands here, so that a score can be read back.
 * The numbers here are where a fit sets out from: those fitted first, on a smaller set of quiet hosts.
 */
export const DEFAULT_WEIGHTS = {
  /** All the rest of the label is words of access, money or crypto. */
  strongRest: 72,
  /** All the rest of the label is words, at least one of them neutral. */
  weakRest: 0,
  /** Such a word elsewhere in the host. */
  strongElsewhere: 48,
  /** An own suffix follows the name: okx.com.verify.example. */
  embedded: 80,
  /** A foreign letter stands for a Latin one. */
  foreign: 64,
  /** The name stands before somebody else's domain. */
  subdomain: 16,
  /** A suffix that costs next to nothing. */
  cheapSuffix: 40,
  /** A suffix that speaks of money. */
  cryptoSuffix: 24,
  /** Label or hyphen on both sides. */
  bounded: 24,
  /** A hyphen inside the name. */
  hyphenInside: -16,
  /** A misspelling that has only one way to be read: shape, doubling. */
  visualOnly: 24,
  /** Least score for a match, by shape. */
  lowExactWhole: -40,
  lowExactBounded: -20,
  lowExactJoined: 56,
  /** Added where a name of five letters stands among letters that are no telling words, under a suffix like any. */
  briefJoined: 32,
  lowFuzzyWhole: 90,
  /** The whole label, and every slip a matter of shape or doubling: b1nance. */
  lowVisualWhole: 80,
  lowFuzzyBounded: 80,
  lowFuzzyJoined: 110,
  /** Added to those for high confidence. */
  high: 48,
};

export type Weights = typeof DEFAULT_WEIGHTS;

/** Reads fitted weights; a name that is absent keeps its default. @throws LookalikeDataError */
export function parseWeights(text: string): Weights {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    throw new LookalikeDataError('bad section', 'weights are no JSON', { cause });
  }
  const weights = { ...DEFAULT_WEIGHTS };
  const fitted = (parsed as { weights?: Record<string, unknown> } | null)?.weights ?? {};
  for (const name of Object.keys(weights) as (keyof Weights)[]) {
    const value = fitted[name];
    if (typeof value === 'number' && Number.isFinite(value)) weights[name] = value;
    else if (value !== undefined) throw new LookalikeDataError('bad section', `weight ${name}`);
  }
  return weights;
}
