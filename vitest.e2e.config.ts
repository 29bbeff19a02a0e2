import { defineConfig } from 'vitest/config';

/** End to end, in real time: two files side by side, since browsers are waited for more than they work. */
export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.e2e.ts'],
    maxWorkers: 2,
    retry: 0,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
