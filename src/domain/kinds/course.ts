import { daysBetween, isDay } from '#domain/day.ts'
import type { CourseValue, EventRecord } from '#domain/record.ts'
import { isCleanText, isRecord, type Kind } from './kind.ts'

export const course: Kind<'course', CourseValue> = {
  record: 'event',
  week: () => 'none',
  read: (raw, { classes }) => {
    if (!isRecord(raw) || !isCleanText(raw['name'], 100)) return null
    const { name, class: of, end } = raw
    if (typeof of !== 'string' || !classes.includes(of)) return null
    if (end === undefined) return { name, class: of }
    return isDay(end) ? { name, class: of, end } : null
  },
  number: () => null,
  text: (value) => value.name,
  measure: () => ({ factor: 1, unit: '', decimals: 0 })
}

/** Days from first to last, both included; of an open course the days until `today`. */
export function courseLength(event: EventRecord, value: CourseValue, today: string): number {
  return daysBetween(event.day, value.end ?? today) + 1
}
