import { describe, expect, it } from 'vitest'
import { dayAfter, type Day } from '#domain/day.ts'
import { randomFrom } from '#domain/random.ts'
import type { WeekPoint } from '#domain/series.ts'
import { BANNED } from '#domain/stats/words.ts'
import { planOf } from './arbitrary.ts'
import { careOf, monthsWithoutChange } from './care.ts'
import { planCoverage, progressOf, type Label, type Lack, type Result } from './progress.ts'
import { dayOfPlan } from './timeline.ts'

const START: Day = '2026-11-02'
const PLAN = planOf(START, { weeks: 26 })
const times = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i))

const pointsOf = (...values: (number | null)[]): WeekPoint[] =>
  values.map((value, i) => ({
    from: dayAfter(START, i * 7),
    to: dayAfter(START, i * 7 + 6),
    logged: value === null ? 3 : 7,
    value
  }))

const LACK: Lack = { is: 'lack', why: 'early', logged: 0, needed: 0, possible: 0 }
const EXAMPLE = progressOf(PLAN, dayAfter(START, 27), (day) => (day < START ? 4 : 5), 'lower')
/** A result with this baseline or this label. */
function resultOf({ baseline = 4, label = 'no clear change' }: { baseline?: number; label?: Label } = {}): Result {
  if (EXAMPLE.is !== 'result') throw new Error('no result')
  return { ...EXAMPLE, label, baseline: { ...EXAMPLE.baseline, mean: baseline } }
}
const ids = (...args: Parameters<typeof careOf>) => careOf(...args).map(({ id }) => id)

describe('a card about high weeks', () => {
  it.each<[string, (number | null)[], string[]]>([
    ['two weeks of exactly 7', [3, 7, 7], ['high']],
    ['one below', [3, 7, 6.99], []],
    ['the one before below', [3, 6.99, 9], []],
    ['two that are over', [9, 9, 3], []],
    ['two with a week in between that is not told', [8, null, 8], []],
    ['two before a week that is not told yet', [3, 8, 8, null], ['high']],
    ['two that are over, before weeks that are not told', [8, 8, null, null], []],
    ['one week alone', [8], []],
    ['one that is told', [null, 8, null], []],
    ['none', [], []]
  ])('of %s', (_, values, cards) => {
    expect(ids('Bloating', pointsOf(...values), LACK)).toEqual(cards)
  })

  it('stands alone, though the weeks are above the baseline too', () => {
    expect(ids('Bloating', pointsOf(7, 8), resultOf({ baseline: 2 }))).toEqual(['high'])
  })
})

describe('a card about rising weeks', () => {
  it.each<[string, number, number[], string[]]>([
    ['exactly two points and 50 %', 4, [6, 6], ['rising']],
    ['two points, less a rounding', 3.1, [5.1, 5.1], ['rising']],
    ['less than two points', 4, [6, 5.9], []],
    ['the first of the two below', 4, [5.9, 6.5], []],
    ['two points from 0', 0, [2, 2], ['rising']],
    ['a baseline of 0, and 0', 0, [0, 0], []],
    ['two points and less than 30 %', 6.9, [6.95, 6.9], []],
    ['exactly 30 % above 6.6, though it is not yet two points', 5.2, [6.76, 6.76], []]
  ])('of %s', (_, baseline, values, cards) => {
    expect(ids('Bloating', pointsOf(2, ...values), resultOf({ baseline, label: 'clearly higher' }))).toEqual(cards)
  })

  it('needs the plan itself to say that it is higher', () => {
    for (const label of ['no clear change', 'still low', 'somewhat lower'] as const) {
      expect(ids('Bloating', pointsOf(2, 6, 6), resultOf({ baseline: 4, label }))).toEqual([])
    }
    expect(ids('Bloating', pointsOf(2, 6, 6), resultOf({ baseline: 4, label: 'somewhat higher' }))).toEqual(['rising'])
  })

  it('needs a result to have a baseline', () => {
    expect(ids('Bloating', pointsOf(6, 6), LACK)).toEqual([])
  })
})

