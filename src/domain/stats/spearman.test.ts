import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SPEARMAN } from './fixtures.ts'
import { ranks, spearman } from './spearman.ts'

const numbers = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 2, maxLength: 30 })

describe('mid-ranks', () => {
  it('share the places of ties', () => {
    expect(ranks([])).toEqual([])
    expect(ranks([30, 10, 20])).toEqual([3, 1, 2])
    expect(ranks([5, 1, 5, 5, 2])).toEqual([4, 1, 4, 4, 2])
  })

  it('add up to 1 + 2 + … + n', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const n = values.length
        expect(ranks(values).reduce((sum, rank) => sum + rank, 0)).toBe((n * (n + 1)) / 2)
      })
    )
  })
})

describe('Spearman', () => {
  it('agrees with scipy where there are ties', () => {
    const { a, b, rho } = SPEARMAN
    expect(spearman(a, b)).toBeCloseTo(rho, 12)
  })

  it('is ±1 where the order is the same or reversed, and null where nothing varies', () => {
    expect(spearman([1, 2, 3], [10, 200, 3000])).toBe(1)
    expect(spearman([1, 2, 3], [9, 5, 1])).toBe(-1)
    expect(spearman([1, 1, 1], [1, 2, 3])).toBeNull()
    expect(spearman([1], [2])).toBeNull()
    expect(spearman([], [])).toBeNull()
  })

  it('is the same either way round, lies within ±1, and turns with the sign', () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        const n = Math.min(a.length, b.length)
        const rho = spearman(a.slice(0, n), b.slice(0, n))
        expect(spearman(b.slice(0, n), a.slice(0, n))).toBe(rho)
        if (rho === null) return
        expect(Math.abs(rho)).toBeLessThanOrEqual(1)
        const turned = a.slice(0, n).map((value) => -value)
        expect(spearman(turned, b.slice(0, n))).toBeCloseTo(-rho, 12)
      })
    )
  })
})
