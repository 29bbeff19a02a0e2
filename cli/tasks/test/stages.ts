import { prepareTestMachine } from '../setup/machine.ts';
import { runScript } from './command.ts';
import type { Stage } from './stage.ts';
import { runSuite } from './suite.ts';

const MINUTE = 60_000;

/** Beginnings of the browser tests that are a run of their own, so that both lines end at about one time. */
const OF_LIST_AND_EXPORT = ['tests/e2e/list/', 'tests/e2e/export'];

/** A script of package.json. */
const script = (name: string, title: string, minutes = 3, scriptName = name): Stage => ({
  name,
  title,
  run: (how) => runScript(scriptName, minutes * MINUTE, how),
});

/** The same where it can run beside the browser tests; its limit is then that of a slow machine. */
const scriptBeside = (
  canBeBeside: NonNullable<Stage['canBeBeside']>,
  name: string,
  title: string,
  scriptName = name,
): Stage => ({ ...script(name, title, 15, scriptName), canBeBeside });

/**
 * The stages of `npm test` in their order. The unit tests come last of those that can be beside the browser tests:
 * alone they use the whole machine, browser tests wait most of the time.
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
  script('size', 'size budgets'),
  scriptBeside('at once', 'types', 'type check'),
  scriptBeside('at once', 'lint', 'lint and format (biome)'),
  scriptBeside('at once', 'floors', 'imports point down (dependency-cruiser)'),
  scriptBeside('at once', 'knip', 'nothing unused (knip)'),
  scriptBeside('when built', 'list', "the list's records, every field of every file", 'build:list'),
  scriptBeside('when built', 'firefox', "Firefox's own linter", 'lint:firefox'),
  scriptBeside(
    'when built',
    'release',
    'a release, rehearsed: packages with the same bytes from their sources',
    'release:dry',
  ),
  {
    name: 'e2e-list',
    title: 'list, sync and export end to end in Chromium and Firefox',
    canBeBeside: 'when built',
    run: ({ beside }) =>
      runSuite('e2e', {
        limitMs: 30 * MINUTE,
        again: true,
        beside,
        eager: true,
        called: 'e2e-list',
        files: OF_LIST_AND_EXPORT,
      }),
  },
  {
    name: 'unit',
    title: 'unit and property tests',
    canBeBeside: 'when built',
    run: ({ beside }) => runSuite('unit', { limitMs: 20 * MINUTE, beside }),
  },
  {
    name: 'e2e',
    title: 'end to end in Chromium and Firefox, all else',
    run: ({ beside }) =>
      runSuite('e2e', {
        limitMs: 30 * MINUTE,
        again: true,
        beside,
        without: OF_LIST_AND_EXPORT.map((start) => `${start}*`),
      }),
  },
];
