import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayAfter, daysBetween, daysFrom, type Day } from '#domain/day.ts'
import { randomFrom } from '#domain/random.ts'
import { BANNED } from '#domain/stats/words.ts'
import { trackedOf } from '#domain/tracked.ts'
import type { Condition } from './comparison.ts'
import { comparisonText, conditionOn, lastDayOf, planBlocks, resultOf, type ComparisonResult } from './n-of-1.ts'

const ITEMS = trackedOf([])
const ABBA: Condition[] = ['with', 'without', 'without', 'with']
const PLAN = { item: 'dairy', outcome: 'bloating', start: '2026-03-02', blockDays: 4, blocks: ABBA, lag: 0 }
const isWith = (day: Day, plan = PLAN) => conditionOn(plan, day)?.condition === 'with'

describe('the order of blocks', () => {
  it('is ABBA or BAAB, by chance, and always the same for a seed', () => {
    const orders = Array.from({ length: 40 }, (_, seed) => planBlocks(seed, { blockDays: 4, blocks: 4 }).join())
    expect(new Set(orders)).toEqual(new Set([ABBA.join(), 'without,with,with,without']))
    expect(planBlocks(9, { blockDays: 4, blocks: 4 })).toEqual(planBlocks(9, { blockDays: 4, blocks: 4 }))
  })

  it('has as many with as without; a steady drift cancels out from four blocks on', () => {
    for (const blocks of [2, 4, 8, 16]) {
      const plan = planBlocks(blocks, { blockDays: 7, blocks })
      const sum = (value: (i: number) => number) =>
        plan.reduce((total, condition, i) => total + (condition === 'with' ? 1 : -1) * value(i), 0)
      expect(sum(() => 1)).toBe(0)
      if (blocks >= 4) expect(sum((i) => i)).toBe(0)
    }
  })
})

describe('the condition of a day', () => {
  it('is that of its block; there is none before, after, or once stopped', () => {
    expect(conditionOn(PLAN, '2026-03-01')).toBeNull()
    expect(conditionOn(PLAN, '2026-03-02')).toEqual({ condition: 'with', day: 1, of: 16 })
    expect(conditionOn(PLAN, '2026-03-06')).toEqual({ condition: 'without', day: 5, of: 16 })
    expect(lastDayOf(PLAN)).toBe('2026-03-17')
    expect(conditionOn(PLAN, '2026-03-17')).toEqual({ condition: 'with', day: 16, of: 16 })
    expect(conditionOn(PLAN, '2026-03-18')).toBeNull()
    expect(conditionOn({ ...PLAN, ended: '2026-03-05' }, '2026-03-06')).toBeNull()
  })
})

