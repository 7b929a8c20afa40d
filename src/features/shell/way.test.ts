import { expect, test } from 'vitest'
import { wayBetween, type Way } from './way.ts'

const TODAY = '2026-11-23'

test.each<[string, string, Way | null]>([
  ['/', '/?day=2026-11-22', 'back'],
  ['/?day=2026-11-22', '/', 'on'],
  ['/?day=2025-12-31', '/?day=2026-01-01', 'on'],
  ['/?day=2026-11-02', '/?day=2026-10-30', 'back'],
  ['/', '/?day=2026-11-23', null],
  ['/?day=nonsense', '/', null],
  ['/', '/trends', 'across'],
  ['/trends', '/?day=2026-11-02', 'across'],
  ['/trends?from=2026-01-01', '/trends', null]
])('from %s to %s', (from, to, way) => {
  const at = (address: string) => new URL(address, 'https://example.org')
  expect(wayBetween(at(from), at(to), TODAY)).toBe(way)
})
