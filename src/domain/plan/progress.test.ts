import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CATALOGUE } from '#domain/catalogue/index.ts'
import { dayAfter, daysBetween, daysFrom, type Day } from '#domain/day.ts'
import { randomFrom } from '#domain/random.ts'
import { sampleDiary } from '#domain/sample.ts'
import { dayViews, weeklyOf } from '#domain/series.ts'
import { beforeAfter, type BeforeAfter } from '#domain/stats/before-after.ts'
import { quantile } from '#domain/stats/quantile.ts'
import { trendOf } from '#domain/stats/trend.ts'
import { tracedOf } from '#domain/traced.ts'
import { trackedOf } from '#domain/tracked.ts'
import type { Better } from '#domain/trackable.ts'
import { arbitraryPlan, planOf } from './arbitrary.ts'
import { dayOfPlan, lastDayOf } from './timeline.ts'
import { isPausedOn, planDayOf, type Plan } from './plan.ts'
import {
  FIRST_RESULT_DAY,
  isBetter,
  labelOf,
  planCoverage,
  progressOf,
  type Label,
  type Lack,
  type Result
} from './progress.ts'

const START: Day = '2026-11-02'
const PLAN = planOf(START)
const at = (n: number): Day => dayAfter(START, n)

/** Scores by day: those of the baseline end with the day before the start, the others begin with it. */
function valueOf(before: readonly (number | null)[], after: readonly (number | null)[]) {
  const scores = new Map<Day, number | null>()
  before.forEach((score, i) => scores.set(at(i - before.length), score))
  after.forEach((score, i) => scores.set(at(i), score))
  return (day: Day) => scores.get(day) ?? null
}

const times = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i))
/** `score` and one more by turns. */
const around = (n: number, score: number) => times(n, (i) => score + (i % 2))

function told(found: Result | Lack): Result {
  if (found.is !== 'result') throw new Error(`nothing to tell: ${found.why}`)
  return found
}

const NOTHING: BeforeAfter = {
  nBefore: 14,
  nAfter: 28,
  meanBefore: 5,
  meanAfter: 5,
  difference: 0,
  low: 0,
  high: 0,
  r1: null,
  r1Corrected: null,
  rho: 0.4,
  vifBefore: 1,
  vifAfter: 1,
  variance: 1,
  se: 1,
  df: 10,
  t: 2
}
const changeOf = (meanBefore: number, meanAfter: number, range: 'sure' | 'unsure' | number = 'sure'): BeforeAfter => {
  const difference = meanAfter - meanBefore
  const half = range === 'sure' ? Math.abs(difference) / 2 : range === 'unsure' ? Math.abs(difference) + 1 : range
  return { ...NOTHING, meanBefore, meanAfter, difference, low: difference - half, high: difference + half }
}

