import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mean, median, quantile } from './quantile.ts'

const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 30 })

describe('quantiles', () => {
  // R: quantile(c(1, 2, 4, 8), type = 7)
  it.each([
    [0, 1],
    [0.1, 1.3],
    [0.25, 1.75],
    [0.5, 3],
    [0.75, 5],
    [1, 8]
  ])('at %d are those of R type 7', (p, expected) => {
    expect(quantile([8, 1, 4, 2], p)).toBeCloseTo(expected, 12)
  })

  it('have the median in their middle', () => {
    expect(median([3, 1, 2])).toBe(2)
    expect(median([4, 1, 3, 2])).toBe(2.5)
    expect(median([7])).toBe(7)
  })

  it('do not exist for nothing', () => {
    expect(median([])).toBeNull()
    expect(quantile([], 0)).toBeNull()
    expect(quantile([], 1)).toBeNull()
  })

  it('leave the list as it is', () => {
    const list = [3, 1, 2]
    median(list)
    expect(list).toEqual([3, 1, 2])
  })

  it('grow with the share', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(values, share, share, (list, p, q) => {
        const low = quantile(list, Math.min(p, q)) ?? NaN
        expect(low).toBeLessThanOrEqual((quantile(list, Math.max(p, q)) ?? NaN) + 1e-9)
      })
    )
  })
})

describe('the mean', () => {
  it('is the sum by the number', () => {
    expect(mean([1, 2, 6])).toBe(3)
    expect(mean([])).toBeNull()
  })

  it('of equal values is the value', () => {
    expect(mean([0.1, 0.1, 0.1])).toBe(0.1)
  })

  it('lies within the values', () => {
    fc.assert(
      fc.property(values, (list) => {
        expect(mean(list)).toBeGreaterThanOrEqual(Math.min(...list))
        expect(mean(list)).toBeLessThanOrEqual(Math.max(...list))
      })
    )
  })
})
