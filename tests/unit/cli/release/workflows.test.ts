import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const FOLDER = '.github/workflows';
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));

interface Workflow {
  permissions: Record<string, string>;
  jobs: Record<string, { needs?: string; environment?: string; steps: Step[] }>;
}
interface Step {
  uses?: string;
  run?: string;
  env?: Record<string, string>;
}

const read = (file: string) => parse(readFileSync(`${FOLDER}/${file}`, 'utf8')) as Workflow;

describe.each(readdirSync(FOLDER))('%s', (file) => {
  const { permissions, jobs } = read(file);
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  test('may read the contents and no more unless a job says so', () => {
    expect(permissions).toEqual({ contents: 'read' });
  });

  test('runs scripts that package.json has', () => {
    const named = steps.flatMap(({ run }) => [...(run ?? '').matchAll(/npm run (?:--silent )?([\w:-]+)/g)]);
    for (const [, name] of named) expect(scripts).toHaveProperty(name!);
  });

  test('has secrets by their names alone, handed to one step by the environment', () => {
    for (const { run, env = {} } of steps) {
      expect(run ?? '').not.toMatch(/secrets\.|\$\{\{/);
      for (const [name, value] of Object.entries(env)) {
        if (/SECRET|KEY|TOKEN|EMAIL|ISSUER|_ID$/.test(name)) {
          expect(value).toMatch(/^\$\{\{ (?:secrets\.[A-Z_\d]+|github\.token) \}\}$/);
        }
      }
    }
  });
});

test('stores are asked only after the packages were tested, and only with a person agreeing', () => {
  const { jobs } = read('release.yml');
  expect(jobs.packages?.steps.some(({ run }) => run === 'npm test')).toBe(true);
  expect(jobs.draft?.needs).toBe('packages');
  expect(jobs.stores).toMatchObject({ needs: 'packages', environment: 'stores' });
  const submit = jobs.stores?.steps.at(-1);
  expect(submit?.env).toMatchObject({
    CHROME_SKIP_SUBMIT_REVIEW: 'true',
    FIREFOX_SKIP_SUBMIT_REVIEW: 'true',
  });
});
