import { defineConfig } from '@playwright/test'
import type { Engines } from './base.ts'

/** The main journeys in the other engines: `npm run test:engines` builds first. A browser that is missing is skipped, and said. */
export default defineConfig<object, Engines>({
  testDir: '.',
  outputDir: '../../test-results/engines',
  // One browser at a time: nothing here is in a hurry.
  workers: 1,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'list',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  projects: [
    { name: 'firefox', use: { engine: 'firefox' } },
    { name: 'webkit', use: { engine: 'webkit' } }
  ]
})
