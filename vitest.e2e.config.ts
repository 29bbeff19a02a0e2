import { defineConfig } from 'vitest/config';

/** End to end: one browser at a time, in real time. Files share their worker, for most can share a browser. */
export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.e2e.ts'],
    environment: './tests/e2e/environment.ts',
    isolate: false,
    fileParallelism: false,
    maxWorkers: 1,
    retry: 0,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
