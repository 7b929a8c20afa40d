import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayAfter, daysBetween, daysFrom } from '#domain/day.ts'
import { arbitraryPlan, planOf } from './arbitrary.ts'
import { isPausedOn, planDayOf, weekOfPlan, type Plan } from './plan.ts'
import {
  asOf,
  baselineOf,
  checkpointsOf,
  dayOfPlan,
  daysOnPlan,
  lastDayOf,
  needsOf,
  phasesOf,
  positionOf,
  reachedOf,
  windowAt,
  windowBefore
} from './timeline.ts'

const START = '2026-11-02'
const illness = (from: string, to?: string) => ({ from, ...(to !== undefined && { to }), why: 'illness' as const })
const lengths = Array.from({ length: 15 }, (_, i) => i + 12)

describe('a day of a plan', () => {
  it('is counted from 0, and does not count while the plan rests', () => {
    const plan = planOf(START, { pauses: [illness('2026-11-05', '2026-11-07')] })
    expect(daysFrom('2026-11-01', '2026-11-09').map((day) => planDayOf(plan, day))).toEqual([
      -1, 0, 1, 2, 3, 3, 3, 3, 4
    ])
    expect([-1, 2, 3, 4].map((day) => dayOfPlan(plan, day))).toEqual([
      '2026-11-01',
      '2026-11-04',
      '2026-11-08',
      '2026-11-09'
    ])
    expect(weekOfPlan(plan, '2026-11-11')).toBe(1)
    expect(weekOfPlan(plan, '2026-11-12')).toBe(2)
  })

  it('has been reached on a paused day only as far as before the pause', () => {
    const plan = planOf(START, { pauses: [illness('2026-10-20', '2026-10-21'), illness('2026-11-05', '2026-11-07')] })
    expect(daysFrom('2026-11-04', '2026-11-08').map((day) => reachedOf(plan, day))).toEqual([2, 2, 2, 2, 3])
    expect(reachedOf(plan, '2026-10-21')).toBe(-12)
    expect(reachedOf(planOf(START, { pauses: [illness(START)] }), '2026-11-09')).toBe(-1)
  })

  it('does not move with a pause that was over before the start, and only in part with one that was not', () => {
    expect(dayOfPlan(planOf(START, { pauses: [illness('2026-10-01', '2026-11-01')] }), 0)).toBe(START)
    const plan = planOf(START, { pauses: [illness('2026-10-30', '2026-11-03')] })
    expect(dayOfPlan(plan, 0)).toBe('2026-11-04')
    expect(planDayOf(plan, '2026-11-04')).toBe(0)
    expect(dayOfPlan(plan, -1)).toBe('2026-11-01')
  })

  it('names its calendar day, and is named by it, whatever pauses there are', () => {
    fc.assert(
      fc.property(arbitraryPlan(), fc.integer({ min: -40, max: 300 }), (plan, n) => {
        expect(planDayOf(plan, dayOfPlan(plan, n))).toBe(n)
        if (n >= 0) expect(isPausedOn(plan, dayOfPlan(plan, n))).toBe(false)
        const day = dayAfter(plan.start, n)
        if (!isPausedOn(plan, day)) expect(dayOfPlan(plan, planDayOf(plan, day))).toBe(day)
      })
    )
  })

  it('does so as of today, too, while a pause goes on', () => {
    fc.assert(
      fc.property(
        arbitraryPlan({ isOpen: true }),
        fc.integer({ min: -40, max: 300 }),
        fc.nat(300),
        (open, after, n) => {
          const today = dayAfter(open.start, after)
          const plan = asOf(open, today)
          expect(plan.pauses?.every(({ to }) => to !== undefined)).toBe(true)
          expect(planDayOf(plan, dayOfPlan(plan, n))).toBe(n)
          for (const day of [today, dayAfter(today, -9)]) {
            expect(planDayOf(plan, day)).toBe(planDayOf(open, day))
            expect(isPausedOn(plan, day)).toBe(isPausedOn(open, day))
            if (!isPausedOn(plan, day)) expect(dayOfPlan(plan, planDayOf(plan, day))).toBe(day)
          }
        }
      )
    )
  })

  it('grows by one with each day that is not paused, and by none with one that is', () => {
    fc.assert(
      fc.property(arbitraryPlan(), fc.integer({ min: -40, max: 300 }), (plan, after) => {
        const day = dayAfter(plan.start, after)
        const isCounted = after < 0 || !isPausedOn(plan, day)
        expect(planDayOf(plan, dayAfter(day, 1)) - planDayOf(plan, day)).toBe(isCounted ? 1 : 0)
      })
    )
  })

  it('that a plan is asked for as of now stays as it is without a pause that goes on', () => {
    const plan = planOf(START, { pauses: [illness('2026-11-05', '2026-11-07')] })
    expect(asOf(plan, '2027-01-01')).toEqual(plan)
    expect(asOf(planOf(START), '2027-01-01')).toEqual(planOf(START))
  })
})

