/** The stretches of days on which something was there or may still have been felt: what charts shade. */
import { answerOf } from '#domain/check-in.ts'
import { dayAfter, type Day } from '#domain/day.ts'
import { kindOf } from '#domain/kinds/index.ts'
import type { CourseValue, Diary } from '#domain/record.ts'
import type { Span } from '#domain/series.ts'
import type { Tracked } from '#domain/tracked.ts'

/** Days after the last one, where the person has not said otherwise. */
export const AFTER_DAYS = { course: 14, other: 0 } as const
export const AFTER_MAX = 90

/** What may be shaded: medicines, foods and drinks to watch, and what else was going on. */
export const canShade = ({ category }: Tracked): boolean =>
  category === 'medicine' || category === 'limit' || category === 'environment' || category === 'context'

export const afterDaysOf = (item: Tracked): number =>
  item.after ?? (item.kind === 'course' ? AFTER_DAYS.course : AFTER_DAYS.other)

/** A stretch with what it stands for. */
export interface Window extends Span {
  text: string
}

/** What can be shaded, and is followed or a course. */
export const shadeableOf = <T extends Tracked>(items: readonly T[]): T[] =>
  items.filter((item) => !item.archived && canShade(item) && (item.active || item.kind === 'course'))

/** The windows that charts shade: of the chosen items, or of courses where nobody has chosen. */
export const shadesOf = (
  items: readonly Tracked[],
  diary: Diary,
  today: Day,
  chosen?: readonly string[] | null
): Window[] =>
  shadeableOf(items)
    .filter(({ id, kind }) => (chosen ? chosen.includes(id) : kind === 'course'))
    .flatMap((item) => windowsOf(item, diary, today).map((span) => ({ ...span, text: item.name })))

/** Each day or course of it with the days after it, those that touch made one, oldest first, up to `today`. */
export function windowsOf(item: Tracked, { days, events }: Diary, today: Day): Span[] {
  const after = afterDaysOf(item)
  const kind = kindOf(item)
  const spans: Span[] =
    kind.record === 'event'
      ? events
          .filter((event) => event.trackable === item.id)
          .map((event) => ({
            from: event.day,
            to: item.kind === 'course' ? ((event.value as CourseValue).end ?? today) : event.day
          }))
      : days.flatMap((record) => {
          const value = answerOf(item, record)
          const number = value === undefined ? 0 : (kind.number(value, item) ?? 0)
          return number > 0 ? [{ from: record.day, to: record.day }] : []
        })
  const merged: Span[] = []
  for (const { from, to } of spans.sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const end = dayAfter(to, after)
    const last = merged.at(-1)
    if (last && from <= dayAfter(last.to, 1)) last.to = end > last.to ? end : last.to
    else merged.push({ from, to: end })
  }
  return merged.map((span) => ({ ...span, to: span.to > today ? today : span.to }))
}
