import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** Who may import whom. What is not listed is not allowed; './x.ts' within a folder always is. */
const ALLOWED: Record<string, RegExp> = {
  domain: /^(#domain\/|age-encryption$|fflate$|date-fns$|papaparse$|temporal-polyfill$)/,
  storage: /^(#storage\/|#domain\/|dexie$)/,
  ui: /^(#ui\/|svelte($|\/)|chart\.js($|\/))/,
  features: /^(#domain\/|#storage\/|#ui\/|svelte($|\/)|comlink$)/,
  routes: /^(#features\/|#domain\/|#ui\/|\$app\/|svelte$)/,
  // What Vite runs while it builds; the app gets a type of it only.
  build: /^(#features\/settings\/|node:|vite$)/,
  'hooks.server.ts': /^(@sveltejs\/kit$|node:)/,
  'service-worker': /^(workbox-(precaching|routing)$|\$service-worker$)/
}

const files = (readdirSync('src', { recursive: true }) as string[]).filter((file) => /\.(ts|svelte)$/.test(file))
const importsOf = (text: string) =>
  [
    ...text.matchAll(
      /(?:import|export)\s(?:type\s)?[^'"`;]*?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|import\s+['"]([^'"]+)['"]/g
    )
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? '')

function isAllowed(file: string, from: string): boolean {
  const [layer = '', feature = ''] = file.split('/')
  if (/\.test\.ts$/.test(file) || /^domain\/(.*\/)?arbitrary\.ts$/.test(file)) return !from.startsWith('../')
  if (from.startsWith('./')) return true
  if (from === '../app.css') return layer === 'routes'
  if (layer === 'features' && from.startsWith('#features/')) return from.startsWith(`#features/${feature}/`)
  if (layer === 'features' && feature === 'shell' && /^(\$app\/|workbox-window$)/.test(from)) return true
  return ALLOWED[layer]?.test(from) ?? false
}

test('imports go one way', () => {
  const wrong = files.flatMap((file) =>
    importsOf(readFileSync(join('src', file), 'utf8'))
      .filter((from) => !isAllowed(file, from))
      .map((from) => `${file} imports ${from}`)
  )
  expect(files.length).toBeGreaterThan(80)
  expect(wrong).toEqual([])
})

test('the clock is read in few places', () => {
  const readers = files
    .filter((file) => !/\.test\.ts$/.test(file))
    .filter((file) => /\bnew Date\(\)|\bDate\.now\(\)/.test(readFileSync(join('src', file), 'utf8')))
  expect(readers.sort()).toEqual([
    'features/check-in/events/EventInput.svelte', // the time that a thing just happened
    'features/lock/clock.ts', // how long it was away
    'features/shell/app.svelte.ts',
    'features/shell/updates.svelte.ts',
    'storage/stamp.ts'
  ])
})