describe('the result', () => {
  const always = () => true

  it('is the difference of the means, with a range around it', () => {
    const random = randomFrom(3)
    const scores = new Map(
      daysFrom(PLAN.start, lastDayOf(PLAN)).map((day) => [day, 3 + (isWith(day) ? 2 : 0) + random.whole(0, 1)])
    )
    const result = resultOf(PLAN, (day) => scores.get(day) ?? null, always)
    expect(result).toMatchObject({
      withDays: 8,
      withoutDays: 8,
      left: { notFollowed: 0, unknown: 0, notRecorded: 0, carryOver: 0 }
    })
    expect(result?.difference).toBeCloseTo((result?.meanWith ?? 0) - (result?.meanWithout ?? 0), 12)
    expect(result?.low).toBeGreaterThan(0.5)
    expect(result?.high).toBeLessThan(4)
  })

  it('looks at the day after where that was declared', () => {
    const plan = { ...PLAN, lag: 1 }
    // The day after the last block still counts; the first day of all belongs to what was before.
    const value = (day: Day) => (isWith(dayAfter(day, -1)) ? 5 : 2)
    const result = resultOf(plan, value, always)
    expect(result).toMatchObject({ difference: 3, low: 3, high: 3, withDays: 8, withoutDays: 8 })
    expect(result?.left.carryOver).toBe(1)
  })

  it('leaves out days that were not kept to, not said, or not recorded', () => {
    const at = (day: Day) => daysBetween(PLAN.start, day)
    const result = resultOf(
      PLAN,
      (day) => (at(day) === 1 ? null : at(day) % 3),
      (day) => (at(day) === 4 ? false : at(day) === 5 ? null : true)
    )
    expect(result).toMatchObject({ withDays: 7, withoutDays: 6 })
    expect(result?.left).toEqual({ notFollowed: 1, unknown: 1, notRecorded: 1, carryOver: 0 })
  })

  it('is none below half of the planned days, or three', () => {
    const until = (n: number) => (day: Day) => daysBetween(PLAN.start, day) < n
    const value = (day: Day) => daysBetween(PLAN.start, day) % 3
    expect(resultOf(PLAN, value, until(8))).not.toBeNull()
    expect(resultOf(PLAN, value, until(7))).toBeNull()
    expect(resultOf(PLAN, value, () => null)).toBeNull()
    expect(resultOf(PLAN, () => null, always)).toBeNull()
    const short = { ...PLAN, blocks: ['with', 'without'] as const }
    expect(resultOf(short, value, until(7))).not.toBeNull()
    expect(resultOf(short, value, until(6))).toBeNull()
    expect(resultOf({ ...PLAN, ended: '2026-03-08' }, value, always)).toBeNull()
    expect(resultOf({ ...PLAN, ended: '2026-03-09' }, value, always)).not.toBeNull()
  })

  const scores = fc.array(fc.option(fc.integer({ min: 0, max: 10 }), { freq: 6 }), { minLength: 16, maxLength: 16 })
  const valueOf = (values: readonly (number | null)[]) => (day: Day) => values[daysBetween(PLAN.start, day)] ?? null

  it('is finite and within its range, and turns around with the conditions', () => {
    const turned = { ...PLAN, blocks: ABBA.map((one) => (one === 'with' ? 'without' : 'with')) }
    fc.assert(
      fc.property(scores, (values) => {
        const result = resultOf(PLAN, valueOf(values), always)
        const back = resultOf(turned, valueOf(values), always)
        expect(back === null).toBe(result === null)
        if (result === null || back === null) return
        for (const one of [result.low, result.high, result.difference]) expect(one).toSatisfy(Number.isFinite)
        expect(result.low).toBeLessThanOrEqual(result.difference)
        expect(result.high).toBeGreaterThanOrEqual(result.difference)
        expect(back.low).toBeCloseTo(-result.high, 8)
        expect(back.high).toBeCloseTo(-result.low, 8)
      })
    )
  })

  it('has a range that mostly holds the true difference', () => {
    const random = randomFrom(17)
    let [held, n] = [0, 0]
    for (let run = 0; run < 600; run++) {
      let level = random.bell()
      const values = Array.from({ length: 16 }, () => {
        level = 0.5 * level + Math.sqrt(0.75) * random.bell()
        return random.chance(0.1) ? null : level
      })
      const result = resultOf(PLAN, valueOf(values), always)
      if (result === null) continue
      n++
      if (result.low <= 0 && result.high >= 0) held++
    }
    expect(held / n).toBeGreaterThan(0.9)
    expect(held / n).toBeLessThan(0.99)
  })
})

describe('in words', () => {
  const result: ComparisonResult = {
    withDays: 7,
    withoutDays: 8,
    meanWith: 5,
    meanWithout: 3.2,
    difference: 1.8,
    low: 0.4,
    high: 3.2,
    left: { notFollowed: 1, unknown: 0, notRecorded: 0, carryOver: 0 }
  }

  it('says the difference, its range, and what does not count', () => {
    expect(comparisonText(PLAN, result, ITEMS)).toBe(
      'With dairy (7 days) bloating averaged 1.8 points higher than without (8 days); plausible range 0.4 to 3.2. That is a difference beyond the usual ups and downs. You knew which days were which, so what you expected may be part of it. One day is left out: 1 not kept to.'
    )
    expect(comparisonText({ ...PLAN, lag: 1 }, { ...result, difference: -0.3, low: -1.5, high: 0.9 }, ITEMS)).toContain(
      '0.3 points lower than without (8 days), looked at the day after; plausible range −1.5 to 0.9. The range includes zero, so this comparison leaves it open.'
    )
    expect(comparisonText({ ...PLAN, blocks: ['with', 'without'] }, { ...result, difference: 0.6 }, ITEMS)).toMatch(
      /steady but small.*only one block of each/
    )
    expect(comparisonText(PLAN, null, ITEMS)).toMatch(/^Too few days count/)
  })

  it('claims nothing', () => {
    for (const lag of [0, 1, 2]) {
      for (const difference of [-2, -0.4, 0, 0.4, 2]) {
        for (const reach of [0.2, 3]) {
          const one = { ...result, difference, low: difference - reach, high: difference + reach }
          expect(comparisonText({ ...PLAN, lag }, one, ITEMS)).not.toMatch(BANNED)
        }
      }
    }
    expect(comparisonText(PLAN, null, ITEMS)).not.toMatch(BANNED)
  })
})
