/** Numbers and dates as they stand in a report. */
import { dayText, daysBetween, type Day } from '#domain/day.ts'
import type { Span } from '#domain/series.ts'

/** '3.2', '−0.4' */
export function one(value: number): string {
  const text = Math.abs(value).toFixed(1)
  return value < 0 && text !== '0.0' ? `−${text}` : text
}

/** '+1.2', '−0.4', '0.0' */
export const signed = (value: number): string => (value > 0 && one(value) !== '0.0' ? `+${one(value)}` : one(value))

/** '−3.8 to −2.1'. An end that leaves out zero never reads as zero. */
export function rangeText(low: number, high: number): string {
  const edge = (value: number): string =>
    value !== 0 && Math.abs(value) < 0.05 ? `just ${value < 0 ? 'below' : 'above'} 0` : one(value)
  return `${edge(low)} to ${edge(high)}`
}

/** 0–1 → '71 %' */
export const percent = (share: number): string => `${Math.round(share * 100)} %`

/** '1 day', '3 days' */
export const counted = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`

/** Dates beyond these are counted and not listed. */
const MAX_DATES = 8

/** '2 May, 5 May and 9 June 2026': the year once for all dates of it; of many, the last ones. */
export function datesText(days: readonly Day[]): string {
  const sorted = [...new Set(days)].sort()
  const shown = sorted.slice(-MAX_DATES)
  const texts = shown.map((day, i) => {
    const next = shown[i + 1]
    return dayText(day, next?.slice(0, 4) === day.slice(0, 4) ? 'short' : 'dated')
  })
  const list = listText(texts)
  return sorted.length > shown.length ? `${list}; ${sorted.length - shown.length} earlier` : list
}

/** 'a', 'a and b', 'a, b and c' */
export const listText = (texts: readonly string[]): string =>
  texts.length < 2 ? (texts[0] ?? '') : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`

/** '14 Jan 2026 to 30 Jun 2026', '14 Jan 2026, going on' */
export const spanText = (from: Day, to: Day | null): string =>
  to === null ? `${dayText(from, 'dated')}, going on` : `${dayText(from, 'dated')} to ${dayText(to, 'dated')}`

/** '5 days', '1 week', '8 weeks': whole weeks. */
export function lengthText(from: Day, to: Day): string {
  const days = daysBetween(from, to) + 1
  return days < 7 ? counted(days, 'day') : counted(Math.floor(days / 7), 'week')
}

export const isWithin = (day: Day, { from, to }: Span): boolean => from <= day && day <= to

/** Do the days from `from` to `to` (null: until now) touch the period? */
export const touches = (from: Day, to: Day | null, period: Span): boolean =>
  from <= period.to && (to === null || to >= period.from)
