import { dayAfter, type Day } from '#domain/day.ts'
import type { Plan } from '#domain/plan/plan.ts'
import type { Step } from '#domain/plan/step.ts'
import type { Stretch } from '#domain/csv/table.ts'
import { LONG_BASELINE_DAYS } from '#domain/plan/timeline.ts'
import { PERIODS, weeksOf, type Period, type Span } from '#domain/series.ts'
import { spanOf, type DiarySpan } from '#storage/days.ts'
import { knownNow, type Known } from '#storage/live.ts'
import { planOf } from '#storage/plans.ts'
import { readingEarly } from '#storage/rows.ts'
import { stepsOf } from '#storage/steps.ts'
import { stretchOf } from '#storage/stretch.ts'

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
  today: Day
  span: DiarySpan | null
  stretch: Stretch
  steps: Step[]
}

/** All in one go, the plan with it: where the days begin that the page needs depends on it. */
const lookOn = (today: Day): Promise<Known<Look>> =>
  knownNow(() =>
    readingEarly(['plans', 'days', 'events', 'steps'], async ({ plans, days, events, steps }) => {
      const [plan, span] = await Promise.all([planOf(plans), spanOf(days, events)])
      const { from } = rangeOf(periodOf(new URLSearchParams(location.search)), today, span?.first ?? null, plan)
      const [stretch, started] = await Promise.all([stretchOf(days, events, from, today), stepsOf(steps)])
      return { today, span, stretch, steps: started }
    })
  )

let begun: Promise<Known<Look>> | undefined
let look: Known<Look> | undefined

/** What Trends shows first where the app opens with it, read while it starts. */
export const firstLook = {
  begin(today: Day): void {
    begun = lookOn(today)
    begun.catch(() => undefined)
  },
  async read(today: Day): Promise<void> {
    look = await begun
    begun = undefined
    if (look?.value.today !== today) look = await lookOn(today)
  },
  /** It is given away once. */
  take() {
    if (look === undefined) return undefined
    const { value, changes } = look
    look = undefined
    const known = <T>(value: T): Known<T> => ({ value, changes })
    return { span: known(value.span), stretch: known(value.stretch), steps: known(value.steps) }
  }
}
