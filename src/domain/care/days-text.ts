import { dayText, type Day } from '#domain/day.ts'

/** More than these are counted. */
const NAMED = 5

const written = (day: Day, next: Day | undefined): string => {
  const [, date = '', month = ''] = dayText(day).split(' ')
  return next?.slice(0, 7) === day.slice(0, 7) ? date : `${date} ${month}`
}

/** 'on 3 and 5 November', 'on 28 October, 3 and 5 November', 'on 7 days, the last on 12 November'. Days in any order. */
export function onDays(days: readonly Day[]): string {
  const sorted = [...new Set(days)].sort()
  const last = sorted.at(-1)
  if (last === undefined) return ''
  if (sorted.length > NAMED) return `on ${sorted.length} days, the last on ${written(last, undefined)}`
  const names = sorted.map((day, i) => written(day, sorted[i + 1]))
  return `on ${names.slice(0, -1).join(', ')}${names.length > 1 ? ' and ' : ''}${names.at(-1)}`
}
