import { expect, test } from 'vitest';
import { performInOrder } from '../../../cli/tasks/test/order.ts';
import type { Stage } from '../../../cli/tasks/test/stage.ts';

const stage = (name: string, canBeBeside?: Stage['canBeBeside']): Stage => ({
  name,
  title: name,
  ...(canBeBeside && { canBeBeside }),
  run: async () => ({ passed: 1, failed: 0, output: '' }),
});

/** Performs stages that end when the test says so. */
function held(stages: Stage[]) {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const results = performInOrder(stages, ({ name }, { beside }) => {
    begun.push(beside ? `${name}, beside` : name);
    return new Promise((resolve) =>
      ends.set(name, () => resolve({ passed: 1, failed: 0, output: '', name, milliseconds: 0 })),
    );
  });
  const end = async (name: string) => {
    ends.get(name)!();
    await new Promise((later) => setImmediate(later));
  };
  return { begun, end, names: async () => (await results).map(({ name }) => name) };
}

const STAGES = [
  stage('build'),
  stage('size'),
  stage('types', 'at once'),
  stage('lint', 'at once'),
  stage('release', 'when built'),
  stage('unit', 'when built'),
  stage('browsers'),
];

test('browsers begin when all is built, whatever is still beside them', async () => {
  const { begun, end, names } = held(STAGES);
  expect(begun).toEqual(['build', 'types, beside']);
  await end('build');
  expect(begun.slice(2)).toEqual(['size']);
  await end('size');
  expect(begun.slice(3)).toEqual(['browsers']);
  await end('browsers');
  await end('types');
  await end('lint');
  await end('release');
  await end('unit');
  expect(await names()).toEqual(STAGES.map(({ name }) => name));
});

test('what needs the build waits for it and for what came before it, one by one', async () => {
  const { begun, end, names } = held(STAGES);
  await end('types');
  await end('lint');
  expect(begun).toEqual(['build', 'types, beside', 'lint, beside']);
  await end('build');
  await end('size');
  expect(begun.slice(4).toSorted()).toEqual(['browsers', 'release, beside']);
  await end('release');
  expect(begun.at(-1)).toBe('unit, beside');
  await end('browsers');
  await end('unit');
  expect(await names()).toEqual(STAGES.map(({ name }) => name));
});

test('without a last stage that needs the machine, one comes after the other and says what it does', async () => {
  const some = [stage('build'), stage('lint', 'at once'), stage('unit', 'when built')];
  const { begun, end, names } = held(some);
  for (const { name } of some) {
    expect(begun.at(-1)).toBe(name);
    await end(name);
  }
  expect(begun).toEqual(['build', 'lint', 'unit']);
  expect(await names()).toEqual(['build', 'lint', 'unit']);
});

test('nothing asked for, nothing done', async () => {
  expect(await held([]).names()).toEqual([]);
});