describe('the label', () => {
  it.each<[string, BeforeAfter, Better, Label]>([
    ['a clear fall', changeOf(6, 3), 'lower', 'clearly lower'],
    ['a clear rise', changeOf(5, 8), 'lower', 'clearly higher'],
    ['exactly one point and more than 30 %', changeOf(3, 2), 'lower', 'clearly lower'],
    ['one point, less a rounding', changeOf(3.1, 4.1), 'lower', 'clearly higher'],
    ['one point the other way, less a rounding', changeOf(4.1, 3.1 - 0.23), 'lower', 'clearly lower'],
    ['just less than a point', changeOf(3, 2.01), 'lower', 'somewhat lower'],
    ['exactly 30 %', changeOf(10, 7), 'lower', 'clearly lower'],
    ['exactly 30 % of 7, with rounding', changeOf(7, 4.9), 'lower', 'clearly lower'],
    ['just less than 30 %', changeOf(10, 7.01), 'lower', 'somewhat lower'],
    ['a rise of a point from 5: less than 30 %', changeOf(5, 6), 'lower', 'somewhat higher'],
    ['a small sure rise', changeOf(5, 5.2), 'lower', 'somewhat higher'],
    ['a large fall whose range takes in 0', changeOf(6, 3, 'unsure'), 'lower', 'no clear change'],
    ['a range that ends at 0', changeOf(6, 3, 3), 'lower', 'no clear change'],
    ['no difference, no scatter', changeOf(4, 4), 'lower', 'no clear change'],
    ['a baseline below 2, and lower', changeOf(1.9, 0.1), 'lower', 'still low'],
    ['a baseline below 2, and unsure', changeOf(1.9, 4, 'unsure'), 'lower', 'still low'],
    ['a baseline below 2, and less than a point higher', changeOf(1.5, 2.4), 'lower', 'still low'],
    ['a baseline below 2, and a point higher', changeOf(1.1, 2.1), 'lower', 'higher'],
    ['a baseline below 2, and a point higher, less a rounding', changeOf(1.3, 2.3), 'lower', 'higher'],
    ['a baseline of 2', changeOf(2, 0.5), 'lower', 'clearly lower'],
    ['a baseline of 0', changeOf(0, 0), 'lower', 'still low'],
    ['a quality that was low and rose', changeOf(1.5, 4), 'higher', 'clearly higher'],
    ['a quality that fell from low', changeOf(1.5, 1), 'higher', 'somewhat lower']
  ])('of %s', (_, change, better, label) => {
    expect(labelOf(change, better)).toBe(label)
  })

  it('keeps its promises whatever the numbers', () => {
    const score = fc.integer({ min: 0, max: 100 }).map((n) => n / 10)
    const better = fc.constantFrom<Better>('lower', 'higher')
    fc.assert(
      fc.property(score, score, fc.integer({ min: 0, max: 50 }), better, (before, after, half, way) => {
        const change = changeOf(before, after, half / 10)
        const label = labelOf(change, way)
        const isSure = change.low > 0 || change.high < 0
        if (before < 2 && way === 'lower') expect(['still low', 'higher']).toContain(label)
        else {
          expect(label === 'no clear change').toBe(!isSure)
          if (label.endsWith('lower')) expect(after).toBeLessThan(before)
          if (label.endsWith('higher')) expect(after).toBeGreaterThan(before)
          if (isSure) {
            const tenths = Math.abs(Math.round(after * 10) - Math.round(before * 10))
            const isClear = tenths >= 10 && tenths * 10 >= 3 * Math.round(before * 10)
            expect(label.startsWith('clearly')).toBe(isClear)
          }
        }
      })
    )
  })

  it('of something better is one that names the right direction', () => {
    const better = (way: Better) =>
      (
        [
          'clearly lower',
          'somewhat lower',
          'no clear change',
          'somewhat higher',
          'clearly higher',
          'still low',
          'higher'
        ] as const
      ).filter((label) => isBetter(label, way))
    expect(better('lower')).toEqual(['clearly lower', 'somewhat lower'])
    expect(better('higher')).toEqual(['somewhat higher', 'clearly higher'])
  })
})

describe('each label', () => {
  it.each<[Label, number, number]>([
    ['clearly lower', 6, 2],
    ['somewhat lower', 9, 8],
    ['no clear change', 5, 5],
    ['somewhat higher', 8, 9],
    ['clearly higher', 4, 8],
    ['still low', 1, 1],
    ['higher', 1, 4]
  ])('"%s" comes out of days around %d and then around %d', (label, before, after) => {
    const low = (score: number) => (score === 1 ? times(14, (i) => (i % 3 === 0 ? 2 : 1)) : around(14, score))
    const value = valueOf(low(before), [...low(after), ...low(after)])
    expect(told(progressOf(PLAN, at(27), value, 'lower')).label).toBe(label)
  })
})

