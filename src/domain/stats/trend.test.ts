import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SERIES } from './fixtures.ts'
import { mannKendall } from './mann-kendall.ts'
import { trendOf, type Trend, type Week } from './trend.ts'

const weeksOf = (values: readonly (number | null)[], from = 0): Week[] =>
  values.map((value, i) => ({ index: from + i, value }))

function trended(weeks: readonly Week[]): Trend {
  const trend = trendOf(weeks)
  if (!trend) throw new Error('too few weeks')
  return trend
}

const values = fc.array(
  fc.option(
    fc.integer({ min: 0, max: 70 }).map((sum) => sum / 7),
    { freq: 5 }
  ),
  {
    minLength: 10,
    maxLength: 26
  }
)
const enough = values.filter((list) => list.filter((value) => value !== null).length >= 6)

describe('a trend', () => {
  it('agrees with the twelve weeks of the reference', () => {
    const reference = SERIES.find(({ name }) => name === 'twelve weeks')
    const trend = trended(weeksOf(reference?.values ?? []))
    expect(trend).toMatchObject({ weeks: 12, span: 12, isSteady: true })
    expect(trend.slopePerFourWeeks).toBeCloseTo(4 * -0.2141666667, 9)
    expect(trend.p).toBeCloseTo(0.00027869, 8)
  })

  it('does not exist below six usable weeks', () => {
    expect(trendOf([])).toBeNull()
    expect(trendOf(weeksOf([5, 4, 3, 2, 1]))).toBeNull()
    expect(trendOf(weeksOf([5, null, 4, 3, null, null, 2, 1, null]))).toBeNull()
    expect(trendOf(weeksOf([6, 5, null, 4, 3, null, null, 2, 1]))).toMatchObject({ weeks: 6, span: 9 })
  })

  it('looks back 26 weeks from the newest, recorded or not', () => {
    const old = weeksOf([9, 9, 9, 9, 9, 9])
    expect(trendOf([...old, { index: 25, value: null }])).toMatchObject({ weeks: 6, span: 6 })
    expect(trendOf([...old, { index: 26, value: null }])).toBeNull()
    expect(trendOf([...old, { index: 26, value: 1 }])).toMatchObject({ weeks: 6, span: 26 })
  })

  it('takes real weeks, so that a gap makes the slope flatter', () => {
    const tight = trended(weeksOf([6, 5, 4, 3, 2, 1]))
    const wide = trended([6, 5, 4, 3, 2, 1].map((value, i) => ({ index: i * 2, value })))
    expect(tight.slopePerFourWeeks).toBe(-4)
    expect(wide.slopePerFourWeeks).toBe(-2)
    expect(wide.p).toBe(tight.p)
  })

  it('is steady along a straight line, where the line leaves nothing over', () => {
    const line = Array.from({ length: 12 }, (_, i) => 7 - i * 0.3)
    expect(trended(weeksOf(line, 2900))).toMatchObject({ isSteady: true, autocorrelation: null })
  })

  it('is not steady where nothing changes or all goes to and fro', () => {
    expect(trended(weeksOf([3, 3, 3, 3, 3, 3]))).toMatchObject({ slopePerFourWeeks: 0, p: 1, isSteady: false })
    expect(trended(weeksOf([3, 5, 3, 5, 3, 5, 3, 5])).isSteady).toBe(false)
  })

  it('is not steady if what the line leaves over hangs together, as in one long wave', () => {
    const wave = Array.from({ length: 24 }, (_, i) => 5 - i * 0.1 + 1.5 * Math.sin((i * Math.PI) / 8))
    const trend = trended(weeksOf(wave))
    expect(trend.p).toBeLessThan(0.05)
    expect(trend.autocorrelation).toBeGreaterThan(0.5)
    expect(trend.isSteady).toBe(false)
  })

  it('cannot tell the autocorrelation where no two adjacent weeks have a value', () => {
    const every = [6.1, 5.2, 4.9, 3.8, 2.2, 1.7].map((value, i) => ({ index: i * 2, value }))
    expect(trended(every)).toMatchObject({ autocorrelation: null, isSteady: true })
  })

  it('tests the same as Mann–Kendall of the usable weeks', () => {
    fc.assert(
      fc.property(enough, (list) => {
        const usable = list.filter((value) => value !== null)
        const trend = trended(weeksOf(list))
        expect(trend.weeks).toBe(usable.length)
        expect(trend.p).toBe(mannKendall(usable)?.p)
        if (trend.isSteady) expect(trend.p).toBeLessThan(0.05)
        expect(trend.slopePerFourWeeks).toSatisfy(Number.isFinite)
        if (trend.autocorrelation !== null) expect(trend.autocorrelation).toSatisfy(Number.isFinite)
      })
    )
  })

  it('does not depend on the order of the list, nor on where the counting of weeks starts', () => {
    fc.assert(
      fc.property(enough, fc.integer({ min: -3000, max: 3000 }), (list, from) => {
        const trend = trended(weeksOf(list))
        expect(trended(weeksOf(list).reverse())).toEqual(trend)
        expect(trended(weeksOf(list, from))).toEqual(trend)
      })
    )
  })

  it('does not change with unrecorded weeks before it', () => {
    fc.assert(
      fc.property(enough, (list) => {
        expect(trended(weeksOf([null, null, null, ...list]))).toEqual(trended(weeksOf(list)))
      })
    )
  })

  it('turns around with the values', () => {
    fc.assert(
      fc.property(enough, (list) => {
        const trend = trended(weeksOf(list))
        const turned = trended(weeksOf(list.map((value) => (value === null ? null : 10 - value))))
        expect(turned.slopePerFourWeeks).toBeCloseTo(0 - trend.slopePerFourWeeks, 9)
      })
    )
  })
})