describe('the phases', () => {
  it('of a plan of 26 weeks', () => {
    expect(phasesOf(planOf(START, { weeks: 26 })).map(({ id, from, to }) => [id, from, to])).toEqual([
      ['baseline', '2026-10-19', '2026-11-01'],
      ['adapt', '2026-11-02', '2026-11-29'],
      ['build', '2026-11-30', '2027-01-24'],
      ['consolidate', '2027-01-25', '2027-05-02']
    ])
  })

  it.each(lengths)('of a plan of %d weeks are as long as they should be', (weeks) => {
    const days = phasesOf(planOf(START, { weeks })).map(({ from, to }) => daysBetween(from, to) + 1)
    expect(days).toEqual(weeks === 12 ? [14, 28, 56] : [14, 28, 56, (weeks - 12) * 7])
  })

  it('follow each other without a hole, from the baseline to the last day, with as many days of the plan', () => {
    fc.assert(
      fc.property(arbitraryPlan(), (plan) => {
        const phases = phasesOf(plan)
        expect(phases[0]?.from).toBe(plan.isPostHoc ? plan.start : dayAfter(plan.start, -14))
        expect(phases.at(-1)?.to).toBe(lastDayOf(plan))
        for (const [i, { from, to }] of phases.entries()) {
          expect(from <= to).toBe(true)
          if (i > 0) expect(from).toBe(dayAfter(phases[i - 1]?.to ?? '', 1))
        }
        const later = phases.filter(({ id }) => id !== 'baseline').map((phase) => daysOnPlan(plan, phase).length)
        expect(later).toEqual(plan.weeks === 12 ? [28, 56] : [28, 56, (plan.weeks - 12) * 7])
      })
    )
  })

  it('have no baseline where something was changed before the diary began', () => {
    const plan = planOf(START, { isPostHoc: true })
    expect(baselineOf(plan)).toBeNull()
    expect(baselineOf(plan, 21)).toBeNull()
    expect(phasesOf(plan).map(({ id }) => id)).toEqual(['adapt', 'build'])
  })

  it('move with the start, all of them by as much', () => {
    fc.assert(
      fc.property(arbitraryPlan(), fc.integer({ min: -60, max: 60 }), (plan, n) => {
        const still: Plan = { ...plan, pauses: [] }
        const moved = phasesOf({ ...still, start: dayAfter(plan.start, n) })
        expect(moved).toEqual(
          phasesOf(still).map((phase) => ({ ...phase, from: dayAfter(phase.from, n), to: dayAfter(phase.to, n) }))
        )
      })
    )
  })
})

