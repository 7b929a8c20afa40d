import { availableParallelism } from 'node:os'
import { defineConfig } from '@playwright/test'
import { browser } from '../browser.ts'

const PORT = 4180

/** Journeys on the built app, served as a static host serves it: `npm run e2e` builds first. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  // More of them than cores takes longer; four was the most that was tried.
  workers: Math.min(4, Math.max(2, availableParallelism())),
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'list',
  timeout: 60_000,
  // Machines are noisy: what only comes late is no fault of the app.
  expect: {
    timeout: 15_000,
    // Close enough in colour that another token is told apart; of a picture on a phone, room for about one word.
    toHaveScreenshot: { threshold: 0.03, maxDiffPixelRatio: 0.004, scale: 'css' }
  },
  // One picture for every machine.
  snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
  // A journey that passes the second time is listed as flaky, to be looked at.
  retries: 1,
  use: {
    baseURL: `http://127.0.0.1:${PORT}`,
    viewport: { width: 390, height: 844 },
    locale: 'en-GB',
    serviceWorkers: 'allow',
    launchOptions: browser()
  },
  webServer: {
    command: `npx --no-install sirv build --brotli --gzip --etag --host 127.0.0.1 --port ${PORT} --quiet`,
    cwd: '../..',
    url: `http://127.0.0.1:${PORT}/`,
    reuseExistingServer: false
  }
})
