import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NAPS } from './fixtures.ts'
import { nap } from './nap.ts'

const values = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 30 })
const shareOf = (a: readonly number[], b: readonly number[]) => nap(a, b) ?? NaN

describe('non-overlap of all pairs', () => {
  it.each(NAPS)('agrees with $name', ({ a, b, nap: expected, lowerIsBetter }) => {
    const share = shareOf(a, b)
    expect(lowerIsBetter ? 1 - share : share).toBeCloseTo(expected, 12)
  })

  it('is 1 if all are higher, 0 if all are lower, and a half if all are equal', () => {
    expect(nap([1, 2], [3, 4])).toBe(1)
    expect(nap([3, 4], [1, 2])).toBe(0)
    expect(nap([5, 5], [5])).toBe(0.5)
  })

  it('does not exist without values', () => {
    expect(nap([], [1])).toBeNull()
    expect(nap([1], [])).toBeNull()
  })

  it('and its opposite make 1', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        expect(shareOf(a, b)).toBeCloseTo(1 - shareOf(b, a), 12)
        expect(shareOf(a, b)).toBeGreaterThanOrEqual(0)
        expect(shareOf(a, b)).toBeLessThanOrEqual(1)
      })
    )
  })

  it('does not depend on the order', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        expect(nap([...a].reverse(), [...b].sort())).toBe(nap(a, b))
      })
    )
  })
})
