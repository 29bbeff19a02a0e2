import { marginOf } from '../../utils/lookalike/judge.ts';
import type { Reading } from '../../utils/lookalike/reading.ts';
import type { Weights } from '../../utils/lookalike/weights.ts';
import { seededRandom } from '../seeded-random.ts';

/** A host reduced to the readings that may alarm, which no weight changes. */
export interface Sample {
  readings: { reading: Reading; mayBeHigh: boolean }[];
  group: string;
  /** Technique, or null for a host that should stay quiet. */
  technique: string | null;
  /** How much a miss or an alarm costs. */
  weight: number;
}

/** What one false alarm costs, in recall points of an average technique; and one at high confidence. */
const ALARM = 0.3;
const HIGH_ALARM = 3;
const HIGH_SHARE = 0.5;
/**
 * The fit counts a host by how far it lies from the threshold, as if that were known to a bit or so only:
 * it would else settle where the last alarm of its data goes quiet, and other data have others. Eighths of a bit.
 */
const SOFTNESS = 12;
const STEPS = [-32, -16, -8, 8, 16, 32];
/** Moving a weight must be worth something, or noise would move them all. */
const WORTH = 0.02;

/** What the sense of a weight forbids, whatever the data: words beside a name never make it less likely an imitation. */
const LEAST: Partial<Weights> = {
  strongRest: 0,
  weakRest: 0,
  strongElsewhere: 0,
  embedded: 0,
  foreign: 0,
  briefJoined: 24,
  lowVisualWhole: 40,
  high: 24,
};

/** What weights do on samples: recall in per cent, alarms as hosts. */
export interface Outcome {
  recall: number;
  high: number;
  alarms: number;
  highAlarms: number;
}

/** What the weights do on the samples; `softness` 0 counts hosts, more counts them by their distance. */
export function measure(samples: readonly Sample[], weights: Weights, softness = 0): Outcome {
  const share = (margin: number) =>
    softness === 0 ? Number(margin >= 0) : 1 / (1 + Math.exp(-margin / softness));
  let wanted = 0;
  const outcome: Outcome = { recall: 0, high: 0, alarms: 0, highAlarms: 0 };
  for (const sample of samples) {
    if (sample.technique !== null) wanted += sample.weight;
    let best = -Infinity;
    let high = -Infinity;
    for (const { reading, mayBeHigh } of sample.readings) {
      const margin = marginOf(reading, weights);
      if (margin <= best) continue;
      best = margin;
      high = mayBeHigh ? margin - weights.high : -Infinity;
    }
    if (best === -Infinity) continue;
    if (sample.technique === null) {
      outcome.alarms += share(best);
      outcome.highAlarms += share(high);
    } else {
      outcome.recall += sample.weight * share(best);
      outcome.high += sample.weight * share(high);
    }
  }
  outcome.recall = (100 * outcome.recall) / Math.max(1e-9, wanted);
  outcome.high = (100 * outcome.high) / Math.max(1e-9, wanted);
  return outcome;
}

function worth(samples: readonly Sample[], weights: Weights): number {
  const { recall, high, alarms, highAlarms } = measure(samples, weights, SOFTNESS);
  return recall + HIGH_SHARE * high - ALARM * alarms - HIGH_ALARM * highAlarms;
}

/** Coordinate descent from given weights, in a seeded order, until a whole round changes nothing. */
export function fit(samples: readonly Sample[], from: Weights, seed: number): Weights {
  const random = seededRandom(seed);
  const weights = { ...from };
  let best = worth(samples, weights);
  for (let round = 0; round < 12; round++) {
    let moved = false;
    const names = (Object.keys(weights) as (keyof Weights)[]).sort(() => random() - 0.5);
    for (const name of names) {
      for (const step of STEPS) {
        const tried = { ...weights, [name]: Math.max(weights[name] + step, LEAST[name] ?? -Infinity) };
        const value = worth(samples, tried);
        if (value > best + WORTH) {
          best = value;
          weights[name] = tried[name];
          moved = true;
        }
      }
    }
    if (!moved) break;
  }
  return weights;
}
