import { ROOMS } from './tests/mutation-rooms.ts';

/**
 * `npm run mutation` changes the code of the pure rooms, one change at a time, and asks whether their tests notice.
 * `ENSIGN_ROOMS=list,sync npm run mutation` takes those rooms alone, each minute of it on a machine that does nothing else.
 * A file by its own tests takes minutes where its room takes a day:
 * `ENSIGN_ROOMS=list ENSIGN_TESTS=tests/unit/list/lookup.test.ts npm run mutation -- --mutate utils/list/lookup.ts`.
 */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.ts', related: true },
  plugins: ['@stryker-mutator/vitest-runner'],
  mutate: ROOMS.map((room) => `utils/${room}/**/*.ts`),
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  incremental: true,
  incrementalFile: `.cache/mutation/${ROOMS.join('-')}.incremental.json`,
  tempDirName: '.cache/mutation/work',
  reporters: ['progress-append-only', 'clear-text', 'json'],
  jsonReporter: { fileName: `.cache/mutation/${ROOMS.join('-')}.json` },
  clearTextReporter: { reportTests: false, reportMutants: false, allowColor: false },
  ignorePatterns: ['.cache', '.output', 'tests/e2e/recorder'],
  concurrency: 2,
  dryRunTimeoutMinutes: 60,
  timeoutMS: 20_000,
  disableTypeChecks: false,
  cleanTempDir: 'always',
};
