import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const files = (readdirSync('src', { recursive: true }) as string[]).filter((file) => /\.(css|svelte)$/.test(file))

test('pages are written in two weights', () => {
  const weights = files.flatMap((file) =>
    [...readFileSync(join('src', file), 'utf8').matchAll(/font-weight:\s*([^;}]+)/g)].map(([, weight]) => weight)
  )
  expect(weights.length).toBeGreaterThan(100)
  expect([...new Set(weights)].sort()).toEqual(['400', '600'])
})