describe('how a symptom stands', () => {
  const value = valueOf(around(14, 6), around(84, 3))

  it('is told with both stretches, the difference, the good days and the overlap', () => {
    const result = told(progressOf(PLAN, at(27), value, 'lower'))
    expect(result).toMatchObject({
      label: 'clearly lower',
      nap: 1,
      dependsOnMissing: false,
      spell: null,
      isStrongBaseline: true,
      baseline: { from: at(-14), to: at(-1), logged: 14, possible: 14, mean: 6.5, good: 0 },
      current: { from: at(14), to: at(27), logged: 14, possible: 14, mean: 3.5, good: 0.5 }
    })
    expect(result.change).toMatchObject({ nBefore: 14, nAfter: 14, difference: -3 })
  })

  it('looks at two weeks before the end of week 8, and at four from then on', () => {
    const days = (end: number) => told(progressOf(PLAN, at(end), value, 'lower')).current.possible
    expect([27, 40, 54, 55, 56, 83].map(days)).toEqual([14, 14, 14, 28, 28, 28])
  })

  it('is not told before the end of the fourth week', () => {
    for (const end of [-30, -1, 0, 26]) {
      expect(progressOf(PLAN, at(end), value, 'lower')).toMatchObject({ is: 'lack', why: 'early' })
    }
    expect(FIRST_RESULT_DAY).toBe(27)
    expect(progressOf(PLAN, at(27), value, 'lower').is).toBe('result')
  })

  it('is not told against a baseline that does not exist', () => {
    expect(progressOf({ ...PLAN, isPostHoc: true }, at(83), value, 'lower')).toEqual({
      is: 'lack',
      why: 'post-hoc',
      logged: 0,
      needed: 0,
      possible: 0
    })
  })

  it('needs eight days of the baseline', () => {
    const some = (n: number) =>
      valueOf(
        times(14, (i) => (i < n ? 6 : null)),
        around(84, 3)
      )
    expect(progressOf(PLAN, at(27), some(7), 'lower')).toEqual({
      is: 'lack',
      why: 'baseline',
      logged: 7,
      needed: 8,
      possible: 14
    })
    expect(progressOf(PLAN, at(0), some(7), 'lower')).toMatchObject({ why: 'baseline' })
    expect(told(progressOf(PLAN, at(27), some(8), 'lower'))).toMatchObject({ isStrongBaseline: false })
    expect(told(progressOf(PLAN, at(27), some(10), 'lower'))).toMatchObject({ isStrongBaseline: true })
  })

  it('takes a third week of the baseline where two hold fewer than ten days and three enough', () => {
    const long = (inTwo: number, inThird: number) => {
      const before = [...times(7, (i) => (i < inThird ? 8 : null)), ...times(14, (i) => (i < inTwo ? 6 : null))]
      const found = progressOf(PLAN, at(27), valueOf(before, around(84, 3)), 'lower')
      return found.is === 'lack' ? found.why : `${found.baseline.logged} of ${found.baseline.possible}`
    }
    expect(long(10, 7)).toBe('10 of 14')
    expect(long(9, 7)).toBe('16 of 21')
    expect(long(9, 2)).toBe('11 of 21')
    expect(long(9, 1)).toBe('9 of 14')
    expect(long(8, 2)).toBe('8 of 14')
    expect(long(7, 3)).toBe('baseline')
    expect(long(7, 4)).toBe('11 of 21')
    expect(long(4, 7)).toBe('11 of 21')
    expect(long(3, 7)).toBe('baseline')
  })

  it('needs eight days of two weeks, fourteen of four', () => {
    const some = (n: number, end: number) =>
      progressOf(
        PLAN,
        at(end),
        valueOf(
          around(14, 6),
          times(end + 1, (i) => (i > end - n ? 3 : null))
        ),
        'lower'
      )
    expect(some(7, 27)).toEqual({ is: 'lack', why: 'current', logged: 7, needed: 8, possible: 14 })
    expect(some(8, 27).is).toBe('result')
    expect(some(13, 55)).toEqual({ is: 'lack', why: 'current', logged: 13, needed: 14, possible: 28 })
    expect(some(14, 55).is).toBe('result')
  })

  it('exists only with the days it needs, whatever was recorded, paused or asked for', () => {
    const scores = (n: number) =>
      fc
        .tuple(
          fc.double({ min: 0, max: 1, noNaN: true }),
          fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true }))
        )
        .map(([share, dice]) => times(n, () => (dice.next().value < share ? Math.floor(dice.next().value * 11) : null)))
    fc.assert(
      fc.property(
        arbitraryPlan(),
        scores(40),
        scores(260),
        fc.integer({ min: -10, max: 250 }),
        fc.constantFrom<Better>('lower', 'higher'),
        (any, before, after, n, better) => {
          const from = dayAfter(any.start, -before.length)
          const all = [...before, ...after]
          const scoreOf = (day: Day) => all[daysBetween(from, day)] ?? null
          const end = dayAfter(any.start, n)
          const found = progressOf(any, end, scoreOf, better)
          const isOver = planDayOf(any, end) - (n >= 0 && isPausedOn(any, end) ? 1 : 0) >= 27
          if (found.is === 'lack') {
            if (any.isPostHoc) expect(found.why).toBe('post-hoc')
            else if (found.why === 'current') {
              expect(isOver).toBe(true)
              expect(found.logged).toBeLessThan(found.needed)
              expect([14, 28]).toContain(found.possible)
            }
            if (found.why === 'baseline') expect(found.logged).toBeLessThan(8)
            return
          }
          expect(any.isPostHoc).toBeUndefined()
          expect(isOver).toBe(true)
          const { baseline, current, change, nap } = found
          const isFull = planDayOf(any, end) >= 56
          expect(current.possible).toBe(current.possible > 14 || isFull ? 28 : 14)
          expect(current.logged).toBeGreaterThanOrEqual(current.possible > 14 ? 14 : 8)
          expect(baseline.logged).toBeGreaterThanOrEqual(baseline.values.length > 14 ? 11 : 8)
          expect([change.nBefore, change.nAfter]).toEqual([baseline.logged, current.logged])
          expect(current.from >= any.start && baseline.to < any.start).toBe(true)
          expect(nap).toBeGreaterThanOrEqual(0)
          expect(nap).toBeLessThanOrEqual(1)
          for (const { from: first, to, values, logged } of [baseline, current]) {
            const expected = daysFrom(first, to).map((day) => (isPausedOn(any, day) ? null : scoreOf(day)))
            expect(values).toEqual(expected)
            expect(logged).toBe(expected.filter((score) => score !== null).length)
          }
        }
      ),
      { numRuns: 400 }
    )
  })
})

