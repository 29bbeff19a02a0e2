import { defineConfig, mergeConfig } from 'vitest/config';
import { TESTS } from './tests/mutation-rooms.ts';
import base from './vitest.config.ts';

/** Only what is named: mergeConfig would add the tests of all rooms. */
const { include: _all, ...test } = base.test!;

export default mergeConfig(
  { ...base, test },
  defineConfig({
    test: {
      // Instrumented code runs several times as long; a change that never ends is ended by Stryker.
      testTimeout: 900_000,
      hookTimeout: 900_000,
      include: TESTS,
      exclude: ['tests/unit/list/{minisign-tool,publish}.test.ts'],
    },
  }),
);