describe('a card about months', () => {
  const none = resultOf()

  it.each<[number, string | null]>([
    [4, null],
    [8, null],
    [12, 'Three months'],
    [13, 'Three months'],
    [18, null],
    [26, 'Six months']
  ])('after week %d says: %s', (week, months) => {
    const text = monthsWithoutChange(week, 0.6, [none])?.text ?? null
    if (months === null) expect(text).toBeNull()
    else expect(text).toMatch(new RegExp(`^${months} without a clear change`))
  })

  it('needs three days of five', () => {
    expect(monthsWithoutChange(12, 0.6, [none])).not.toBeNull()
    expect(monthsWithoutChange(12, 0.599, [none])).toBeNull()
  })

  it('needs something that is told, and none of it better', () => {
    expect(monthsWithoutChange(12, 1, [])).toBeNull()
    expect(monthsWithoutChange(12, 1, [LACK])).toBeNull()
    expect(monthsWithoutChange(12, 1, [LACK, none])).not.toBeNull()
    expect(monthsWithoutChange(12, 1, [none, resultOf({ label: 'somewhat lower' })])).toBeNull()
    expect(monthsWithoutChange(12, 1, [none, resultOf({ label: 'clearly higher' })])).not.toBeNull()
    expect(monthsWithoutChange(12, 1, [resultOf({ label: 'clearly higher' })], 'higher')).toBeNull()
    expect(monthsWithoutChange(12, 1, [resultOf({ label: 'clearly lower' })], 'higher')).not.toBeNull()
  })
})

describe('the texts of the cards', () => {
  it('name what was recorded, and claim nothing', () => {
    const texts = [
      ...careOf('Bloating', pointsOf(8, 8), LACK),
      ...careOf('Bloating', pointsOf(6, 6), resultOf({ baseline: 2, label: 'clearly higher' })),
      ...[12, 26].flatMap((week) => monthsWithoutChange(week, 1, [resultOf()]) ?? [])
    ].map(({ text }) => text)
    expect(texts).toHaveLength(4)
    for (const text of texts) {
      expect(text).not.toMatch(BANNED)
      expect(text).not.toMatch(/NaN|undefined|null|Infinity|disease/i)
    }
  })
})

describe('an ordinary half year in which nothing changes', () => {
  /** Shares of half years with a card at least once, when it is looked at after each week. */
  function shares(runs: number, rho: number, missing: number) {
    const random = randomFrom(20260101)
    const seen = { high: 0, rising: 0, months: 0 }
    for (let run = 0; run < runs; run++) {
      let level = random.bell()
      const scores = times(14 + 182, () => {
        const score = Math.min(10, Math.max(0, Math.round(4 + 2 * level)))
        level = rho * level + Math.sqrt(1 - rho ** 2) * random.bell()
        return random.chance(missing) ? null : score
      })
      const value = (day: Day) => scores[(Date.parse(day) - Date.parse(START)) / 86_400_000 + 14] ?? null
      const points: WeekPoint[] = times(26, (i) => {
        const week = scores.slice(14 + i * 7, 21 + i * 7).filter((score) => score !== null)
        const mean = week.reduce((sum, score) => sum + score, 0) / week.length
        const from = dayAfter(START, i * 7)
        return { from, to: dayAfter(from, 6), logged: week.length, value: week.length < 4 ? null : mean }
      })
      const found = new Set<string>()
      // The baseline is the same after every week, so that it is enough to ask for it at times.
      let progress: Result | Lack = LACK
      for (let week = 2; week <= 26; week++) {
        const end = dayOfPlan(PLAN, week * 7 - 1)
        if (week === 4 || week === 12 || week === 26) progress = progressOf(PLAN, end, value, 'lower')
        careOf('Bloating', points.slice(0, week), progress).forEach(({ id }) => found.add(id))
        if (monthsWithoutChange(week, planCoverage(PLAN, end, value), [progress])) found.add('months')
      }
      for (const id of ['high', 'rising', 'months'] as const) if (found.has(id)) seen[id]++
    }
    return { high: seen.high / runs, rising: seen.rising / runs, months: seen.months / runs }
  }

  it.each([
    [0.3, 0.01, 0.15],
    [0.5, 0.01, 0.3]
  ])('seldom has a card about high or rising weeks, at a resemblance of %d', (rho, high, rising) => {
    const found = shares(300, rho, 0.2)
    expect(found.high).toBeLessThanOrEqual(high)
    expect(found.rising).toBeLessThanOrEqual(rising)
    // Nothing changed, and that is what the card says.
    expect(found.months).toBeGreaterThan(0.8)
  })
})