describe('paused days', () => {
  const pauses = (...spans: [number, number][]) =>
    spans.map(([from, to]) => ({ from: at(from), to: at(to), why: 'travel' as const }))

  it('are in neither stretch, though something was recorded on them', () => {
    const plan: Plan = { ...PLAN, pauses: pauses([-5, -3], [20, 24]) }
    const before = times(14, (i) => (i >= 9 && i <= 11 ? 10 : 6 + (i % 2)))
    const after = times(60, (i) => (i >= 20 && i <= 24 ? 10 : 3 + (i % 2)))
    expect(progressOf(plan, at(31), valueOf(before, after), 'lower')).toMatchObject({ why: 'early' })
    const result = told(progressOf(plan, at(32), valueOf(before, after), 'lower'))
    expect(result.baseline).toMatchObject({ logged: 11, possible: 11, from: at(-14), to: at(-1) })
    expect(result.current).toMatchObject({ logged: 14, possible: 14, from: at(14), to: at(32) })
    expect(Math.max(...result.baseline.values.map(Number), ...result.current.values.map(Number))).toBe(7)
    expect(result.current.mean).toBe(3.5)
  })

  it('change nothing but the calendar: the look back from within a pause is the one from before it', () => {
    const plan: Plan = { ...PLAN, pauses: pauses([56, 65]) }
    const value = valueOf(around(14, 6), around(100, 3))
    const before = told(progressOf(plan, at(55), value, 'lower'))
    for (const end of [56, 60, 65]) {
      const within = told(progressOf(plan, at(end), value, 'lower'))
      expect(within.change).toEqual(before.change)
      expect(within.current).toMatchObject({ from: before.current.from, to: at(end), possible: 28, logged: 28 })
    }
    expect(told(progressOf(plan, at(66), value, 'lower')).current.from).toBe(at(29))
  })

  it('do not bring the end of the fourth week forward', () => {
    const plan: Plan = { ...PLAN, pauses: pauses([27, 30]) }
    const value = valueOf(around(14, 6), around(100, 3))
    expect([26, 27, 30].map((end) => progressOf(plan, at(end), value, 'lower').is)).toEqual(['lack', 'lack', 'lack'])
    expect(progressOf(plan, at(31), value, 'lower').is).toBe('result')
  })
})