describe('the checkpoints', () => {
  it.each([
    [12, [4, 8, 12]],
    [13, [4, 8, 13]],
    [14, [4, 8, 12, 14]],
    [18, [4, 8, 12, 18]],
    [19, [4, 8, 12, 19]],
    [20, [4, 8, 12, 18, 20]],
    [25, [4, 8, 12, 18, 25]],
    [26, [4, 8, 12, 18, 26]]
  ])('of a plan of %d weeks are at the ends of weeks %j', (weeks, at) => {
    expect(checkpointsOf(planOf(START, { weeks })).map(({ week }) => week)).toEqual(at)
  })

  it('lie on the last day of their week, the last one on that of the plan', () => {
    fc.assert(
      fc.property(arbitraryPlan(), (plan) => {
        const checkpoints = checkpointsOf(plan)
        expect(checkpoints.at(-1)).toEqual({ week: plan.weeks, day: lastDayOf(plan) })
        for (const { week, day } of checkpoints) {
          expect(week).toBeLessThanOrEqual(plan.weeks)
          expect(weekOfPlan(plan, day)).toBe(week)
          expect(planDayOf(plan, day)).toBe(week * 7 - 1)
        }
        const weeks = checkpoints.map(({ week }) => week)
        expect(weeks).toEqual([...new Set(weeks)].sort((a, b) => a - b))
      })
    )
  })

  it('after a pause come later by its length, those before it stay', () => {
    fc.assert(
      fc.property(
        arbitraryPlan(),
        fc.integer({ min: 0, max: 180 }),
        fc.integer({ min: 1, max: 30 }),
        (any, after, length) => {
          const plan: Plan = { ...any, pauses: [] }
          const from = dayAfter(plan.start, after)
          const paused = { ...plan, pauses: [illness(from, dayAfter(from, length - 1))] }
          const shifted = (day: string) => (day < from ? day : dayAfter(day, length))
          expect(checkpointsOf(paused)).toEqual(
            checkpointsOf(plan).map(({ week, day }) => ({ week, day: shifted(day) }))
          )
          expect(phasesOf(paused).map(({ to }) => to)).toEqual(phasesOf(plan).map(({ to }) => shifted(to)))
          expect(lastDayOf(paused)).toBe(shifted(lastDayOf(plan)))
        }
      )
    )
  })
})

describe('where on the line today is', () => {
  const plan = planOf(START)

  it.each([
    ['2026-10-18', null, -2, 4, null],
    ['2026-10-19', 'baseline', -1, 4, null],
    ['2026-11-01', 'baseline', 0, 4, null],
    ['2026-11-02', 'adapt', 1, 4, null],
    ['2026-11-29', 'adapt', 4, 4, 4],
    ['2026-11-30', 'build', 5, 8, 4],
    ['2027-01-24', 'build', 12, 12, 12],
    ['2027-01-25', null, 13, null, 12]
  ])('on %s: in phase %s, week %d, with checkpoint %s ahead and %s reached', (today, phase, week, next, reached) => {
    const position = positionOf(plan, today)
    expect(position.phase?.id ?? null).toBe(phase)
    expect([position.week, position.isPaused]).toEqual([week, false])
    expect([position.next?.week ?? null, position.reached?.week ?? null]).toEqual([next, reached])
  })

  it('stays in place while the plan rests, whether or not it was asked for as of today', () => {
    const paused = planOf(START, { pauses: [illness('2026-11-30')] })
    const today = '2026-12-20'
    const position = positionOf(paused, today)
    expect(position).toMatchObject({ week: 5, isPaused: true, phase: { id: 'build' }, reached: { week: 4 } })
    expect(position.next).toEqual({ week: 8, day: dayAfter('2026-12-27', 21) })
    expect(positionOf(asOf(paused, today), today)).toEqual(position)
  })

  it('is in a phase on every day from the baseline to the end, in the one that its week belongs to', () => {
    fc.assert(
      fc.property(arbitraryPlan(), fc.double({ min: 0, max: 1, noNaN: true }), (any, share) => {
        const first = phasesOf(any)[0]?.from ?? any.start
        const today = dayAfter(first, Math.round(share * daysBetween(first, lastDayOf(any))))
        const { phase, week, next } = positionOf(any, today)
        expect(phase?.id).toBe(week < 1 ? 'baseline' : week <= 4 ? 'adapt' : week <= 12 ? 'build' : 'consolidate')
        expect(next).not.toBeNull()
      })
    )
  })
})

