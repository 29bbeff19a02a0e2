import { defineConfig, mergeConfig } from 'vitest/config';
import base from './vitest.config.ts';

/** Unit and property tests of the rooms that are mutated; what drives browsers or takes minutes is left out. */
export default mergeConfig(
  base,
  defineConfig({
    test: {
      // Instrumented code runs several times as long; a change that never ends is ended by Stryker.
      testTimeout: 900_000,
      hookTimeout: 900_000,
      include: ['tests/{unit,property}/**/*.test.{ts,tsx}'],
      exclude: [
        'tests/unit/{background,cli,components,locales,export}/**',
        'tests/unit/list/{minisign-tool,publish}.test.ts',
      ],
    },
  }),
);
