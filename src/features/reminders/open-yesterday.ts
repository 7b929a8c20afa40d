import { dayAfter, type Day } from '#domain/day.ts'
import type { DayRecord } from '#domain/record.ts'

/** Under this key of the device's own things stands the day that was left open on purpose. */
export const LEFT_OPEN = 'left-open'

/**
 * Is yesterday worth a word? It holds nothing, somebody recorded something in the week before it, and they have not
 * said that it may stay so (`hidden`: what is stored under LEFT_OPEN). Days with events only count as recorded.
 */
export function isYesterdayOpen(
  records: readonly DayRecord[],
  today: Day,
  hidden: unknown,
  events: readonly { day: Day }[] = []
): boolean {
  const yesterday = dayAfter(today, -1)
  if (hidden === yesterday) return false
  const days = recordedOf(records, events)
  return !days.includes(yesterday) && days.some((day) => day < yesterday && day >= dayAfter(yesterday, -7))
}

const recordedOf = (records: readonly DayRecord[], events: readonly { day: Day }[]): Day[] =>
  [...records.filter(({ answers }) => Object.keys(answers).length > 0), ...events].map(({ day }) => day)

/** Do the last three days hold nothing? Then it is worth looking whether days were missed. `records`: the last week's. */
export function hasMissedDays(
  records: readonly DayRecord[],
  today: Day,
  events: readonly { day: Day }[] = []
): boolean {
  return !recordedOf(records, events).some((day) => day < today && day >= dayAfter(today, -3))
}
