import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayAfter, type Day } from '#domain/day.ts'
import type { AnswerValue } from '#domain/record.ts'
import type { DayView } from '#domain/series.ts'
import type { Target } from '#domain/trackable.ts'
import { trackedOf } from '#domain/tracked.ts'
import { adherenceOf, strengthOf } from './strength.ts'
import { tracedOf, type Traced } from './traced.ts'

const times = <T>(n: number, value: T): T[] => Array.from({ length: n }, () => value)

function habitNamed(id: string, target?: Target | null): Traced {
  const items = trackedOf([{ id, stamp: 0, on: true, ...(target !== undefined && { target }) }])
  const habit = tracedOf(items).find((one) => one.id === id)
  if (!habit) throw new Error(`no habit is called ${id}`)
  return habit
}

/** One answer a day, ending with today's; undefined where nothing was recorded. */
const viewsOf = (id: string, values: readonly (AnswerValue | undefined)[], last: Day = '2026-11-22'): DayView[] =>
  values.map((value, i) => ({
    day: dayAfter(last, i + 1 - values.length),
    answers: value === undefined ? {} : { [id]: value },
    events: []
  }))

describe('the strength of a habit', () => {
  it('is a half after thirteen days done in a row', () => {
    expect(strengthOf(times(13, 1))).toBeCloseTo(0.5, 12)
    expect(strengthOf(times(26, 1))).toBeCloseTo(0.75, 12)
    expect(strengthOf(times(39, 1))).toBeCloseTo(0.875, 12)
  })

  it('hardly gives way to a miss', () => {
    expect(strengthOf([...times(13, 1), 0])).toBeCloseTo(0.474, 3)
    expect(strengthOf([...times(13, 1), ...times(13, 0)])).toBeCloseTo(0.25, 12)
  })

  it('grows by a twentieth of what is missing on the first day', () => {
    expect(strengthOf([1])).toBeCloseTo(0.0519, 4)
    expect(strengthOf([0])).toBe(0)
  })

  it('is not changed by a day on which nothing was recorded', () => {
    expect(strengthOf([...times(6, 1), null, null, ...times(7, 1), null])).toBeCloseTo(0.5, 12)
  })

  it('is unknown before anything was recorded', () => {
    expect(strengthOf([])).toBeNull()
    expect(strengthOf([null, null])).toBeNull()
  })

  it('stays between 0 and 1, and never falls on a day done or rises on a miss', () => {
    const day = fc.constantFrom(0, 1, null)
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 60 }), (days) => {
        const before = strengthOf(days) ?? 0
        expect(before >= 0 && before < 1).toBe(true)
        expect(strengthOf([...days, 1])).toBeGreaterThan(before)
        expect(strengthOf([...days, 0])).toBeLessThanOrEqual(before)
      })
    )
  })
})

describe('a daily habit', () => {
  const walked = (...minutes: (number | undefined)[]) => adherenceOf(habitNamed('walking'), viewsOf('walking', minutes))
  const ticked = (...ticks: (boolean | undefined)[]) =>
    adherenceOf(habitNamed('meal-pace'), viewsOf('meal-pace', ticks))

  it('is done on 5 of the last 7 days', () => {
    expect(ticked(true, true, false, true, false, true, true)).toMatchObject({ done: 5, logged: 7, aim: 7 })
  })

  it('says of how many days it knows', () => {
    expect(ticked(true, undefined, false, true, undefined, true, undefined)).toMatchObject({
      done: 3,
      logged: 4,
      aim: 7
    })
  })

  it('looks at seven days for the week and at all of them for the strength', () => {
    const { done, strength } = ticked(...times(13, true), ...times(7, undefined))
    expect(done).toBe(0)
    expect(strength).toBeCloseTo(0.5, 12)
  })

  it('of minutes is done where the target was reached', () => {
    expect(walked(30, 29, 0, 45, undefined, 31, 30)).toMatchObject({ done: 4, logged: 6 })
  })

  it('without a target is done with any at all', () => {
    const walks = viewsOf('walking', [30, 29, 0, 45, undefined, 31, 30])
    expect(adherenceOf(habitNamed('walking', null), walks)).toMatchObject({ done: 5, logged: 6 })
  })

  it('that has a limit is done where it was kept', () => {
    const sugar = habitNamed('fermented-food', { per: 'day', at: 'most', value: 1 })
    expect(adherenceOf(sugar, viewsOf('fermented-food', [0, 1, 2, 3]))).toMatchObject({ done: 2, logged: 4 })
  })

  it('has no strength before four days are recorded', () => {
    expect(ticked(true, true, true).strength).toBeNull()
    expect(ticked(true, undefined, true, undefined, true, undefined, false).strength).not.toBeNull()
    expect(ticked().strength).toBeNull()
  })
})

