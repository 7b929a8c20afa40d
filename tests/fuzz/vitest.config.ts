import { defineConfig } from 'vitest/config'

/**
 * Damaged and made-up files over all importers and the restore: npm run test:fuzz, or `--mode short` for a first look.
 * FUZZ_FILES says how many, FUZZ_SEED which ones.
 */
export default defineConfig(({ mode }) => ({
  test: {
    include: ['tests/fuzz/*.test.ts'],
    // A real passphrase takes its time.
    exclude: mode === 'short' ? ['tests/fuzz/age-tool.test.ts'] : [],
    environment: 'node',
    testTimeout: 30 * 60_000,
    disableConsoleIntercept: true,
    env: {
      FUZZ_FILES: process.env['FUZZ_FILES'] ?? (mode === 'short' ? '1500' : '20000'),
      FUZZ_SEED: process.env['FUZZ_SEED'] ?? '1'
    }
  }
}))
