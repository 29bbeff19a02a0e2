import { defineConfig } from 'vitest/config';

/** End to end: one browser at a time, in real time. */
export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.e2e.ts'],
    fileParallelism: false,
    maxWorkers: 1,
    retry: 0,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
