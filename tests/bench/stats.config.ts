import { defineConfig } from 'vitest/config'

/** What the statistics promise, held against made-up diaries: npm run bench:stats. Takes some minutes. */
export default defineConfig({
  test: {
    include: ['tests/bench/stats.ts'],
    environment: 'node',
    reporters: ['default'],
    testTimeout: 30 * 60_000,
    disableConsoleIntercept: true
  }
})