describe('the window before a day', () => {
  it('passes over paused days', () => {
    const plan = planOf(START, { pauses: [illness('2026-11-20', '2026-11-26')] })
    expect(windowBefore(plan, '2026-11-29', 14)).toEqual({ from: '2026-11-09', to: '2026-11-29' })
    expect(windowBefore(plan, '2026-11-26', 14)).toEqual({ from: '2026-11-06', to: '2026-11-26' })
    expect(windowBefore(plan, '2026-11-04', 14)).toEqual({ from: START, to: '2026-11-04' })
  })

  it('has as many days of the plan as were asked for, or all that there are, and begins with one of them', () => {
    fc.assert(
      fc.property(
        arbitraryPlan(),
        fc.integer({ min: 0, max: 250 }),
        fc.integer({ min: 1, max: 40 }),
        (plan, after, count) => {
          const end = dayAfter(plan.start, after)
          const window = windowBefore(plan, end, count)
          const there = daysOnPlan(plan, { from: plan.start, to: end }).length
          expect(window.to).toBe(end)
          expect(window.from >= plan.start).toBe(true)
          expect(daysOnPlan(plan, window)).toHaveLength(Math.min(count, there))
          if (there > 0) expect(daysOnPlan(plan, window)[0]).toBe(window.from)
        }
      )
    )
  })

  it('is as long with a pause that goes on, on each of its days', () => {
    fc.assert(
      fc.property(
        arbitraryPlan({ isOpen: true }),
        fc.integer({ min: 0, max: 250 }),
        fc.integer({ min: 1, max: 40 }),
        (open, after, count) => {
          const end = dayAfter(open.start, after)
          const plan = asOf(open, end)
          const there = daysOnPlan(plan, { from: plan.start, to: end }).length
          expect(daysOnPlan(plan, windowBefore(plan, end, count))).toHaveLength(Math.min(count, there))
        }
      )
    )
  })

  it('holds no day before the start', () => {
    fc.assert(
      fc.property(arbitraryPlan(), fc.integer({ min: -40, max: -1 }), (plan, before) => {
        expect(daysOnPlan(plan, windowBefore(plan, dayAfter(plan.start, before), 14))).toEqual([])
      })
    )
  })

  it('is two weeks before week 8, and four from then on', () => {
    expect([4, 7].map(windowAt)).toEqual([
      { days: 14, needed: 8 },
      { days: 14, needed: 8 }
    ])
    expect([8, 26].map(windowAt)).toEqual([
      { days: 28, needed: 14 },
      { days: 28, needed: 14 }
    ])
  })
})

describe('what a checkpoint needs', () => {
  const plan = planOf(START)
  const [four, eight] = checkpointsOf(plan)
  if (!four || !eight) throw new Error('no checkpoints')

  it('counts the recorded days of its window, and those to come', () => {
    const logged = new Set(['2026-11-15', '2026-11-16', '2026-11-18', '2026-11-20', '2026-11-21'])
    const isLogged = (day: string) => logged.has(day)
    const window = { from: '2026-11-16', to: '2026-11-29', needed: 8 }
    expect(needsOf(plan, four, '2026-11-10', isLogged)).toEqual({ ...window, logged: 0, left: 14 })
    expect(needsOf(plan, four, '2026-11-19', isLogged)).toEqual({ ...window, logged: 2, left: 11 })
    expect(needsOf(plan, four, '2026-11-20', isLogged)).toEqual({ ...window, logged: 3, left: 9 })
    expect(needsOf(plan, four, '2026-11-29', isLogged)).toEqual({ ...window, logged: 4, left: 1 })
    expect(needsOf(plan, four, '2027-02-01', isLogged)).toEqual({ ...window, logged: 4, left: 0 })
    expect(needsOf(plan, eight, '2026-11-29', isLogged)).toMatchObject({ needed: 14, logged: 0, left: 28 })
  })

  it('leaves out paused days, recorded or not', () => {
    const paused = planOf(START, { pauses: [illness('2026-11-20', '2026-11-26')] })
    const checkpoint = checkpointsOf(paused)[0] ?? four
    expect(needsOf(paused, checkpoint, '2027-02-01', () => true)).toEqual({
      from: '2026-11-16',
      to: '2026-12-06',
      needed: 8,
      logged: 14,
      left: 0
    })
  })

  it('never counts more days than the window has', () => {
    fc.assert(
      fc.property(arbitraryPlan(), fc.integer({ min: -30, max: 300 }), fc.nat(4), fc.nat(6), (any, after, i, every) => {
        const checkpoint = checkpointsOf(any).at(i % checkpointsOf(any).length) ?? four
        const today = dayAfter(any.start, after)
        const isLogged = (day: string) => daysBetween(any.start, day) % (every + 1) === 0
        const needs = needsOf(any, checkpoint, today, isLogged)
        expect(needs.to).toBe(checkpoint.day)
        expect(needs.logged + needs.left).toBeLessThanOrEqual(windowAt(checkpoint.week).days)
        if (today < needs.from) expect(needs).toMatchObject({ logged: 0, left: windowAt(checkpoint.week).days })
        if (today > needs.to) expect(needs.left).toBe(0)
      })
    )
  })
})
