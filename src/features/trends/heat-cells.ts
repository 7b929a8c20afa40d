import { dayText, weekdayOf, type Day } from '#domain/day.ts'
import { bandWord } from '#domain/kinds/scale.ts'
import type { Turn } from '#domain/plan/step.ts'
import { dailyOf, type DayView, type Span } from '#domain/series.ts'
import { weekText, type Traced } from '#domain/traced.ts'
import type { Units } from '#domain/units.ts'
import type { Window } from '#domain/windows.ts'
import type { HeatCell } from '#ui/heat-map.ts'

/** A cell for each day of `shown`: the item's number on a scale of eleven steps, and in words. */
export function heatCells(
  traced: Traced,
  views: readonly DayView[],
  shown: Span,
  units: Units,
  turns: readonly Turn[],
  windows: readonly Window[]
): HeatCell[] {
  const marks = new Map<Day, string>()
  for (const { day, is, step } of turns) {
    const before = marks.get(day)
    marks.set(
      day,
      `${before === undefined ? '' : `${before}, `}${step.name} ${is === 'start' ? 'starts' : 'has ended'}`
    )
  }
  const daily = dailyOf(traced, views)
  const { max, factor } = traced.measure(units)
  const isScore = traced.rule === 'mean' && max === 10
  // What has no scale of its own is held against the fullest day.
  const top = isScore ? 10 : Math.max(1e-9, ...daily.map((value) => value ?? 0))
  return views.flatMap(({ day }, i) => {
    if (day < shown.from || day > shown.to) return []
    const value = daily[i] ?? null
    const within = windows.filter(({ from, to }) => from <= day && day <= to)
    const text =
      value === null
        ? 'not recorded'
        : isScore
          ? `${value / factor} ${bandWord(value / factor, traced.better === 'higher' ? 'quality' : 'severity')}`
          : traced.rule === 'share'
            ? value > 0
              ? 'yes'
              : 'no'
            : weekText(traced, value, units)
    return {
      day,
      weekday: weekdayOf(day),
      name: dayText(day),
      level: value === null ? null : Math.round((value / top) * 10),
      text,
      ...(within.length > 0 && {
        shade: [...new Set(within.map(({ text }) => `within ${text.toLowerCase()}`))].join(', ')
      }),
      ...(marks.has(day) && { mark: marks.get(day) ?? '' })
    }
  })
}
