import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isBadHost, parseHost } from '../../utils/domain/host.ts';
import type { AttackCounts } from '../../utils/lookalike/attack-counts.ts';
import { buildLookalikeIndex } from '../../utils/lookalike/build-index.ts';
import { marginOf, mayAlarm, mayBeHigh } from '../../utils/lookalike/judge.ts';
import { openLookalike } from '../../utils/lookalike/open.ts';
import type { Reading } from '../../utils/lookalike/reading.ts';
import { DEFAULT_WEIGHTS, type Weights } from '../../utils/lookalike/weights.ts';
import { buildTables, readWeights } from './build-tables.ts';
import { loadExchanges } from './load-exchanges.ts';
import { seededRandom } from './seeded-random.ts';

/** A host reduced to the readings that may alarm, which no weight changes. */
interface Sample {
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
const NEAR_NAMES = 'tests/unit/lookalike/near-names.txt';

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

interface Outcome {
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

function main(args: string[]): void {
  const [exchangesPlace, attacksFile, dir, date, seedText = '20261123'] = args;
  if (!exchangesPlace || !attacksFile || !dir || !date) {
    console.error('usage: npm run fit:lookalike -- EXCHANGES ATTACKS.json DIR DATE [SEED]');
    process.exit(2);
  }
  const seed = Number(seedText);
  const exchanges = loadExchanges(exchangesPlace);
  const attacks = JSON.parse(readFileSync(attacksFile, 'utf8')) as AttackCounts;
  const matcher = openLookalike(
    buildTables(readWeights()).buffer,
    buildLookalikeIndex(exchanges, attacks).buffer,
  );
  const readings = (text: string): Sample['readings'] => {
    const host = parseHost(text);
    if (isBadHost(host)) return [];
    const speaking = matcher.readings(host).filter(mayAlarm);
    return speaking.map((reading) => ({ reading, mayBeHigh: mayBeHigh(reading) }));
  };
  const samples = readSamples(dir, readings);
  const folds = crossCheck(samples, seed);
  const weights = fit(samples, DEFAULT_WEIGHTS, seed);
  const result = measure(samples, weights);
  const quiet = samples.filter((sample) => sample.technique === null).length;
  const report = {
    date,
    seed,
    data: describe(samples, quiet),
    unit: 'eighths of a bit',
    outcome: round(result),
    crossChecked: round(folds),
    weights,
  };
  writeFileSync('assets/lookalike/weights.json', `${JSON.stringify(report, null, 2)}\n`);
  console.log(JSON.stringify(report, null, 2));
}

/** Labelled hosts weigh by the rarity of their technique; those that people filed weigh most. */
function readSamples(dir: string, readings: (host: string) => Sample['readings']): Sample[] {
  const samples: Sample[] = [];
  const counts = new Map<string, number>();
  for (const file of ['gold-dev.jsonl', 'silver-dev.jsonl']) {
    for (const line of readFileSync(path.join(dir, file), 'utf8').split('\n').filter(Boolean)) {
      const row = JSON.parse(line) as { host: string; brand: string; technique?: string };
      const technique = row.technique ?? 'filed';
      counts.set(technique, (counts.get(technique) ?? 0) + 1);
      samples.push({ readings: readings(row.host), group: row.brand, technique, weight: 1 });
    }
  }
  for (const sample of samples) {
    const share = sample.technique === 'filed' ? 4 : 1;
    sample.weight = share / Math.sqrt(counts.get(sample.technique!)!);
  }
  const lists = readdirSync(dir).filter((file) => file.endsWith('.txt'));
  const quiet = [...lists.sort().map((file) => path.join(dir, file)), NEAR_NAMES];
  for (const file of quiet) {
    for (const host of readFileSync(file, 'utf8').split(/\s+/).filter(Boolean)) {
      const found = readings(host);
      samples.push({ readings: found, group: host, technique: null, weight: 1 });
    }
  }
  return samples;
}

/** Fits with a fifth of the exchanges and of the quiet hosts hidden, measures on the hidden ones, five times. */
function crossCheck(samples: readonly Sample[], seed: number): Outcome {
  const random = seededRandom(seed);
  const groups = [...new Set(samples.map((sample) => sample.group))];
  const foldOf = new Map(groups.map((group) => [group, Math.floor(random() * 5)]));
  const sum: Outcome = { recall: 0, high: 0, alarms: 0, highAlarms: 0 };
  for (let fold = 0; fold < 5; fold++) {
    const hidden = samples.filter((sample) => foldOf.get(sample.group) === fold);
    const shown = samples.filter((sample) => foldOf.get(sample.group) !== fold);
    const outcome = measure(hidden, fit(shown, DEFAULT_WEIGHTS, seed));
    sum.recall += outcome.recall / 5;
    sum.high += outcome.high / 5;
    sum.alarms += outcome.alarms;
    sum.highAlarms += outcome.highAlarms;
  }
  return sum;
}

function describe(samples: readonly Sample[], quiet: number): string {
  return `${samples.length - quiet} labelled lookalikes (filed by people, and by rule with technique), ${quiet} popular or crypto hosts`;
}

const round = (outcome: Outcome): Outcome => ({
  ...outcome,
  recall: Math.round(outcome.recall * 10) / 10,
  high: Math.round(outcome.high * 10) / 10,
});

if (import.meta.main) main(process.argv.slice(2));
