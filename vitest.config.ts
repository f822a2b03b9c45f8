import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/temporary-folder.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    teardownTimeout: 2_000,
    pool: 'forks',
    // Else one processor is left idle, which of two is half.
    maxWorkers: '100%',
    maxConcurrency: 2,
  },
});
