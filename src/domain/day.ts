/**
 * Civil days as lived. A Day is a string 'YYYY-MM-DD'; strings of this shape sort like the days they name. All
 * arithmetic on days is in this file: nothing else parses or builds one.
 */

import { formats } from '#domain/formats.ts'

export type Day = string

/** A clock time 'HH:MM', 24 hours. */
export type Clock = string

export const FIRST_DAY: Day = '2000-01-01'
export const DEFAULT_DAY_START = 4

const MS_PER_DAY = 86_400_000
const SHAPE = /^\d{4}-\d{2}-\d{2}$/

/** Is this text a day that exists ('2026-02-30' does not) and lies in the years Mend records? */
export function isDay(text: unknown): text is Day {
  return (
    typeof text === 'string' &&
    SHAPE.test(text) &&
    text >= FIRST_DAY &&
    text < '2200' &&
    dayOfNumber(dayNumber(text)) === text
  )
}

export function isClock(text: unknown): text is Clock {
  return typeof text === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
}

/** The day that the moment belongs to where the phone is: before `dayStart` (hour, 0–12) it is still yesterday. */
export function dayOf(moment: Date, dayStart = DEFAULT_DAY_START): Day {
  const civil = dayOfNumber(Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate()) / MS_PER_DAY)
  return moment.getHours() < dayStart ? dayAfter(civil, -1) : civil
}

export function clockOf(moment: Date): Clock {
  return [moment.getHours(), moment.getMinutes()].map((n) => String(n).padStart(2, '0')).join(':')
}

/** '07:40', or '7:40 am' where twelve hours are counted. */
export function clockText(clock: Clock): string {
  if (formats().clock === '24') return clock
  const hour = Number(clock.slice(0, 2))
  return `${hour % 12 || 12}${clock.slice(2)} ${hour < 12 ? 'am' : 'pm'}`
}

/** A day as a count of days since 1970: for walking over years without a Date each. */
export function dayNumber(day: Day): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / MS_PER_DAY
}

export function dayOfNumber(number: number): Day {
  return new Date(number * MS_PER_DAY).toISOString().slice(0, 10)
}

/** 0 for a Sunday … 6 for a Saturday. */
export function weekdayOf(day: Day): number {
  return (dayNumber(day) + 4) % 7 // day 0 of 1970 was a Thursday; no day of a diary is before it
}

/** `n` days later (earlier where n is negative). Counted without clocks, so that no zone's history gets in the way. */
export function dayAfter(day: Day, n: number): Day {
  return dayOfNumber(dayNumber(day) + n)
}

/** Days from `from` to `to`: 1 for two neighbours, negative where `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

/** Every day from `from` to `to`, both included; none where `to` is earlier. */
export function daysFrom(from: Day, to: Day): Day[] {
  const first = dayNumber(from)
  return Array.from({ length: Math.max(0, dayNumber(to) - first + 1) }, (_, i) => dayOfNumber(first + i))
}

// The interface is in English, and so are its dates. Making an Intl format costs a phone more than drawing a screen.
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
// prettier-ignore
const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December'
]

interface Words {
  weekday: string
  date: number
  month: string
  year: string
}
const short = (name: string) => name.slice(0, 3)
const isMonthFirst = () => formats().dateOrder === 'month-day'
const on = (date: number, month: string) => (isMonthFirst() ? `${month} ${date}` : `${date} ${month}`)
/** Between a date and what stands before or behind it: 'Monday, November 23, 2026'. */
const gap = () => (isMonthFirst() ? ', ' : ' ')
const STYLES = {
  /** Monday 23 November */ long: ({ weekday, date, month }) => weekday + gap() + on(date, month),
  /** Monday 23 November 2026 */ full: ({ weekday, date, month, year }) =>
    weekday + gap() + on(date, month) + gap() + year,
  /** 23 Nov */ short: ({ date, month }) => on(date, short(month)),
  /** 23 Nov 2026 */ dated: ({ date, month, year }) => on(date, short(month)) + gap() + year,
  /** Mon */ weekday: ({ weekday }) => short(weekday),
  /** Monday */ weekdayLong: ({ weekday }) => weekday,
  /** Nov 2026 */ monthYear: ({ month, year }) => `${short(month)} ${year}`
} as const satisfies Record<string, (words: Words) => string>

export function dayText(day: Day, style: keyof typeof STYLES = 'long'): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return STYLES[style]({
    weekday: WEEKDAYS[weekdayOf(day)] ?? '',
    date: Number(date),
    month: MONTHS[Number(month) - 1] ?? '',
    year
  })
}

/** 'Today', 'Yesterday', else the weekday. */
export function dayName(day: Day, today: Day): string {
  const ago = daysBetween(day, today)
  return ago === 0 ? 'Today' : ago === 1 ? 'Yesterday' : ago === -1 ? 'Tomorrow' : dayText(day, 'weekdayLong')
}
