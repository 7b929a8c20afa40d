import { answerOf } from '#domain/check-in.ts'
import { dayAfter, daysBetween, type Day } from '#domain/day.ts'
import { careOf, type Care } from '#domain/plan/care.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { progressOf, type Lack, type Result } from '#domain/plan/progress.ts'
import type { TargetItem } from '#domain/plan/targets.ts'
import { LONG_BASELINE_DAYS } from '#domain/plan/timeline.ts'
import type { DayRecord } from '#domain/record.ts'
import { weeklyOf, dayViews, type Span } from '#domain/series.ts'
import { trendOf, type Trend } from '#domain/stats/trend.ts'
import { tracedOf } from '#domain/traced.ts'
import { nounOf } from '#domain/tracked.ts'

/** One target symptom, as it stands on a day. */
export interface Standing {
  item: TargetItem
  noun: string
  progress: Result | Lack
  trend: Trend | null
  care: Care[]
  value: (day: Day) => number | null
}

/** The day from which on the diary is needed to say how a plan stands. */
export const firstNeeded = ({ start }: Plan): Day => dayAfter(start, -LONG_BASELINE_DAYS)

/** Whole weeks of the plan, those of its baseline included, up to the one `end` lies in. */
function weeksTo(plan: Plan, end: Day): Span[] {
  const from = plan.isPostHoc ? 0 : -2
  const last = Math.floor(daysBetween(plan.start, end) / 7)
  return Array.from({ length: Math.max(0, last - from + 1) }, (_, i) => {
    const first = dayAfter(plan.start, (from + i) * 7)
    return { from: first, to: dayAfter(first, 6) }
  })
}

/** `plan` as of `end`; `days`: the records from `firstNeeded` to `end`. */
export function standingsOf(
  plan: Plan,
  targets: readonly TargetItem[],
  days: readonly DayRecord[],
  end: Day
): Standing[] {
  const byDay = new Map(days.map((record) => [record.day, record]))
  const views = dayViews(days, [], firstNeeded(plan), end)
  const weeks = weeksTo(plan, end)
  return targets.map((item) => {
    const value = (day: Day) => {
      const record = byDay.get(day)
      const answer = record && answerOf(item, record)
      return typeof answer === 'number' ? answer : null
    }
    const noun = nounOf(item)
    const progress = progressOf(plan, end, value, item.better)
    const traced = tracedOf([{ ...item, active: true }])[0]
    const points = traced ? weeklyOf(traced, views, weeks) : []
    const trend = trendOf(points.map((point, index) => ({ index, value: point.value })))
    return { item, noun, progress, trend, care: careOf(item.name, points, progress), value }
  })
}