describe('missing days', () => {
  it('are never filled in: what is told rests on the recorded ones alone', () => {
    const before = times(14, (i) => (i % 3 === 2 ? null : 6 + (i % 2)))
    const after = times(28, (i) => (i % 3 === 2 ? null : 2 + (i % 2)))
    const { baseline, current, change } = told(progressOf(PLAN, at(27), valueOf(before, after), 'lower'))
    const recorded = (values: readonly (number | null)[]) => values.filter((value) => value !== null)
    expect(baseline.values).toEqual(before)
    expect(current.values).toEqual(after.slice(14))
    expect(change.meanBefore).toBe(recorded(before).reduce((sum, one) => sum + one, 0) / recorded(before).length)
    expect([change.nBefore, change.nAfter]).toEqual([recorded(before).length, recorded(after.slice(14)).length])
  })

  it('and recorded ones outside of both stretches change nothing', () => {
    const score = fc.option(fc.integer({ min: 0, max: 10 }), { freq: 5 })
    const list = (n: number) => fc.array(score, { minLength: n, maxLength: n })
    fc.assert(
      fc.property(list(14), list(14), list(14), list(20), (before, early, current, later) => {
        const seven = before.filter((one) => one !== null).length >= 10
        const value = valueOf(before, [...times(14, () => null), ...current])
        const more = valueOf(seven ? [...early, ...before] : before, [...early, ...current, ...later])
        expect(progressOf(PLAN, at(27), more, 'lower')).toEqual(progressOf(PLAN, at(27), value, 'lower'))
      })
    )
  })

  it('are said to matter where they could turn the label', () => {
    const before = times(14, (i) => (i < 8 ? ([3, 7][i % 2] ?? 3) : null))
    const after = (n: number) => times(28, (i) => (i >= 14 && i < 14 + n ? ([2, 5][i % 2] ?? 2) : null))
    expect(told(progressOf(PLAN, at(27), valueOf(before, after(8)), 'lower'))).toMatchObject({
      label: 'no clear change',
      dependsOnMissing: true
    })
    // The same days, all of them recorded: nothing is left to turn it.
    const full = valueOf(
      times(14, (i) => [3, 7][i % 2] ?? 3),
      times(28, (i) => [2, 5][i % 2] ?? 2)
    )
    expect(told(progressOf(PLAN, at(27), full, 'lower')).dependsOnMissing).toBe(false)
  })

  it('matter exactly where the quarters of the recorded days in their place would turn the label, one way or the other', () => {
    const score = fc.option(fc.integer({ min: 0, max: 10 }), { freq: 2 })
    const list = (n: number) => fc.array(score, { minLength: n, maxLength: n })
    const fill = (days: readonly (number | null)[], share: number) => {
      const guess = quantile(
        days.filter((day) => day !== null),
        share
      )
      return days.map((day) => day ?? guess)
    }
    const seen = { yes: 0, no: 0 }
    fc.assert(
      fc.property(list(14), list(14), fc.nat(4), (before, after, fall) => {
        const lower = after.map((day) => (day === null ? null : Math.max(0, day - fall)))
        const found = progressOf(PLAN, at(27), valueOf(before, [...times(14, () => null), ...lower]), 'lower')
        if (found.is === 'lack') return
        const labels = [
          [0.25, 0.75],
          [0.75, 0.25]
        ].map(([one = 0, two = 0]) => {
          const change = beforeAfter(fill(before, one), fill(lower, two))
          return change && labelOf(change, 'lower')
        })
        const depends = labels.some((label) => label !== found.label)
        expect(found.dependsOnMissing).toBe(depends)
        seen[depends ? 'yes' : 'no']++
      }),
      { numRuns: 300 }
    )
    expect(Math.min(seen.yes, seen.no)).toBeGreaterThan(2)
  })

  it('do not matter where none is missing but paused ones', () => {
    const pauses = [
      { from: at(-6), to: at(-4), why: 'illness' as const },
      { from: at(16), to: at(18), why: 'illness' as const }
    ]
    const score = fc.integer({ min: 0, max: 10 })
    const list = (n: number) => fc.array(score, { minLength: n, maxLength: n })
    fc.assert(
      fc.property(list(14), list(31), (before, after) => {
        const found = progressOf({ ...PLAN, pauses }, at(30), valueOf(before, after), 'lower')
        expect(found).toMatchObject({ is: 'result', dependsOnMissing: false })
      })
    )
  })
})

