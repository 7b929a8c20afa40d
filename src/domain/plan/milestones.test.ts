import { describe, expect, it } from 'vitest'
import { dayAfter, daysFrom } from '#domain/day.ts'
import { planOf } from './arbitrary.ts'
import { milestonesOf } from './milestones.ts'
import { reviewId } from './review.ts'

const START = '2026-11-02'
const BASELINE = '2026-10-19'
const reviewOf = (week: number, plan = 'plan') => ({
  id: reviewId(plan, week),
  plan,
  week,
  day: '2026-12-01',
  text: '',
  stamp: 1
})
const reached = (id: string, ...args: Parameters<typeof milestonesOf>) =>
  milestonesOf(...args).find((milestone) => milestone.id === id)

describe('the milestones', () => {
  it('are a baseline, recorded days and looks back', () => {
    expect(
      milestonesOf(planOf(START, { weeks: 26 }), [], []).map(({ id, done, reached: day }) => [id, done, day])
    ).toEqual(
      [
        'baseline',
        'days-7',
        'days-30',
        'days-90',
        'days-150',
        'review-4',
        'review-8',
        'review-12',
        'review-18',
        'review-26'
      ].map((id) => [id, 0, null])
    )
  })

  it('are only such as can be reached', () => {
    const ids = (weeks: number, isPostHoc?: true) =>
      milestonesOf(planOf(START, { weeks, ...(isPostHoc && { isPostHoc }) }), [], []).map(({ id }) => id)
    expect(ids(12)).toEqual(['baseline', 'days-7', 'days-30', 'days-90', 'review-4', 'review-8', 'review-12'])
    expect(ids(12, true)).toEqual(['days-7', 'days-30', 'review-4', 'review-8', 'review-12'])
    expect(ids(19)).not.toContain('days-150')
    expect(ids(20)).toContain('days-150')
    expect(ids(21, true)).not.toContain('days-150')
    expect(ids(22, true)).toContain('days-150')
  })

  it('are reached on the day that fills them, and are not counted further', () => {
    const plan = planOf(START)
    const days = daysFrom(BASELINE, dayAfter(BASELINE, 39)).filter((_, i) => i % 4 !== 3)
    expect(reached('days-7', plan, days.slice(0, 6), [])).toMatchObject({ done: 6, of: 7, reached: null })
    expect(reached('days-7', plan, days.slice(0, 7), [])).toMatchObject({ done: 7, reached: '2026-10-27' })
    expect(reached('days-7', plan, days, [])).toMatchObject({ done: 7, of: 7, reached: '2026-10-27' })
    expect(reached('days-30', plan, days, [])).toMatchObject({ done: 30, reached: days[29] })
  })

  it('count for the baseline only the days in it', () => {
    const plan = planOf(START)
    expect(reached('baseline', plan, daysFrom(dayAfter(BASELINE, 5), '2027-01-01'), [])).toMatchObject({
      done: 9,
      of: 10,
      reached: null
    })
    expect(reached('baseline', plan, daysFrom(dayAfter(BASELINE, -9), '2027-01-01'), [])).toMatchObject({
      done: 10,
      reached: dayAfter(BASELINE, 9)
    })
  })

  it('know a look back by its plan and its week, with a text or without', () => {
    const plan = planOf(START)
    const reviews = [reviewOf(4, 'another'), reviewOf(8)]
    expect(reached('review-4', plan, [], reviews)).toMatchObject({ done: 0, reached: null })
    expect(reached('review-8', plan, [], reviews)).toMatchObject({ done: 1, of: 1, reached: '2026-12-01' })
  })
})
