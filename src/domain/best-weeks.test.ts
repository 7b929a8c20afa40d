import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayAfter } from '#domain/day.ts'
import type { AnswerValue } from '#domain/record.ts'
import { weeksOf, type DayView } from '#domain/series.ts'
import { BANNED } from '#domain/stats/words.ts'
import { tracedOf } from '#domain/traced.ts'
import { trackedOf } from '#domain/tracked.ts'
import { BEST_CAVEAT, bestWeeksOf, type BestRow, type BestWeeks } from './best-weeks.ts'

const START = '2026-01-05'
const traced = tracedOf(
  trackedOf([
    { id: 'gluten', stamp: 1, on: true },
    { id: 'sup-zinc', stamp: 1, on: true }
  ])
)
const named = (id: string) => {
  const one = traced.find((candidate) => candidate.id === id)
  if (!one) throw new Error(`nothing is called ${id}`)
  return one
}

/** Weeks of days, each with what `answers` gives for its week and weekday. */
function look(
  weeks: number,
  answers: (week: number, day: number) => Record<string, AnswerValue>,
  lived = weeks * 7
): BestWeeks {
  const views: DayView[] = Array.from({ length: lived }, (_, i) => ({
    day: dayAfter(START, i),
    answers: answers(Math.floor(i / 7), i % 7),
    events: []
  }))
  const today = dayAfter(START, lived - 1)
  return bestWeeksOf(named('bloating'), traced, views, weeksOf('all', today, START, START), today)
}
const found = (result: BestWeeks) => {
  if (result.is !== 'found') throw new Error(`nothing found: ${result.is}`)
  return result
}
const rowOf = (result: BestWeeks, id: string): BestRow | undefined => found(result).rows.find((row) => row.id === id)

describe('the best weeks', () => {
  it('are the three with the lowest means, oldest first, beside the range of the others', () => {
    const means = [6, 1, 5, 3, 7, 2, 5, 6]
    const result = found(look(8, (week) => ({ bloating: means[week] ?? 0 })))
    expect(result.best.map(({ value }) => value)).toEqual([1, 3, 2])
    expect(result.best.map(({ from }) => from)).toEqual([1, 3, 5].map((week) => dayAfter(START, week * 7)))
    expect(result.others).toEqual({ from: 5, to: 7 })
    expect(result.weeks).toBe(8)
  })

  it('count the days with something, of those on which it was recorded', () => {
    const result = look(8, (week, day) => ({
      bloating: week < 3 ? 1 + week : 6,
      'meal-pace': week < 3 ? day < 5 : day < 2,
      // An amount of it on the first day of each week, and no word of it on the last.
      ...(day < 6 && { gluten: day === 0 ? 2 : 0 }),
      ...(day < 4 && { 'sup-zinc': { taken: week >= 3 } })
    }))
    expect(rowOf(result, 'meal-pace')).toMatchObject({
      best: { done: 15, logged: 21 },
      others: { done: 10, logged: 35 }
    })
    expect(rowOf(result, 'gluten')).toMatchObject({ best: { done: 3, logged: 18 }, others: { done: 5, logged: 30 } })
    expect(rowOf(result, 'sup-zinc')).toMatchObject({ best: { done: 0, logged: 12 }, others: { done: 20, logged: 20 } })
    expect(found(result).rows.map(({ id }) => id)).toEqual(['meal-pace', 'gluten', 'sup-zinc'])
  })

  it('say nothing of what was recorded on too few days of either', () => {
    const few = look(8, (week, day) => ({ bloating: week < 3 ? 1 + week : 6, ...(day < 3 && { 'meal-pace': true }) }))
    expect(rowOf(few, 'meal-pace')).toBeUndefined()
    const late = look(8, (week) => ({ bloating: week < 3 ? 1 + week : 6, ...(week < 3 && { 'meal-pace': true }) }))
    expect(rowOf(late, 'meal-pace')).toBeUndefined()
  })

  it('are not counted by symptoms, or by numbers that follow from others', () => {
    const result = found(look(8, (week) => ({ bloating: week, gas: week, gluten: week % 2 })))
    expect(result.rows.map(({ id }) => id)).toEqual(['gluten'])
  })

  it('need eight weeks that are over and have four days each', () => {
    expect(look(7, (week) => ({ bloating: week }))).toEqual({ is: 'too-few', weeks: 7 })
    expect(look(8, (week, day) => (day < 3 && week === 4 ? {} : { bloating: week })).is).toBe('found')
    expect(look(8, (week, day) => (day < 4 && week === 4 ? {} : { bloating: week }))).toEqual({
      is: 'too-few',
      weeks: 7
    })
    expect(look(8, (week) => ({ bloating: week }), 55)).toEqual({ is: 'too-few', weeks: 7 })
  })

  it('are not named where the third and the fourth are the same', () => {
    expect(look(9, () => ({ bloating: 4 }))).toEqual({ is: 'alike', weeks: 9 })
    expect(look(9, (week) => ({ bloating: week < 2 ? 1 : 3 })).is).toBe('alike')
  })

  it('are never worse than any other week', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 8, maxLength: 20 }), (means) => {
        const result = look(means.length, (week) => ({ bloating: means[week] ?? 0 }))
        if (result.is === 'found') {
          expect(Math.max(...result.best.map(({ value }) => value ?? 0))).toBeLessThan(result.others.from)
        }
      })
    )
  })

  it('come with a sentence that gives no reason', () => {
    expect(BEST_CAVEAT).not.toMatch(BANNED)
    expect(BEST_CAVEAT).toContain('do not say why')
  })
})
