import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lagOne } from './autocorrelation.ts'

describe('lag-1 autocorrelation', () => {
  it('is what neighbours share of the scatter', () => {
    // Pairs: 1·1, 1·−1, −1·−1, together 1 of 3; every square is 1.
    expect(lagOne([1, 1, -1, -1])).toBeCloseTo(1 / 3, 12)
    expect(lagOne([1, -1, 1, -1])).toBe(-1)
  })

  it('takes adjacent days only, and no pair across two stretches', () => {
    expect(lagOne([1, null, 1, 1])).toBe(1)
    expect(lagOne([1, -1], [-1, 1])).toBe(-1)
    expect(lagOne([2, null, 1])).toBeNull()
    expect(lagOne([2], [1])).toBeNull()
  })

  it('cannot be told without scatter', () => {
    expect(lagOne([0, 0, 0])).toBeNull()
    expect(lagOne([])).toBeNull()
  })

  it('does not depend on the unit, nor on the direction of time', () => {
    const days = fc.array(fc.option(fc.integer({ min: -9, max: 9 })), { maxLength: 30 })
    fc.assert(
      fc.property(days, (values) => {
        const r = lagOne(values)
        const scaled = lagOne(values.map((value) => (value === null ? null : value * 4)))
        expect(scaled).toBe(r)
        expect(lagOne([...values].reverse())).toBe(r)
      })
    )
  })
})
