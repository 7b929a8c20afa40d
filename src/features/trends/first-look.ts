import { dayAfter, type Day } from '#domain/day.ts'
import type { Plan } from '#domain/plan/plan.ts'
import type { Step } from '#domain/plan/step.ts'
import type { Stretch } from '#domain/csv/table.ts'
import { LONG_BASELINE_DAYS } from '#domain/plan/timeline.ts'
import { PERIODS, weeksOf, type Period, type Span } from '#domain/series.ts'
import { findSpan } from '#storage/days.ts'
import { knownNow, type Known } from '#storage/live.ts'
import { findSteps } from '#storage/steps.ts'
import { findStretch } from '#storage/stretch.ts'

/** Days after which a plan's beginning is not read any more for every look at Trends. */
export const PLAN_REACH = 400
/** Adherence looks back half a year, whatever the chart shows. */
export const HABIT_DAYS = 182

export const periodOf = (search: URLSearchParams): Period =>
  PERIODS.find((period) => period === search.get('period')) ?? '12'

/** The weeks of the chart, and from which day on the diary is needed for the page (`firstDay` is the diary's). */
export function rangeOf(
  period: Period,
  today: Day,
  firstDay: Day | null,
  plan: Plan | null
): { weeks: Span[]; from: Day } {
  const weeks = weeksOf(period, today, firstDay, plan && plan.start <= today ? plan.start : null)
  const chartFrom = dayAfter(weeks[0]?.from ?? today, -6)
  const habitFrom = dayAfter(today, 1 - HABIT_DAYS)
  // The baseline's band and the map of days reach back to before the plan.
  const reach = dayAfter(today, -PLAN_REACH)
  const planFrom = plan && plan.start > reach ? dayAfter(plan.start, -LONG_BASELINE_DAYS) : today
  return { weeks, from: [chartFrom, habitFrom, planFrom].sort()[0] ?? today }
}

interface Look {
  span: Known<{ first: Day; last: Day } | null>
  stretch: Known<Stretch>
  steps: Known<Step[]>
}

let look: Look | undefined

/** What Trends shows first where the app opens with it, read while it starts. */
export const firstLook = {
  async read(today: Day, plan: Plan | null): Promise<void> {
    const span = await knownNow(findSpan)
    const { from } = rangeOf(periodOf(new URLSearchParams(location.search)), today, span.value?.first ?? null, plan)
    const [stretch, steps] = await Promise.all([knownNow(() => findStretch(from, today)), knownNow(findSteps)])
    look = { span, stretch, steps }
  },
  /** It is given away once. */
  take(): Look | undefined {
    const taken = look
    look = undefined
    return taken
  }
}
