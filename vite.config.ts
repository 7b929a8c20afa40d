import { sveltekit } from '@sveltejs/kit/vite'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { browser } from './tests/browser.ts'

export default defineConfig(() => ({
  plugins: [sveltekit()],
  // The build for browsers that have classes and async functions of their own: a tenth smaller than the default one.
  resolve: { alias: { dexie: 'dexie/dist/modern/dexie.mjs' } },
  worker: { format: 'es' as const },
  build: { target: 'es2022' },
  // What the browser tests import lazily is named here, so that Vite does not reload a running test.
  optimizeDeps: {
    include: ['dexie', 'chart.js', 'papaparse', 'temporal-polyfill', 'workbox-window', 'comlink', 'fast-check']
  },
  test: {
    projects: [
      {
        extends: true as const,
        test: {
          name: 'node',
          environment: 'node',
          include: ['src/**/*.test.ts', 'tests/architecture/**/*.test.ts'],
          exclude: ['src/**/*.browser.test.ts']
        }
      },
      {
        extends: true as const,
        test: {
          name: 'chromium',
          include: ['src/**/*.browser.test.ts', 'tests/migrations/**/*.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: process.env.VITEST ? browser() : {} }),
            instances: [{ browser: 'chromium' as const, viewport: { width: 390, height: 844 } }]
          }
        }
      }
    ]
  }
}))