describe('a habit of three days a week', () => {
  const THREE: Target = { per: 'week', at: 'least', value: 3 }
  const kept = (ticks: (boolean | undefined)[], target = THREE) =>
    adherenceOf(habitNamed('meal-pace', target), viewsOf('meal-pace', ticks))
  const threeAWeek = [true, false, true, false, true, false, false]

  it('is done on 3 of 3', () => {
    expect(kept(threeAWeek)).toMatchObject({ done: 3, logged: 7, aim: 3 })
  })

  it('loses nothing on the days between', () => {
    // A third and two thirds of the first week, then full days.
    const weeks = [threeAWeek, threeAWeek, threeAWeek, threeAWeek].flat()
    const done = [1 / 3, 1 / 3, 2 / 3, 2 / 3, ...times(24, 1)]
    expect(kept(weeks).strength).toBeCloseTo(strengthOf(done) ?? 0, 12)
  })

  it('is as strong as a daily one that is always done, once every week holds three', () => {
    const weeks = times(30, threeAWeek).flat()
    expect(kept(weeks).strength).toBeGreaterThan(0.999)
  })

  it('counts for a part in a week with fewer', () => {
    // One of three in every seven days: a third of a full day, each day.
    const { strength } = kept(times(40, [true, false, false, false, false, false, false]).flat())
    expect(strength).toBeCloseTo(1 / 3, 4)
  })

  it('does not count more than full in a week with more', () => {
    expect(kept(times(300, true)).strength).toBeLessThan(1)
  })

  it('is not changed by days without a record', () => {
    const weeks = times(4, threeAWeek).flat()
    const { strength } = kept(weeks)
    expect(kept([...weeks, undefined, undefined]).strength).toBe(strength)
  })

  it('has an aim from one day to seven, whatever was typed', () => {
    expect(kept(threeAWeek, { ...THREE, value: 0 })).toMatchObject({ aim: 1 })
    expect(kept(times(13, false), { ...THREE, value: 0 }).strength).toBe(0)
    expect(kept(threeAWeek, { ...THREE, value: 9 })).toMatchObject({ aim: 7 })
  })
})

describe('a skipped day', () => {
  const TICKS = [true, true, false, true, true, true, true] as const
  const with2Skipped = (id: string, target?: Target) => {
    const views = viewsOf(id, [...TICKS, ...TICKS.slice(2), undefined, undefined]).map((view, i) =>
      i >= 12 ? { ...view, skipped: [id] } : view
    )
    return adherenceOf(habitNamed(id, target), views)
  }

  it('is no miss: the week aims at a day less, and the strength stays', () => {
    expect(with2Skipped('meal-pace')).toMatchObject({ done: 4, logged: 5, aim: 5 })
    const without = adherenceOf(habitNamed('meal-pace'), viewsOf('meal-pace', [...TICKS, ...TICKS.slice(2)]))
    expect(with2Skipped('meal-pace').strength).toBe(without.strength)
  })

  it('does not lower an aim that the other days can still hold', () => {
    expect(with2Skipped('meal-pace', { per: 'week', at: 'least', value: 3 })).toMatchObject({ done: 4, aim: 3 })
  })

  it('of another habit changes nothing', () => {
    const views = viewsOf('meal-pace', [...TICKS]).map((view) => ({ ...view, skipped: ['walking'] }))
    expect(adherenceOf(habitNamed('meal-pace'), views)).toEqual(
      adherenceOf(habitNamed('meal-pace'), viewsOf('meal-pace', [...TICKS]))
    )
  })
})
