import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isBadHost, parseHost } from '../../utils/domain/host.ts';
import type { AttackCounts } from '../../utils/lookalike/attack-counts.ts';
import { buildLookalikeIndex } from '../../utils/lookalike/build-index.ts';
import { mayAlarm, mayBeHigh } from '../../utils/lookalike/judge.ts';
import { openLookalike } from '../../utils/lookalike/open.ts';
import { DEFAULT_WEIGHTS } from '../../utils/lookalike/weights.ts';
import { seededRandom } from '../seeded-random.ts';
import { buildTables, readWeights } from './build-tables.ts';
import { fit, measure, type Outcome, type Sample } from './descend.ts';
import { loadExchanges } from './load-exchanges.ts';

const NEAR_NAMES = 'tests/unit/lookalike/near-names.txt';

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
