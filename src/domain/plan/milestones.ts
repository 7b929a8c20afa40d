/** Small marks on the way. They are for noting down and for looking back, never for how long something was given up. */
import type { Day } from '#domain/day.ts'
import type { Plan } from './plan.ts'
import type { Review } from './review.ts'
import { baselineOf, checkpointsOf, STRONG_BASELINE } from './timeline.ts'

export interface Milestone {
  id: string
  name: string
  /** How far, of how much. */
  done: number
  of: number
  /** The day on which it was reached. */
  reached: Day | null
}

const DAYS_LOGGED = [7, 30, 90, 150]

/** `logged`: the recorded days since the baseline began, oldest first. */
export function milestonesOf(plan: Plan, logged: readonly Day[], reviews: readonly Review[]): Milestone[] {
  const counted = (id: string, name: string, days: readonly Day[], of: number): Milestone => ({
    id,
    name,
    done: Math.min(of, days.length),
    of,
    reached: days[of - 1] ?? null
  })
  const baseline = baselineOf(plan)
  const observed = baseline && logged.filter((day) => day >= baseline.from && day <= baseline.to)
  const possible = plan.weeks * 7 + (baseline ? 14 : 0)
  return [
    ...(observed ? [counted('baseline', 'A baseline to compare with', observed, STRONG_BASELINE)] : []),
    ...DAYS_LOGGED.filter((of) => of <= possible).map((of) => counted(`days-${of}`, `${of} days recorded`, logged, of)),
    ...checkpointsOf(plan).map(({ week }) => {
      const review = reviews.find((one) => one.plan === plan.id && one.week === week)
      return {
        id: `review-${week}`,
        name: `Looked back at week ${week}`,
        done: review ? 1 : 0,
        of: 1,
        reached: review?.day ?? null
      }
    })
  ]
}
