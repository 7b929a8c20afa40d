import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { benjaminiHochberg } from './bh.ts'
import { BH } from './fixtures.ts'

describe('Benjamini–Hochberg', () => {
  it.each(BH)('agrees with $name', ({ p, q }) => {
    const found = benjaminiHochberg(p)
    expect(found).toHaveLength(q.length)
    found.forEach((value, i) => expect(value).toBeCloseTo(q[i] ?? NaN, 10))
  })

  it('rejects what the published examples reject', () => {
    const [paper] = BH
    expect(benjaminiHochberg(paper?.p ?? []).filter((q) => q <= 0.05)).toHaveLength(4)
    // The example of the R package HDLSSkST, at 0.05.
    const found = benjaminiHochberg([0.5, 0.01, 0.001, 0.69, 0.02, 0.05, 0.0025])
    expect(found.map((q) => (q <= 0.05 ? 1 : 0))).toEqual([0, 1, 1, 0, 1, 0, 1])
  })

  it('has nothing to say about nothing, and changes a single p not at all', () => {
    expect(benjaminiHochberg([])).toEqual([])
    expect(benjaminiHochberg([0.03])).toEqual([0.03])
  })

  it('keeps the order of p, and q between p and 1', () => {
    const ps = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 })
    fc.assert(
      fc.property(ps, (p) => {
        const q = benjaminiHochberg(p)
        p.forEach((value, i) => {
          expect(q[i]).toBeGreaterThanOrEqual(value)
          expect(q[i]).toBeLessThanOrEqual(1)
          p.forEach((other, j) => {
            if (other <= value) expect(q[j]).toBeLessThanOrEqual(q[i] ?? NaN)
          })
        })
      })
    )
  })

  it('does not depend on the order they come in', () => {
    const ps = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 })
    fc.assert(
      fc.property(ps, (p) => {
        expect(benjaminiHochberg([...p].reverse()).reverse()).toEqual(benjaminiHochberg(p))
      })
    )
  })
})