describe('a bad spell at the beginning', () => {
  const spell = (first: number[], second: (number | null)[], better: Better = 'lower') =>
    told(progressOf(PLAN, at(27), valueOf([...first, ...second], around(28, 3)), better)).spell

  it('is seen where the first week was a point or more worse than the second', () => {
    const week = (total: number) => times(7, (i) => Math.floor((total + i) / 7))
    expect(spell(week(42), week(35))).toEqual({ first: 6, second: 5 })
    expect(spell(week(41), week(35))).toBeNull()
    // 32 sevenths less 25 sevenths are one, though a computer makes it a little less.
    expect(spell(week(32), week(25))).toMatchObject({ first: 32 / 7 })
    expect(spell(week(35), week(42))).toBeNull()
    expect(spell(week(30), week(23))).toMatchObject({ first: 30 / 7 })
  })

  it('needs four days of each week', () => {
    const second = (n: number) => times(7, (i) => (i < n ? 4 : null))
    expect(
      spell(
        times(7, () => 8),
        second(4)
      )
    ).toEqual({ first: 8, second: 4 })
    expect(
      spell(
        times(7, () => 8),
        second(3)
      )
    ).toBeNull()
  })

  it('is the other way round for what should be high', () => {
    const low = times(7, () => 3)
    const high = times(7, () => 6)
    expect(spell(low, high, 'higher')).toEqual({ first: 3, second: 6 })
    expect(spell(high, low, 'higher')).toBeNull()
    expect(spell(low, high)).toBeNull()
  })
})

describe('a quality, of which more is better,', () => {
  it('is told as the mirror image of a severity', () => {
    const score = fc.option(fc.integer({ min: 0, max: 10 }), { freq: 6 })
    const list = (n: number) => fc.array(score, { minLength: n, maxLength: n })
    const turned = (scores: readonly (number | null)[]) => scores.map((one) => (one === null ? null : 10 - one))
    fc.assert(
      fc.property(list(14), list(28), (before, after) => {
        const severity = progressOf(PLAN, at(27), valueOf(before, after), 'lower')
        const quality = progressOf(PLAN, at(27), valueOf(turned(before), turned(after)), 'higher')
        expect(quality.is).toBe(severity.is)
        if (severity.is !== 'result' || quality.is !== 'result') return
        expect(quality.nap).toBeCloseTo(severity.nap, 12)
        expect(quality.current.good).toBe(severity.current.good)
        expect(quality.baseline.good).toBe(severity.baseline.good)
        expect(quality.change.difference).toBeCloseTo(-severity.change.difference, 9)
        expect(quality.spell === null).toBe(severity.spell === null)
      })
    )
  })

  it('knows its good days', () => {
    const value = valueOf(around(14, 3), around(28, 7))
    expect(told(progressOf(PLAN, at(27), value, 'higher'))).toMatchObject({
      label: 'clearly higher',
      nap: 1,
      baseline: { good: 0 },
      current: { good: 1 }
    })
  })
})

describe('the coverage of a plan', () => {
  it('is the share of its days so far that were recorded, paused ones left out', () => {
    const value = valueOf(
      [],
      times(10, (i) => (i < 5 ? 1 : null))
    )
    expect(planCoverage(PLAN, at(-1), value)).toBe(0)
    expect(planCoverage(PLAN, at(0), value)).toBe(1)
    expect(planCoverage(PLAN, at(9), value)).toBe(0.5)
    const plan: Plan = { ...PLAN, pauses: [{ from: at(5), to: at(9), why: 'other' }] }
    expect(planCoverage(plan, at(9), value)).toBe(1)
  })
})

