import { describe, expect, it } from 'vitest'
import { coverageOf, isEnoughBaseline, isEnoughCurrent, isEnoughForBeforeAfter, isEnoughForTrend } from './minimum.ts'

const stretch = (logged: number, days: number) => Array.from({ length: days }, (_, i) => (i < logged ? 3 : null))

describe('what has to be recorded', () => {
  it('is six weeks for a trend', () => {
    expect([0, 5, 6, 26].map(isEnoughForTrend)).toEqual([false, false, true, true])
  })

  it.each([
    [7, 14, false],
    [8, 14, true],
    [14, 14, true],
    [8, 8, false],
    [13, 13, false],
    [8, 16, true],
    [8, 17, false],
    [10, 21, false],
    [11, 21, true],
    [0, 0, false]
  ])('is a baseline with %d of %d days: %s', (logged, days, isEnough) => {
    expect(isEnoughBaseline(stretch(logged, days))).toBe(isEnough)
  })

  it.each([
    [7, 14, false],
    [8, 14, true],
    [13, 13, false],
    [10, 21, false],
    [11, 21, true],
    [13, 27, false],
    [14, 27, true],
    [13, 28, false],
    [14, 28, true],
    [14, 29, false],
    [0, 0, false]
  ])('is a current stretch with %d of %d days: %s', (logged, days, isEnough) => {
    expect(isEnoughCurrent(stretch(logged, days))).toBe(isEnough)
  })

  it('is both for before and after', () => {
    expect(isEnoughForBeforeAfter(stretch(8, 14), stretch(14, 28))).toBe(true)
    expect(isEnoughForBeforeAfter(stretch(7, 14), stretch(28, 28))).toBe(false)
    expect(isEnoughForBeforeAfter(stretch(14, 14), stretch(13, 28))).toBe(false)
  })

  it('counts a recorded zero as recorded', () => {
    expect(coverageOf([0, null, 0, 4])).toBe(0.75)
    expect(coverageOf([])).toBe(0)
  })
})
