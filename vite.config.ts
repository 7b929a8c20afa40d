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

/** What Today asks for as soon as it stands, with what it shows to whoever has a plan. */
const NEXT = /(check-in\/(RestOfDay|FirstSteps)|routes\/TodayCards|plan\/DueCard)\.svelte$/

/** … and when all is drawn: what looks after updates. */
const LATER = /features\/shell\/updates\.svelte\.ts$/

/** The page with the most files. */
const TRENDS = /routes\/trends\/\+page\.svelte$/
const TRENDS_ONLY = /(routes|features)\/trends\//
const CHARTS = /src\/ui\/chart\/|node_modules\/(chart\.js|@kurkle)\//

/** Parts of Svelte that Today does not run. They stand behind one index with those that it does. */
const UNUSED = /svelte\/src\/internal\/(client\/dom\/elements\/bindings\/(input|select)|shared\/clone)\.js$/

/**
 * Of a file with one of these nearly all runs at once. Chromium is told so, and compiles it beside the page's own thread
 * while it arrives, rather than function by function on it; other browsers read past it.
 */
const RUNS_WHOLE = /svelte\/src\/internal\/client\/runtime\.js$|chart\.js\/dist\/chart\.js$/
const COMPILE_AHEAD = '//# allFunctionsCalledOnLoad'

/**
 * Puts what a phone needs before its first answer into one file, and what Today loads right after it into two others:
 * many small ones compress worse, and each is a request. Belongs to them whatever their roots import statically.
 */
function firstLoad(): Plugin {
  const groups = new Map<string, string>()
  return {
    name: 'first-load',
    config: (_, { isSsrBuild }) => {
      if (isSsrBuild) return null
      const group = {
        debugName: 'first-load',
        name: (id: string) => groups.get(id) ?? null,
        includeDependenciesRecursively: false
      }
      return {
        build: {
          rolldownOptions: {
            // What follows from not taking the dependencies along.
            preserveEntrySignatures: 'allow-extension',
            treeshake: { moduleSideEffects: [{ test: UNUSED, sideEffects: false }] },
            output: { codeSplitting: { groups: [group] } }
          }
        }
      }
    },
    buildEnd() {
      const all = [...this.getModuleIds()]
      for (const [name, roots] of Object.entries({ first: STARTS, next: NEXT, later: LATER, trends: TRENDS })) {
        const reached = new Set(all.filter((id) => roots.test(id)))
        for (const id of reached) {
          if (UNUSED.test(id) || groups.has(id)) continue
          groups.set(id, CHARTS.test(id) ? 'charts' : name)
          this.getModuleInfo(id)?.importedIds.forEach((imported) => reached.add(imported))
        }
      }
      // What other pages share with Trends is not to bring Trends itself along.
      groups.forEach((name, id) => name === 'trends' && TRENDS_ONLY.test(id) && groups.delete(id))
      // The starts stay files of their own: Kit looks them up by name.
      all.filter((id) => STARTS.test(id)).forEach((id) => groups.delete(id))
    },
    generateBundle: {
      // On top of what Vite puts there last.
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== 'chunk' || !file.moduleIds.some((id) => RUNS_WHOLE.test(id))) continue
          file.code = `${COMPILE_AHEAD}\n${file.code}`
        }
      }
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
  // The builds for browsers that have classes and async functions of their own: smaller than the default ones.
  resolve: {
    alias: {
      dexie: 'dexie/dist/modern/dexie.mjs',
      'workbox-window': 'workbox-window/build/workbox-window.prod.mjs'
    }
  },
  worker: {
    format: 'es' as const,
    plugins: () => [onlyListed(licences)],
    // One file each: Kit's list of what to keep offline misses the parts that a worker loads later.
    rolldownOptions: { output: { codeSplitting: false } }
  },
  build: {
    target: 'es2022',
    // A page's parts are asked for all at once. The parts of parts, styles apart, are not worth their names in every file.
    modulePreload: {
      resolveDependencies: (_, files, { hostId }) =>
        hostId.includes('/entry/') ? files : files.filter((file) => file.endsWith('.css'))
    }
  },
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
