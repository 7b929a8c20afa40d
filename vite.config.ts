import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { sveltekit } from '@sveltejs/kit/vite'
import { playwright } from '@vitest/browser-playwright'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { licencesOf, onlyListed } from './src/build/licences.ts'
import { browser } from './tests/browser.ts'

/** What Kit starts with on Today: its client, the list of pages, the root layout (0) and the home page (2). */
const STARTS = /(client\/entry|client-optimized\/app|client-optimized\/nodes\/[02])\.js$/

/** What Today asks for as soon as it stands. */
const NEXT = /check-in\/(RestOfDay|FirstSteps)\.svelte$/

/**
 * Puts what a phone needs before its first answer into one file, and what Today loads right after it into another: many
 * small ones compress worse, and each is a request. Belongs to them whatever the starts import statically.
 */
function firstLoad(): Plugin {
  const first = new Set<string>()
  const next = new Set<string>()
  return {
    name: 'first-load',
    config: (_, { isSsrBuild }) => {
      if (isSsrBuild) return null
      const name = (id: string) => (first.has(id) ? 'first' : next.has(id) ? 'next' : null)
      return {
        build: { rolldownOptions: { output: { codeSplitting: { groups: [{ name, debugName: 'first-load' }] } } } }
      }
    },
    buildEnd() {
      const all = [...this.getModuleIds()]
      const importedBy = (id: string) => this.getModuleInfo(id)?.importedIds ?? []
      const starts = all.filter((id) => STARTS.test(id))
      starts.forEach((id) => first.add(id))
      for (const id of first) importedBy(id).forEach((imported) => first.add(imported))
      all.filter((id) => NEXT.test(id)).forEach((id) => next.add(id))
      for (const id of next) importedBy(id).forEach((imported) => first.has(imported) || next.add(imported))
      // The starts stay files of their own: Kit looks them up by name.
      starts.forEach((id) => first.delete(id))
    }
  }
}

/** Short; null where there is no repository, or no git to ask. */
function commit(): string | null {
  if (!existsSync('.git')) return null
  try {
    const said = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { stdio: ['ignore', 'pipe', 'ignore'] })
    return said.toString().trim()
  } catch {
    return null
  }
}

const licences = licencesOf(process.cwd())

export default defineConfig(() => ({
  plugins: [sveltekit(), firstLoad(), onlyListed(licences)],
  define: {
    __LICENCES__: JSON.stringify(licences),
    __APP__: JSON.stringify({ version: licences[0]?.version, commit: commit() })
  },
  // The build for browsers that have classes and async functions of their own: a tenth smaller than the default one.
  resolve: { alias: { dexie: 'dexie/dist/modern/dexie.mjs' } },
  worker: {
    format: 'es' as const,
    plugins: () => [onlyListed(licences)],
    // One file each: Kit's list of what to keep offline misses the parts that a worker loads later.
    rolldownOptions: { output: { codeSplitting: false } }
  },
  build: { target: 'es2022' },
  // What the browser tests import lazily is named here, so that Vite does not reload a running test.
  optimizeDeps: {
    include: ['dexie', 'chart.js', 'papaparse', 'temporal-polyfill', 'workbox-window', 'comlink', 'fast-check']
  },
  test: {
    // A busy machine takes its time; what hangs is still found.
    testTimeout: 60_000,
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
            provider: playwright({
              launchOptions: process.env.VITEST ? browser() : {},
              contextOptions: { locale: 'en-GB' }
            }),
            instances: [{ browser: 'chromium' as const, viewport: { width: 390, height: 844 } }]
          }
        }
      }
    ]
  }
}))
