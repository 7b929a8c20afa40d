import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalCdf, studentQuantile } from './distributions.ts'
import { NORMAL, STUDENT } from './fixtures.ts'

/** How far off, as a share of the expected value. */
const errorOf = (value: number, expected: number) => Math.abs(value / expected - 1)

describe('the normal distribution', () => {
  it.each(NORMAL)('up to %d', (z, expected) => {
    expect(errorOf(normalCdf(z), expected)).toBeLessThan(1e-12)
  })

  // scipy.stats.norm.cdf
  it.each([
    [-2.999999, 0.0013499024634851552],
    [-3.000001, 0.0013498935997883297],
    [-6, 9.865876450376946e-10],
    [-10, 7.61985302416047e-24],
    [-30, 4.906713927147908e-198]
  ])('keeps its digits in the tail below %d', (z, expected) => {
    expect(errorOf(normalCdf(z), expected)).toBeLessThan(1e-11)
  })

  it('ends at 0 and 1', () => {
    expect(normalCdf(-Infinity)).toBe(0)
    expect(normalCdf(Infinity)).toBe(1)
    expect(normalCdf(-100)).toBe(0)
  })

  it('is the same on both sides, and rises', () => {
    const any = fc.double({ min: -40, max: 40, noNaN: true })
    fc.assert(
      fc.property(any, (z) => {
        expect(normalCdf(z) + normalCdf(-z)).toBeCloseTo(1, 14)
      })
    )
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(normalCdf(Math.min(a, b))).toBeLessThanOrEqual(normalCdf(Math.max(a, b)) + 1e-15)
      })
    )
  })
})

describe("Student's quantiles", () => {
  it.each(STUDENT)('for 97.5 %% and %d degrees of freedom', (df, expected) => {
    expect(errorOf(studentQuantile(0.975, df), expected)).toBeLessThan(1e-10)
  })

  // Closed forms: one degree of freedom is tan(π(p − ½)), two are (2p − 1)·√(2 / (4p(1 − p))).
  it.each([0.6, 0.75, 0.9, 0.975, 0.995, 0.9999])('for %d and one or two degrees of freedom', (p) => {
    expect(errorOf(studentQuantile(p, 1), Math.tan(Math.PI * (p - 0.5)))).toBeLessThan(1e-10)
    expect(errorOf(studentQuantile(p, 2), (2 * p - 1) * Math.sqrt(2 / (4 * p * (1 - p))))).toBeLessThan(1e-10)
  })

  it('come near to the normal ones with many degrees of freedom', () => {
    expect(studentQuantile(0.975, 1e6)).toBeCloseTo(1.959966356814107, 9)
  })

  it('end at infinity, and are 0 in the middle', () => {
    expect([0, 0.5, 1].map((p) => studentQuantile(p, 3))).toEqual([-Infinity, 0, Infinity])
  })

  it('are the same on both sides, and smaller with more degrees of freedom', () => {
    const p = fc.double({ min: 0.51, max: 0.999, noNaN: true })
    const df = fc.double({ min: 1, max: 200, noNaN: true })
    fc.assert(
      fc.property(p, df, (share, freedom) => {
        const t = studentQuantile(share, freedom)
        expect(errorOf(studentQuantile(1 - share, freedom), -t)).toBeLessThan(1e-9)
        expect(studentQuantile(share, freedom + 1)).toBeLessThan(t)
      })
    )
  })
})
