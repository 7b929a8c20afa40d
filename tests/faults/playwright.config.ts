import { defineConfig } from '@playwright/test'
import { browser } from '../browser.ts'
import type { Faults } from './base.ts'

const PORT = Number(process.env['FAULTS_PORT'] ?? 4185)

/** What can go wrong on a device, done to the built app: `npm run test:faults` builds first. KILLS and FAULTS_SEED change it. */
export default defineConfig<Faults>({
  testDir: '.',
  outputDir: '../../test-results/faults',
  workers: 2,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'list',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: `http://127.0.0.1:${PORT}`,
    viewport: { width: 390, height: 844 },
    locale: 'en-GB',
    launchOptions: browser()
  },
  projects: [
    { name: 'long', use: { kills: 100 } },
    // The same faults with a few kills, as part of the test command.
    { name: 'short', use: { kills: 5 } }
  ],
  webServer: {
    command: `npx --no-install sirv build --brotli --gzip --etag --host 127.0.0.1 --port ${PORT} --quiet`,
    cwd: '../..',
    url: `http://127.0.0.1:${PORT}/`,
    reuseExistingServer: false
  }
})
