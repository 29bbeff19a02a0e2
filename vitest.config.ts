import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [WxtVitest()],
  // What wxt.config.ts puts into a build that no list host was named for.
  define: {
    __ENSIGN_LIST_URL__: '""',
    __ENSIGN_LIST_KEYS__: '""',
    __ENSIGN_DETECTOR__: '"1+0123456789abcdef"',
  },
  test: {
    include: ['tests/{unit,property,fuzz}/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/fixtures/given-manifest.ts'],
    // Files share their worker: starting one for each took longer than most of the tests. Vitest leaves a core idle.
    isolate: false,
    maxWorkers: 2,
    restoreMocks: true,
    unstubGlobals: true,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
