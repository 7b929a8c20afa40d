import { daysBetween } from '#domain/day.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { baselineOf } from '#domain/plan/timeline.ts'
import { dailyOf, type DayView } from '#domain/series.ts'
import { isEnoughBaseline } from '#domain/stats/minimum.ts'
import { mean } from '#domain/stats/quantile.ts'
import type { Traced } from '#domain/traced.ts'
import type { Units } from '#domain/units.ts'

/** Mean ± standard deviation of the days before the plan, in axis units; null where too few of them were recorded. */
export function baselineBand(
  plan: Plan,
  traced: Traced,
  views: readonly DayView[],
  units: Units
): { low: number; high: number } | null {
  const baseline = baselineOf(plan)
  const first = views[0]
  if (baseline === null || first === undefined || traced.rule !== 'mean') return null
  const at = daysBetween(first.day, baseline.from)
  if (at < 0) return null
  const days = dailyOf(traced, views).slice(at, Math.max(at, daysBetween(first.day, plan.start)))
  const values = days.filter((value) => value !== null)
  const middle = mean(values)
  if (middle === null || !isEnoughBaseline(days)) return null
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1))
  const { factor, min, max } = traced.measure(units)
  return {
    low: Math.max(min ?? 0, (middle - spread) / factor),
    high: Math.min(max ?? Infinity, (middle + spread) / factor)
  }
}
