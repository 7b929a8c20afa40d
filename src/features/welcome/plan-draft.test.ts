import { expect, test } from 'vitest'
import type { Plan } from '#domain/plan/plan.ts'
import { draftOf, lastDay, planOf, problemOf } from './plan-draft.ts'

const TODAY = '2026-11-23'
const PLAN: Plan = {
  id: 'p',
  start: '2026-10-01',
  weeks: 16,
  stamp: 1,
  targets: ['gas'],
  pauses: [{ from: '2026-11-01', to: '2026-11-07', why: 'travel' }]
}

test('a first plan begins after two weeks of just observing', () => {
  const draft = draftOf(null, TODAY)
  expect(planOf(draft, [], null, 'new')).toEqual({ id: 'new', start: '2026-12-07', weeks: 26 })
  expect(lastDay(draft, null)).toBe('2027-06-06')
})

test('a plan that is not touched stays what it is', () => {
  expect(planOf(draftOf(PLAN, TODAY), PLAN.targets ?? [], PLAN, 'new')).toEqual(PLAN)
  expect(lastDay(draftOf(PLAN, TODAY), PLAN)).toBe('2027-01-27')
  const begun: Plan = { id: 'p', start: '2026-09-01', weeks: 12, stamp: 1, isPostHoc: true }
  expect(planOf(draftOf(begun, TODAY), [], begun, 'new')).toEqual(begun)
})

test('what is unset leaves nothing behind', () => {
  const begun: Plan = { ...PLAN, isPostHoc: true }
  const draft = { ...draftOf(begun, TODAY), isPostHoc: false, start: '2026-12-01' }
  expect(planOf(draft, [], begun, 'new')).toEqual({
    id: 'p',
    start: '2026-12-01',
    weeks: 16,
    stamp: 1,
    pauses: PLAN.pauses
  })
})

test.each([
  [{ isPostHoc: true, began: '' }, /the day it began/],
  [{ isPostHoc: true, began: '2026-11-24' }, /the day it began/],
  [{ isPostHoc: true, began: TODAY }, null],
  [{ start: '' }, /first day/],
  [{ start: '2027-11-24' }, /first day/],
  [{ start: '2026-10-01' }, null],
  [{}, null]
])('%j', (part, expected) => {
  const problem = problemOf({ ...draftOf(null, TODAY), ...part }, TODAY)
  if (expected === null) expect(problem).toBeNull()
  else expect(problem).toMatch(expected)
})
