import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalCdf } from './distributions.ts'
import { SERIES } from './fixtures.ts'
import { exactP, mannKendall, type MannKendall } from './mann-kendall.ts'

function tested(values: readonly number[]): MannKendall {
  const result = mannKendall(values)
  if (!result) throw new Error('too few values')
  return result
}

/** Every order of the values. */
function orders(values: readonly number[]): number[][] {
  if (values.length === 0) return [[]]
  return values.flatMap((value, i) => orders(values.filter((_, j) => j !== i)).map((rest) => [value, ...rest]))
}

const tied = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 3, maxLength: 60 })
const distinct = fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 3, maxLength: 30 })
const series = fc.oneof(tied, distinct)

describe('Mann–Kendall', () => {
  it.each(SERIES)('agrees with the reference: $name', ({ values, s, variance, z, normalP, exactP: exact, tau }) => {
    const result = tested(values)
    expect(result.s).toBe(s)
    expect(result.variance).toBeCloseTo(variance, 8)
    expect(result.z).toBeCloseTo(z, 12)
    expect(result.tau).toBeCloseTo(tau, 12)
    expect((2 * normalCdf(-Math.abs(result.z))) / normalP).toBeCloseTo(1, 10)
    if (exact !== null) expect(exactP(s, values.length) / exact).toBeCloseTo(1, 12)
    expect(result.p / (exact !== null && values.length <= 10 ? exact : normalP)).toBeCloseTo(1, 10)
  })

  it('says nothing about fewer than three', () => {
    expect(mannKendall([])).toBeNull()
    expect(mannKendall([1, 2])).toBeNull()
    expect(tested([1, 2, 3]).p).toBeCloseTo(1 / 3, 12)
  })

  it('finds nothing where nothing changes', () => {
    expect(tested([4, 4, 4, 4])).toEqual({ s: 0, variance: 0, z: 0, p: 1, tau: 0 })
  })

  it('has a smallest p of 0.083 with four values and of 0.017 with five', () => {
    expect(tested([1, 2, 3, 4]).p).toBeCloseTo(2 / 24, 12)
    expect(tested([1, 2, 3, 4, 5]).p).toBeCloseTo(2 / 120, 12)
  })

  it('counts p out as trying every order does', () => {
    for (let n = 3; n <= 7; n++) {
      const found = orders(Array.from({ length: n }, (_, i) => i)).map((order) => tested(order).s)
      for (let s = 0; s <= (n * (n - 1)) / 2; s++) {
        const far = found.filter((other) => Math.abs(other) >= s).length
        expect(exactP(s, n)).toBeCloseTo(far / found.length, 14)
        expect(exactP(-s, n)).toBe(exactP(s, n))
      }
    }
  })

  it('takes the counted p up to ten different values, and the normal one beyond', () => {
    fc.assert(
      fc.property(distinct, (values) => {
        const { s, z, p } = tested(values)
        const normal = Math.min(1, 2 * normalCdf(-Math.abs(z)))
        expect(p).toBe(values.length <= 10 ? exactP(s, values.length) : normal)
        // Where both could be used they agree about roughly.
        if (values.length >= 9) expect(Math.abs(exactP(s, values.length) - normal)).toBeLessThan(0.02)
      })
    )
  })

  it('turns its sign when time runs backwards', () => {
    fc.assert(
      fc.property(series, (values) => {
        const forward = tested(values)
        const backward = tested([...values].reverse())
        expect(backward.s + forward.s).toBe(0)
        expect(backward.z + forward.z).toBe(0)
        expect(backward.p).toBe(forward.p)
        expect(backward.variance).toBe(forward.variance)
      })
    )
  })

  it('looks at the order of the values only, not at their size', () => {
    fc.assert(
      fc.property(series, (values) => {
        expect(tested(values.map((value) => 3 * value ** 3 - 7))).toEqual(tested(values))
      })
    )
  })

  it('keeps p above 0 and up to 1, and tau within ±1', () => {
    fc.assert(
      fc.property(series, (values) => {
        const { p, tau, z } = tested(values)
        expect(p).toBeGreaterThan(0)
        expect(p).toBeLessThanOrEqual(1)
        expect(Math.abs(tau)).toBeLessThanOrEqual(1)
        expect(z).toSatisfy(Number.isFinite)
      })
    )
  })
})
