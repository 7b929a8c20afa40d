import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SEN, SERIES } from './fixtures.ts'
import { theilSen, type Line } from './theil-sen.ts'

function lineOf(xs: readonly number[], ys: readonly number[]): Line {
  const line = theilSen(xs, ys)
  if (!line) throw new Error('no line')
  return line
}

const place = fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: -50, max: 50 }))
const points = fc
  .uniqueArray(place, { minLength: 2, maxLength: 20, selector: ([x]) => x })
  .map((places) => [places.map(([x]) => x), places.map(([, y]) => y)] as const)

describe('Theil–Sen', () => {
  it('agrees with Sen (1968)', () => {
    expect(theilSen(SEN.x, SEN.y)).toEqual({ slope: SEN.slope, intercept: SEN.intercept })
  })

  it.each(SERIES)('agrees with the reference: $name', ({ values, from, slope, intercept }) => {
    const line = lineOf(
      values.map((_, i) => from + i),
      values
    )
    expect(line.slope).toBeCloseTo(slope, 12)
    expect(line.intercept).toBeCloseTo(intercept, 9)
  })

  it('takes the median of what is left over, not of x and y apart', () => {
    expect(theilSen([0, 1, 2], [0, 1, 1])).toEqual({ slope: 0.5, intercept: 0 })
  })

  it('has no line through nothing, one point, or points above each other', () => {
    expect(theilSen([], [])).toBeNull()
    expect(theilSen([1], [2])).toBeNull()
    expect(theilSen([3, 3, 3], [1, 2, 5])).toBeNull()
  })

  it('leaves out pairs with equal x', () => {
    expect(theilSen([0, 0, 1], [0, 2, 5])).toEqual({ slope: 4, intercept: 1 })
  })

  it('does not follow one odd value', () => {
    expect(theilSen([0, 1, 2, 3, 4, 5, 6], [0, 1, 2, 3, 4, 5, 1000])).toEqual({ slope: 1, intercept: 0 })
  })

  it('moves, stretches and tilts with y', () => {
    const any = fc.integer({ min: -20, max: 20 })
    fc.assert(
      fc.property(points, any, any, any, ([xs, ys], shift, factor, tilt) => {
        const line = lineOf(xs, ys)
        const moved = lineOf(
          xs,
          ys.map((y) => y + shift)
        )
        expect(moved.slope).toBe(line.slope)
        expect(moved.intercept).toBeCloseTo(line.intercept + shift, 8)
        const stretched = lineOf(
          xs,
          ys.map((y) => y * factor)
        )
        expect(stretched.slope).toBeCloseTo(line.slope * factor, 8)
        expect(stretched.intercept).toBeCloseTo(line.intercept * factor, 8)
        const tilted = lineOf(
          xs,
          ys.map((y, i) => y + tilt * (xs[i] ?? 0))
        )
        expect(tilted.slope).toBeCloseTo(line.slope + tilt, 8)
        expect(tilted.intercept).toBeCloseTo(line.intercept, 8)
      })
    )
  })
})
