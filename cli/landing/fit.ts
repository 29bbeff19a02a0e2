/**
 * `npm run fit:landing -- DIR`: fits the weights of utils/landing/weights.ts to a labelled folder (as `eval pages`
 * reads it) and the fitted scenes of tests/fixtures/pages, leaving one source family out at a time to say how
 * well they carry over; then writes them. Deterministic.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAboutCoins } from '../../utils/landing/assess.ts';
import { FEATURES, readFeatures } from '../../utils/landing/features.ts';
import { readLinks } from '../../utils/landing/links.ts';
import type { PageSignals } from '../../utils/landing/page-signals.ts';
import { readPage } from '../../utils/landing/reading.ts';
import { languageOf } from '../../utils/landing/script-counts.ts';
import { pageFileSignals } from '../scan/page-file.ts';
import { parseIndexLine } from '../scan/pages.ts';
import { type Example, fitWeights, type Model, scoreBy } from './logistic.ts';
import { PRIOR_BIAS, PRIORS } from './priors.ts';
import { parseScenes } from './scenes.ts';

/** Standard deviation of the belief in the priors: at 1, some ten pages are needed to move a weight by 1. */
const SPREAD = 1;
/** Disputed pages, bundles of strings and our own scenes count less than an undisputed page of the folder. */
const SHARES = { disputed: 0.4, bundle: 0.5, scene: 0.6 };

const SCENES = new URL('../../tests/fixtures/pages/', import.meta.url);

/** Null for pages that the gate turns away: no weight decides on them. */
function amountsOf(signals: PageSignals): number[] | null {
  if (languageOf(signals.scripts, signals.lang) !== 'chinese') return null;
  const reading = readPage(signals);
  if (!isAboutCoins(reading)) return null;
  const features = readFeatures(signals, reading, readLinks(signals, { host: null, hostOwner: () => null }));
  return FEATURES.map((id) => features[id].amount);
}

async function folderExamples(folder: string): Promise<(Example & { disputed: boolean })[]> {
  const rows = readFileSync(join(folder, 'index.jsonl'), 'utf8').trim().split('\n');
  const labels = rows.map((row) => JSON.parse(row) as Record<string, string | undefined>);
  const examples: (Example & { disputed: boolean })[] = [];
  for (const [i, row] of rows.entries()) {
    const { group = '', label, kind, ambiguous } = labels[i] ?? {};
    const line = parseIndexLine(row);
    const amounts = amountsOf(await pageFileSignals(join(folder, line.file), line));
    if (!amounts) continue;
    const family = labels.filter((other) => other.group === group).length;
    examples.push({
      family: group,
      landing: label === 'landing',
      disputed: Boolean(ambiguous),
      weight: ((ambiguous ? SHARES.disputed : 1) * (kind === 'i18n' ? SHARES.bundle : 1)) / Math.sqrt(family),
      amounts,
    });
  }
  return examples;
}

function sceneExamples(): Example[] {
  return ['fitted-negatives.txt', 'fitted-positives.txt']
    .flatMap((file) => parseScenes(readFileSync(new URL(file, SCENES), 'utf8')))
    .flatMap(({ id, class: kind, signals }) => {
      const amounts = amountsOf(signals);
      return amounts
        ? [{ family: `scene ${id}`, landing: kind.startsWith('P'), weight: SHARES.scene, amounts }]
        : [];
    });
}

/** Errors of each family under weights fitted without it. */
function leaveOneOut(examples: Example[], prior: Model): { missed: number; falseAlarms: number } {
  let missed = 0;
  let falseAlarms = 0;
  for (const family of new Set(examples.map((example) => example.family))) {
    const model = fitWeights(
      examples.filter((example) => example.family !== family),
      prior,
      SPREAD,
    );
    for (const { landing, amounts } of examples.filter((example) => example.family === family)) {
      const said = scoreBy(model, amounts) >= 0.5;
      if (landing && !said) missed++;
      if (!landing && said) falseAlarms++;
    }
  }
  return { missed, falseAlarms };
}

const rounded = (x: number) => Number(x.toFixed(2));

function weightsFile(model: Model, says: string): string {
  const rows = FEATURES.map((id, i) => {
    const { weight, why } = PRIORS[id];
    return `  /** By hand ${weight}: ${why} */\n  '${id}': ${rounded(model.weights[i] ?? 0)},`;
  });
  return `import type { FeatureId } from './features.ts';

/**
 * What a landing page's score is made of: score = logistic(BIAS + Σ weight · amount).
 * ${says}
 */
export const BIAS = ${rounded(model.bias)};

export const WEIGHTS: Record<FeatureId, number> = {
${rows.join('\n')}
};
`;
}

const [folder, date = new Date().toISOString().slice(0, 10)] = process.argv.slice(2);
if (!folder) {
  console.error('npm run fit:landing -- DIR [DATE]: a folder with index.jsonl and the pages it names');
  process.exitCode = 2;
} else {
  const pages = await folderExamples(folder);
  const scenes = sceneExamples();
  const examples = [...pages, ...scenes];
  const prior = { bias: PRIOR_BIAS, weights: FEATURES.map((id) => PRIORS[id].weight) };
  const model = fitWeights(examples, prior, SPREAD);
  const { missed, falseAlarms } = leaveOneOut(examples, prior);
  const says = `Written by \`npm run fit:landing\` on ${date}: logistic regression drawn towards weights set by hand
 * (cli/landing/priors.ts), on ${pages.length} stored Chinese pages about coins, of ${new Set(pages.map((page) => page.family)).size} source families, and ${scenes.length} scenes of
 * tests/fixtures/pages. Leaving out one family at a time: ${missed} of ${examples.filter((example) => example.landing).length} landing pages missed, ${falseAlarms} of ${examples.filter((example) => !example.landing).length} others flagged.`;
  writeFileSync(new URL('../../utils/landing/weights.ts', import.meta.url), weightsFile(model, says));
  console.log(says.replaceAll('\n * ', '\n'));
}
