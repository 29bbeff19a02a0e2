import { prepareTestMachine } from '../setup/machine.ts';
import { runScript } from './command.ts';
import type { Stage } from './stage.ts';
import { runSuite } from './suite.ts';

const MINUTE = 60_000;

/** A script of package.json. */
const script = (name: string, title: string, minutes = 3, scriptName = name): Stage => ({
  name,
  title,
  run: () => runScript(scriptName, minutes * MINUTE),
});

/** The stages of `npm test` in their order; later ones use what `zip` built. */
export const STAGES: Stage[] = [
  {
    name: 'machine',
    title: 'browsers',
    run: async () => {
      await prepareTestMachine();
      return { passed: 1, failed: 0, output: '' };
    },
  },
  script('types', 'type check'),
  script('lint', 'lint and format (biome)'),
  script('floors', 'imports point down (dependency-cruiser)'),
  script('knip', 'nothing unused (knip)'),
  script('list', "the list's records, every field of every file", 1, 'build:list'),
  { name: 'unit', title: 'unit and property tests', run: () => runSuite('unit', { limitMs: 15 * MINUTE }) },
  script('zip', 'build and pack for Chrome and Firefox', 5),
  script('size', 'size budgets'),
  {
    name: 'e2e',
    title: 'end to end in Chromium and Firefox',
    run: () => runSuite('e2e', { limitMs: 30 * MINUTE, again: true }),
  },
  script('firefox', "Firefox's own linter", 5, 'lint:firefox'),
  script(
    'release',
    'a release, rehearsed: packages with the same bytes from their sources',
    8,
    'release:dry',
  ),
];
