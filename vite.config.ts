import { sveltekit } from '@sveltejs/kit/vite'
import { playwright } from '@vitest/browser-playwright'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { browser } from './tests/browser.ts'

/** What Kit starts with on Today: its client, the list of pages, the root layout (0) and the home page (2). */
const STARTS = /(client\/entry|client-optimized\/app|client-optimized\/nodes\/[02])\.js$/

/**
 * Puts what a phone needs before its first answer into one file: many small ones compress worse, and each is a request.
 * Belongs to it whatever the starts import statically.
 */
function firstLoad(): Plugin {
  const needed = new Set<string>()
  return {
    name: 'first-load',
    config: (_, { isSsrBuild }) => {
      if (isSsrBuild) return null
      const name = (id: string) => (needed.has(id) ? 'first' : null)
      return {
        build: { rolldownOptions: { output: { codeSplitting: { groups: [{ name, debugName: 'first-load' }] } } } }
      }
    },
    buildEnd() {
      const starts = [...this.getModuleIds()].filter((id) => STARTS.test(id))
      starts.forEach((id) => needed.add(id))
      for (const id of needed) this.getModuleInfo(id)?.importedIds.forEach((imported) => needed.add(imported))
      // The starts stay files of their own: Kit looks them up by name.
      starts.forEach((id) => needed.delete(id))
    }
  }
}

export default defineConfig(() => ({
  plugins: [sveltekit(), firstLoad()],
  // The build for browsers that have classes and async functions of their own: a tenth smaller than the default one.
  resolve: { alias: { dexie: 'dexie/dist/modern/dexie.mjs' } },
  worker: {
    format: 'es' as const,
    // One file each: Kit's list of what to keep offline misses the parts that a worker loads later.
    rolldownOptions: { output: { codeSplitting: false } }
  },
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
          // All files share one origin, and so one database.
          fileParallelism: false,
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
