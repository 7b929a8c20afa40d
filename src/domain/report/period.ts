/** What a report is about: which days. */
import { dayAfter, type Day } from '#domain/day.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { asOf, baselineOf, lastDayOf } from '#domain/plan/timeline.ts'
import type { Span } from '#domain/series.ts'

export type ReportPeriod = '4' | '12' | '26' | 'plan' | 'all' | 'own'

/** The days of the plan so far, its baseline first. */
function planSpan(planned: Plan, today: Day): Span {
  const plan = asOf(planned, today)
  const last = lastDayOf(plan)
  return { from: baselineOf(plan)?.from ?? plan.start, to: last < today ? last : today }
}

/**
 * The days that a choice stands for, both ends included: never beyond `today`, and never before `first`, the first
 * recorded day. `own` is in either order.
 */
export function spanOf(choice: ReportPeriod, today: Day, first: Day | null, plan: Plan | null, own: Span): Span {
  const early = (a: Day, b: Day): Day => (a < b ? a : b)
  const late = (a: Day, b: Day): Day => (a > b ? a : b)
  const asked: Span =
    choice === 'own'
      ? { from: early(own.from, own.to), to: late(own.from, own.to) }
      : choice === 'all'
        ? { from: first ?? today, to: today }
        : choice === 'plan' && plan !== null
          ? planSpan(plan, today)
          : { from: dayAfter(today, 1 - 7 * (choice === 'plan' ? 26 : Number(choice))), to: today }
  const to = early(asked.to, today)
  const from = early(asked.from, to)
  return { from: first !== null && first <= to ? late(from, first) : from, to }
}
