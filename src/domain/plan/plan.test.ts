import { describe, expect, it } from 'vitest'
import { latestPlan, weekOfPlan, type Plan } from './plan.ts'
import { lastDayOf } from './timeline.ts'

const planOf = (start: string, more: Partial<Plan> = {}): Plan => ({ id: start, start, weeks: 12, stamp: 1, ...more })

describe('the week of a plan', () => {
  it.each([
    ['2026-11-02', 1],
    ['2026-11-08', 1],
    ['2026-11-09', 2],
    ['2026-11-15', 2],
    ['2026-11-16', 3],
    ['2027-01-24', 12],
    ['2027-01-25', 13]
  ])('that %s lies in is the %dth', (day, week) => {
    expect(weekOfPlan(planOf('2026-11-02'), day)).toBe(week)
  })

  it.each([
    ['2026-11-01', 0],
    ['2026-10-26', 0],
    ['2026-10-25', -1],
    ['2026-10-19', -1]
  ])('that %s lies in, before it begins, is number %d', (day, week) => {
    expect(weekOfPlan(planOf('2026-11-02'), day)).toBe(week)
  })

  it('is seven days long where clocks change and over a leap day', () => {
    expect(weekOfPlan(planOf('2026-03-23'), '2026-03-29')).toBe(1)
    expect(weekOfPlan(planOf('2026-03-23'), '2026-03-30')).toBe(2)
    expect(weekOfPlan(planOf('2028-02-23'), '2028-02-29')).toBe(1)
    expect(weekOfPlan(planOf('2028-02-23'), '2028-03-01')).toBe(2)
  })
})

describe('the last day of a plan', () => {
  it('is the seventh of its last week', () => {
    expect(lastDayOf(planOf('2026-11-02', { weeks: 12 }))).toBe('2027-01-24')
    expect(lastDayOf(planOf('2026-11-02', { weeks: 26 }))).toBe('2027-05-02')
    const plan = planOf('2026-11-02', { weeks: 18 })
    expect(weekOfPlan(plan, lastDayOf(plan))).toBe(18)
  })
})

describe('the plan that is going on', () => {
  const early = planOf('2026-01-05', { stamp: 9 })
  const late = planOf('2026-06-01', { stamp: 2 })

  it('is none where there is none', () => {
    expect(latestPlan([])).toBeNull()
  })

  it('is the one that starts last, whichever was written last', () => {
    expect(latestPlan([early, late])).toBe(late)
    expect(latestPlan([late, early])).toBe(late)
  })

  it('is not one that was put aside', () => {
    expect(latestPlan([early, { ...late, ended: true }])).toBe(early)
    expect(latestPlan([{ ...early, ended: true }])).toBeNull()
  })

  it('is the one written last of two that start on the same day', () => {
    const again = planOf('2026-06-01', { id: 'again', stamp: 5 })
    expect(latestPlan([again, late])).toBe(again)
    expect(latestPlan([late, again])).toBe(again)
  })

  it('is found without moving the list', () => {
    const plans = [late, early]
    latestPlan(plans)
    expect(plans).toEqual([late, early])
  })
})
