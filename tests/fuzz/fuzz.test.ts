import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runCampaign } from './campaign.ts';
import { startCoverage } from './coverage.ts';
import type { FuzzTarget } from './target.ts';

/** `npm run fuzz`: first led by coverage, which keeps what reaches far, then ten million a parser at full speed. */
const LED = process.env.ENSIGN_FUZZ_LED !== undefined;
const LONG = LED || process.env.ENSIGN_FUZZ !== undefined;
const INPUTS = Number(process.env.ENSIGN_FUZZ_LED ?? process.env.ENSIGN_FUZZ ?? 3_000);
const SEED = Number(process.env.ENSIGN_FUZZ_SEED ?? 20_261_127);
/** All parsers together; each gets its share. */
const MINUTES = Number(process.env.ENSIGN_FUZZ_MINUTES ?? 24 * 60);
const KEPT = 'tests/fixtures/fuzz';
const MOST_KEPT = 150;
const LONGEST_KEPT = 600;

// Only what is compiled later is looked at block by block: the parsers come after it.
const coverage = LED ? await startCoverage(/\/(?:utils|entrypoints)\//) : undefined;
const { HOSTS } = await import('./targets/hosts.ts');
const { LISTS } = await import('./targets/lists.ts');
const { VALUES } = await import('./targets/values.ts');

const TARGETS: FuzzTarget[] = [...HOSTS, ...LISTS, ...VALUES];
const toBytes = new TextEncoder();

const folderOf = (target: FuzzTarget) => `${KEPT}/${target.name.replaceAll(' ', '-')}`;

/** Inputs of earlier campaigns: what was found once, and what reached far. */
function kept(target: FuzzTarget): Uint8Array[] {
  const folder = folderOf(target);
  const found = existsSync(folder)
    ? readdirSync(folder).map((file) => readFileSync(`${folder}/${file}`))
    : [];
  const file = `${folder}.json`;
  const far = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as string[]) : [];
  return [...found, ...far.map((text) => Buffer.from(text, 'base64'))].map((bytes) => new Uint8Array(bytes));
}

function keep(target: FuzzTarget, corpus: Uint8Array[]): void {
  const short = corpus.slice(target.seeds.length).filter(({ length }) => length <= LONGEST_KEPT);
  // What an earlier run kept is found again by the next.
  const texts = [...new Set(short.map((bytes) => Buffer.from(bytes).toString('base64')))].slice(0, MOST_KEPT);
  mkdirSync(KEPT, { recursive: true });
  writeFileSync(`${folderOf(target)}.json`, `${JSON.stringify(texts, null, 1)}\n`);
}

describe.each(TARGETS)('$name', (target) => {
  test(`keeps its word on ${INPUTS.toLocaleString('en')} inputs`, {
    timeout: LONG ? 24 * 3_600_000 : 120_000,
  }, async () => {
    const started = Date.now();
    const until = LONG ? started + (MINUTES * 60_000) / TARGETS.length : Number.POSITIVE_INFINITY;
    const options = {
      inputs: INPUTS,
      seed: SEED,
      until,
      corpus: kept(target),
      ...(coverage && { coverage }),
    };
    const { inputs, corpus, findings, reached } = await runCampaign(target, options);
    if (LONG) {
      const seconds = Math.round((Date.now() - started) / 1000);
      console.log(
        `${target.name}: ${inputs} inputs in ${seconds} s, ${reached} characters of code, ${corpus.length} in corpus`,
      );
      keep(target, corpus);
    }
    for (const { input } of findings) {
      const name = createHash('sha256').update(input).digest('hex').slice(0, 16);
      mkdirSync(folderOf(target), { recursive: true });
      writeFileSync(`${folderOf(target)}/${name}`, input);
    }
    expect(findings.map(({ error }) => String(error))).toEqual([]);
    expect(inputs).toBeGreaterThan(target.seeds.length);
    if (LED) expect(reached).toBeGreaterThan(0);
  });

  test('keeps its word on texts and values of every kind', {
    timeout: LONG ? 24 * 3_600_000 : 120_000,
  }, async () => {
    const kinds = [
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.stringify(value)),
      fc.json(),
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      fc.domain(),
    ];
    await fc.assert(
      fc.asyncProperty(fc.oneof(...kinds), async (text) => {
        await target.run(toBytes.encode(text));
      }),
      { seed: SEED, numRuns: LONG ? 20_000 : 200 },
    );
  });
});