describe('the sample diary', () => {
  const last: Day = '2026-06-30'
  const diary = sampleDiary(last)
  const plan: Plan = { ...diary.plan, id: 'sample', stamp: 1 }
  const first = dayAfter(plan.start, -14)
  const targets = ['bloating', 'fatigue']
  type Rows = typeof diary.days

  const scoreOf = (rows: Rows, id: string) => {
    const scores = new Map(rows.map(({ day, answers }) => [day, answers[id]]))
    return (day: Day) => {
      const score = scores.get(day)
      return typeof score === 'number' ? score : null
    }
  }
  const traced = tracedOf(trackedOf([]))
  function trendTo(rows: Rows, id: string, end: Day) {
    const one = traced.find((each) => each.id === id)
    if (!one) throw new Error(id)
    const weeks = times(Math.floor(daysBetween(first, end) / 7) + 1, (i) => ({
      from: dayAfter(first, i * 7),
      to: dayAfter(first, i * 7 + 6)
    }))
    const points = weeklyOf(one, dayViews(rows, [], first, end), weeks)
    return trendOf(points.map(({ value }, index) => ({ index, value })))
  }

  /** Of each week of the plan a few days at random, from `from` on; those before stay as they are. */
  function thinned(seed: number, from: Day): Rows {
    const random = randomFrom(seed)
    const kept = new Set<Day>(daysFrom(first, dayAfter(from, -1)))
    for (let monday = from; monday <= last; monday = dayAfter(monday, 7)) {
      // 40 % of seven are 2.8: three days, and two in one week of five.
      const days = daysFrom(monday, dayAfter(monday, 6)).map((day) => ({ day, at: random.next() }))
      const count = random.chance(0.2) ? 2 : 3
      for (const { day } of days.sort((a, b) => a.at - b.at).slice(0, count)) kept.add(day)
    }
    return diary.days.filter(({ day }) => kept.has(day))
  }

  it('is about symptoms that exist', () => {
    expect(plan.targets).toEqual(targets)
    expect(targets.every((id) => CATALOGUE.some((item) => item.id === id))).toBe(true)
  })

  it('tells of bloating that is clearly lower in the end, steadily so', () => {
    const result = told(progressOf(plan, lastDayOf(plan), scoreOf(diary.days, 'bloating'), 'lower'))
    expect(result).toMatchObject({ label: 'clearly lower', isStrongBaseline: true, dependsOnMissing: false })
    expect(result.change.high).toBeLessThan(-0.5)
    expect(result.nap).toBeGreaterThan(0.75)
    expect(trendTo(diary.days, 'bloating', last)).toMatchObject({ isSteady: true })
  })

  it('tells nothing at all, on no day, where two days of five were recorded', () => {
    for (const seed of [1, 2, 3]) {
      const rows = thinned(seed, first)
      const share = rows.length / (daysBetween(first, last) + 1)
      expect(share).toBeGreaterThan(0.3)
      expect(share).toBeLessThan(0.42)
      for (const id of targets) {
        const value = scoreOf(rows, id)
        for (const day of daysFrom(first, last)) {
          const found = progressOf(plan, day, value, 'lower')
          if (found.is !== 'lack') throw new Error(`${id} on ${day}: ${found.label}`)
          expect(found.why).toBe(day < plan.start ? 'early' : 'baseline')
          expect(trendTo(rows, id, day)).toBeNull()
        }
      }
    }
  })

  it('tells nothing at its checkpoints where the baseline was recorded and then two days of five', () => {
    for (const seed of [4, 5, 6]) {
      const rows = thinned(seed, plan.start)
      for (const id of targets) {
        for (const week of [4, 8, 12, 18, plan.weeks]) {
          const found = progressOf(plan, dayOfPlan(plan, week * 7 - 1), scoreOf(rows, id), 'lower')
          expect(found).toMatchObject({ is: 'lack', why: 'current' })
        }
      }
    }
  })
})
