/** Test support: plans for fast-check, with pauses before, in and after them. */
import fc from 'fast-check'
import { dayAfter, dayNumber, dayOfNumber, type Day } from '#domain/day.ts'
import { PAUSE_REASONS, PLAN_WEEKS, type Pause, type PauseReason, type Plan } from './plan.ts'

export const planOf = (start: Day, more: Partial<Plan> = {}): Plan => ({
  id: 'plan',
  start,
  weeks: 12,
  stamp: 1,
  ...more
})

const reason = fc.constantFrom(...(Object.keys(PAUSE_REASONS) as PauseReason[]))

/** Pauses from `first` on: each some days after the one before, or right after it. */
function arbitraryPauses(first: Day, isOpen: boolean): fc.Arbitrary<Pause[]> {
  const one = fc.record({ gap: fc.integer({ min: 0, max: 40 }), length: fc.integer({ min: 1, max: 25 }), why: reason })
  return fc.array(one, { minLength: isOpen ? 1 : 0, maxLength: 6 }).map((list) => {
    let next = first
    return list.map(({ gap, length, why }, i) => {
      const from = dayAfter(next, gap)
      const to = dayAfter(from, length - 1)
      next = dayAfter(to, 1)
      return isOpen && i === list.length - 1 ? { from, why } : { from, to, why }
    })
  })
}

/** `isOpen`: the last pause is still going on. */
export function arbitraryPlan({ isOpen = false } = {}): fc.Arbitrary<Plan> {
  const start = fc.integer({ min: dayNumber('2020-01-01'), max: dayNumber('2030-12-31') }).map(dayOfNumber)
  return start.chain((day) =>
    fc
      .record({
        weeks: fc.integer(PLAN_WEEKS),
        pauses: arbitraryPauses(dayAfter(day, -30), isOpen),
        isPostHoc: fc.boolean()
      })
      .map(({ weeks, pauses, isPostHoc }) =>
        planOf(day, { weeks, ...(pauses.length > 0 && { pauses }), ...(isPostHoc && { isPostHoc: true as const }) })
      )
  )
}
