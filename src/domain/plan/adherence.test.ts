import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayAfter, daysBetween, type Day } from '#domain/day.ts'
import type { AnswerValue, DayRecord } from '#domain/record.ts'
import type { DoseTrackable } from '#domain/trackable.ts'
import { adherenceOf } from './adherence.ts'
import type { Step } from './step.ts'

const START: Day = '2026-11-02'
const ITEM: DoseTrackable = {
  id: 'sup-zinc',
  name: 'Zinc',
  category: 'supplement',
  kind: 'dose',
  better: 'neither',
  unit: 'mg',
  unitName: 'mg',
  bounds: { min: 0, max: 500 },
  seed: []
}

const stepOf = (timesPerDay = 1, lasts?: number): Step => ({
  id: 'step',
  kind: 'supplement',
  item: ITEM.id,
  name: ITEM.name,
  start: START,
  ...(lasts !== undefined && { end: dayAfter(START, lasts - 1) }),
  regimen: { timesPerDay, slots: [] },
  stamp: 1
})

const window = (count: number) => ({ from: START, to: dayAfter(START, count - 1) })

/** From the start on; null where nothing was answered. */
function recordsOf(values: readonly (AnswerValue | null)[]): Map<Day, DayRecord> {
  return new Map(
    values.flatMap((value, i) => {
      const day = dayAfter(START, i)
      return value === null ? [] : [[day, { day, answers: { [ITEM.id]: value }, stamps: {} }] as const]
    })
  )
}

const yes = { taken: true }
const no = { taken: false }

describe('how much of what was planned was taken', () => {
  it('is told from both sides: an unrecorded day is not a missed one', () => {
    const records = recordsOf([yes, yes, yes, no, null, null, yes, yes, yes, null])
    expect(adherenceOf(stepOf(), ITEM, records, window(10))).toEqual({
      planned: 10,
      taken: 6,
      missed: 1,
      low: 6 / 10,
      high: 6 / 7
    })
  })

  it('is the same from both sides where every day was answered', () => {
    const all = adherenceOf(stepOf(), ITEM, recordsOf([yes, no, yes, yes, yes, yes, no, yes]), window(8))
    expect(all).toEqual({ planned: 8, taken: 6, missed: 2, low: 0.75, high: 0.75 })
  })

  it('is anything between none and all where nothing was recorded', () => {
    expect(adherenceOf(stepOf(), ITEM, new Map(), window(28))).toEqual({
      planned: 28,
      taken: 0,
      missed: 0,
      low: 0,
      high: 1
    })
  })

  it('is not told below seven planned doses', () => {
    const records = recordsOf(Array.from({ length: 10 }, () => yes))
    expect(adherenceOf(stepOf(), ITEM, records, window(6))).toBeNull()
    expect(adherenceOf(stepOf(), ITEM, records, window(7))).toMatchObject({ planned: 7, low: 1, high: 1 })
    expect(adherenceOf(stepOf(3), ITEM, records, window(2))).toBeNull()
    expect(adherenceOf(stepOf(3), ITEM, records, window(3))).toMatchObject({ planned: 9 })
    expect(adherenceOf(stepOf(), ITEM, records, { from: dayAfter(START, -20), to: dayAfter(START, -1) })).toBeNull()
  })

  it('counts each of several doses a day', () => {
    const records = recordsOf([yes, { taken: true, times: 2 }, no, null, { taken: true, times: 5 }])
    expect(adherenceOf(stepOf(3), ITEM, records, window(5))).toEqual({
      planned: 15,
      taken: 3 + 2 + 0 + 3,
      missed: 0 + 1 + 3 + 0,
      low: 8 / 15,
      high: 8 / 12
    })
  })

  it('ends with the step', () => {
    const records = recordsOf(Array.from({ length: 20 }, (_, i) => (i < 8 ? yes : no)))
    expect(adherenceOf(stepOf(1, 8), ITEM, records, window(20))).toMatchObject({ planned: 8, taken: 8, missed: 0 })
    expect(adherenceOf(stepOf(1, 6), ITEM, records, window(20))).toBeNull()
  })

  it('leaves out the days on which the plan rests, whatever was answered', () => {
    const records = recordsOf(Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? yes : no)))
    const isPaused = (day: Day) => daysBetween(START, day) % 2 === 1
    expect(adherenceOf(stepOf(), ITEM, records, window(20), isPaused)).toMatchObject({ planned: 10, taken: 10, low: 1 })
  })

  it('takes a step without a regimen as one dose a day, and an answer that cannot be read as none', () => {
    const plain = { id: 'step', kind: 'supplement', name: 'Zinc', start: START, stamp: 1 } as const
    const records = recordsOf([yes, 5, 'yes', { taken: true, amount: -1 }, no, null, yes, yes])
    expect(adherenceOf(plain, ITEM, records, window(8))).toEqual({
      planned: 8,
      taken: 3,
      missed: 1,
      low: 3 / 8,
      high: 3 / 4
    })
  })

  it('lies between 0 and 1, the low end below the high one, and no answer never changes the counts', () => {
    const answer = fc.oneof(
      fc.constant(null),
      fc.constant(no),
      fc.constant(yes),
      fc.integer({ min: 1, max: 12 }).map((times) => ({ taken: true, times }))
    )
    const list = fc.array(answer, { maxLength: 40 })
    fc.assert(
      fc.property(list, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 60 }), (answers, times, count) => {
        const found = adherenceOf(stepOf(times), ITEM, recordsOf(answers), window(count))
        expect(found === null).toBe(count * times < 7)
        if (found === null) return
        expect(found.planned).toBe(count * times)
        expect(found.taken + found.missed).toBeLessThanOrEqual(found.planned)
        expect(found.low).toBeGreaterThanOrEqual(0)
        expect(found.low).toBeLessThanOrEqual(found.high)
        expect(found.high).toBeLessThanOrEqual(1)
        const longer = adherenceOf(stepOf(times), ITEM, recordsOf(answers.slice(0, count)), window(count + 9))
        expect(longer).toMatchObject({ taken: found.taken, missed: found.missed, high: found.high })
      })
    )
  })
})
