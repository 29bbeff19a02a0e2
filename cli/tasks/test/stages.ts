import { prepareTestMachine } from '../setup/machine.ts';
import { runScript } from './command.ts';
import type { Stage } from './stage.ts';
import { runSuite } from './suite.ts';

const MINUTE = 60_000;

/** A script of package.json. */
const script = (name: string, title: string, minutes = 3, scriptName = name): Stage => ({
  name,
  title,
  run: (how) => runScript(scriptName, minutes * MINUTE, how),
});

const beside = (stage: Stage): Stage => ({ ...stage, beside: true });

/**
 * The stages of `npm test`. Those that may run beside the browsers do, once `zip` has built what they look at:
 * a browser under test waits for most of its time.
 */
export const STAGES: Stage[] = [
  {
    name: 'machine',
    title: 'browsers',
    run: async () => {
      await prepareTestMachine();
      return { passed: 1, failed: 0, output: '' };
    },
  },
  script('zip', 'build and pack for Chrome and Firefox', 5),
  beside(script('types', 'type check', 10)),
  beside(script('lint', 'lint and format (biome)')),
  beside(script('floors', 'imports point down (dependency-cruiser)')),
  beside(script('knip', 'nothing unused (knip)')),
  beside(script('list', "the list's records, every field of every file", 3, 'build:list')),
  beside(script('size', 'size budgets')),
  beside({
    name: 'unit',
    title: 'unit and property tests',
    run: (how) => runSuite('unit', { limitMs: 20 * MINUTE, ...how }),
  }),
  beside(script('firefox', "Firefox's own linter", 5, 'lint:firefox')),
  beside(
    script(
      'release',
      'a release, rehearsed: packages with the same bytes from their sources',
      10,
      'release:dry',
    ),
  ),
  {
    name: 'e2e',
    title: 'end to end in Chromium and Firefox',
    run: (how) => runSuite('e2e', { limitMs: 30 * MINUTE, again: true, ...how }),
  },
];
