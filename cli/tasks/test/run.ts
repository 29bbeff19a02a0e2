import { parseArgs } from 'node:util';
import { performInOrder } from './order.ts';
import type { How, Outcome, Result, Stage } from './stage.ts';
import { STAGES } from './stages.ts';

const USAGE = `npm test [-- --only NAME,…]   names: ${STAGES.map(({ name }) => name).join(', ')}`;

/** The stages asked for, all without `--only`; null when a name is unknown. */
function choose(only: string | undefined): Stage[] | null {
  if (only === undefined) return STAGES;
  const names = only.split(',');
  if (names.some((name) => !STAGES.some((stage) => stage.name === name))) return null;
  return STAGES.filter(({ name }) => names.includes(name));
}

async function perform(stage: Stage, how: How): Promise<Result> {
  if (!how.beside) console.log(`\n── ${stage.name}: ${stage.title}`);
  const started = performance.now();
  const outcome = await stage.run(how).catch(broken);
  const milliseconds = performance.now() - started;
  if (how.beside) console.log(`\n── meanwhile, ${stage.name}: ${stage.title}`);
  if (outcome.failed > 0 && outcome.output !== '') console.log(outcome.output.trimEnd());
  const result = { ...outcome, name: stage.name, milliseconds };
  console.log(line(result));
  return result;
}

/** A stage that cannot run has failed; the others go on. */
function broken(error: unknown): Outcome {
  return { passed: 0, failed: 1, output: error instanceof Error ? error.message : String(error) };
}

function line({ name, passed, failed, milliseconds, unsteady = [] }: Result): string {
  const word = failed === 0 ? 'ok    ' : 'FAILED';
  const seconds = (milliseconds / 1000).toFixed(1).padStart(6);
  return `${word} ${name.padEnd(10)} ${seconds} s  ${passed} passed, ${failed} failed${unsteady.map((file) => `; unsteady: ${file}`).join('')}`;
}

const { values, tokens } = parseArgs({ options: { only: { type: 'string' } }, strict: false, tokens: true });
const understood = tokens.every((token) => token.kind === 'option' && token.name === 'only' && token.value);
const stages = understood ? choose(values.only as string | undefined) : null;
if (stages === null) {
  console.error(USAGE);
  process.exit(2);
}
const started = performance.now();
const results = await performInOrder(stages, perform);
const sum = (key: 'passed' | 'failed'): number => results.reduce((total, result) => total + result[key], 0);
console.log(`\n── summary, ${((performance.now() - started) / 1000).toFixed(0)} s`);
for (const result of results) console.log(line(result));
for (const { failures = [] } of results) for (const failure of failures) console.log(`failed: ${failure}`);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') === 0 ? 0 : 1;
