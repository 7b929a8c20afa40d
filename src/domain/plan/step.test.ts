import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayAfter, daysBetween } from '#domain/day.ts'
import { CROWD_DAYS, crowdsOf, elementalZinc, isOn, nextFreeDay, turnsOf, type Step } from './step.ts'

const START = '2026-11-02'
const stepOf = (after: number, lasts?: number, id = `on day ${after}`): Step => ({
  id,
  kind: 'habit',
  name: id,
  start: dayAfter(START, after),
  ...(lasts !== undefined && { end: dayAfter(START, after + lasts - 1) }),
  stamp: 1
})
const steps = fc.array(
  fc.tuple(fc.nat(60), fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined })).map(([a, b]) => stepOf(a, b)),
  { maxLength: 12 }
)

describe('a step', () => {
  it('is on from its first to its last day, both included', () => {
    const step = stepOf(0, 3)
    expect([-1, 0, 2, 3].map((n) => isOn(step, dayAfter(START, n)))).toEqual([false, true, true, false])
    expect(isOn(stepOf(0), '2199-12-31')).toBe(true)
    expect(isOn(stepOf(0, 1), START)).toBe(true)
  })
})

describe('starts and stops', () => {
  it('stand in the order of their days, a stop on the day after the last one', () => {
    const turns = turnsOf([stepOf(9), stepOf(0, 5), stepOf(2, 1)])
    expect(turns.map(({ day, is, step }) => [day, is, step.id])).toEqual([
      ['2026-11-02', 'start', 'on day 0'],
      ['2026-11-04', 'start', 'on day 2'],
      ['2026-11-05', 'stop', 'on day 2'],
      ['2026-11-07', 'stop', 'on day 0'],
      ['2026-11-11', 'start', 'on day 9']
    ])
    expect(turnsOf([])).toEqual([])
  })

  it('are one of each step that goes on and two of one that ended, with it on in between', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const before = structuredClone(list)
        const turns = turnsOf(list)
        expect(list).toEqual(before)
        expect(turns).toHaveLength(list.length + list.filter(({ end }) => end !== undefined).length)
        const days = turns.map(({ day }) => day)
        expect(days).toEqual([...days].sort())
        for (const { day, is, step } of turns) {
          expect(isOn(step, day)).toBe(is === 'start')
          expect(isOn(step, dayAfter(day, -1))).toBe(is === 'stop')
        }
      })
    )
  })
})

describe('a crowd of starts', () => {
  it.each([
    ['one alone', [0], []],
    ['two on one day', [0, 0], [[0, 0]]],
    ['six days apart', [0, 6], [[0, 6]]],
    ['seven days apart', [0, 7], []],
    ['a chain, each within a week of the one before', [12, 0, 6, 18], [[0, 6, 12, 18]]],
    [
      'two crowds and a loner',
      [0, 3, 20, 40, 41],
      [
        [0, 3],
        [40, 41]
      ]
    ]
  ])('%s', (_, starts, crowds) => {
    const found = crowdsOf(starts.map((after) => stepOf(after)))
    expect(found.map((crowd) => crowd.map(({ start }) => daysBetween(START, start)))).toEqual(crowds)
  })

  it('holds exactly the steps that have another within a week', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const unique = list.map((step, i) => ({ ...step, id: String(i) }))
        const crowded = unique.filter((step) =>
          unique.some((other) => other.id !== step.id && Math.abs(daysBetween(other.start, step.start)) < CROWD_DAYS)
        )
        const found = crowdsOf(unique).flat()
        expect(found.map(({ id }) => id).sort()).toEqual(crowded.map(({ id }) => id).sort())
      })
    )
  })
})

describe('the next free day', () => {
  it('is the day itself where nothing else starts around it', () => {
    expect(nextFreeDay([], START, dayAfter)).toBe(START)
    expect(nextFreeDay([stepOf(-7), stepOf(7)], START, dayAfter)).toBe(START)
  })

  it('passes over what starts close before and after', () => {
    expect(nextFreeDay([stepOf(-6)], START, dayAfter)).toBe('2026-11-03')
    expect(nextFreeDay([stepOf(6)], START, dayAfter)).toBe('2026-11-15')
    expect(nextFreeDay([stepOf(13), stepOf(0), stepOf(7)], START, dayAfter)).toBe('2026-11-22')
  })

  it('is the first that lies a week or more from every start', () => {
    fc.assert(
      fc.property(steps, fc.nat(60), (list, after) => {
        const isFree = (n: number) =>
          list.every(({ start }) => Math.abs(daysBetween(start, dayAfter(START, n))) >= CROWD_DAYS)
        let n = after
        while (!isFree(n)) n++
        expect(nextFreeDay(list, dayAfter(START, after), dayAfter)).toBe(dayAfter(START, n))
      })
    )
  })
})

describe('the zinc in a compound', () => {
  it.each([
    [15, 'elemental', 15],
    [50, 'gluconate', 7.2],
    [100, 'gluconate', 14.3],
    [220, 'sulfate', 49.9],
    [50, 'picolinate', 10.5],
    [50, 'citrate', 17],
    [0, 'citrate', 0]
  ] as const)('of %d mg as %s is %d mg', (amount, form, mg) => {
    expect(elementalZinc(amount, form)).toBe(mg)
  })
})
