/**
 * Civil days as lived. A Day is a string 'YYYY-MM-DD'; strings of this shape sort like the days they name. All
 * arithmetic on days is in this file: nothing else parses or builds one.
 */

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

/** A day as a count of days since 1970: for walking over years without a Date each. */
export function dayNumber(day: Day): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / MS_PER_DAY
}

export function dayOfNumber(number: number): Day {
  return new Date(number * MS_PER_DAY).toISOString().slice(0, 10)
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

// The interface is in English; a fixed locale keeps the words of one sentence in one language.
const LOCALE = 'en-GB'
const STYLES = {
  /** Monday 23 November */ long: { weekday: 'long', day: 'numeric', month: 'long' },
  /** Monday 23 November 2026 */ full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  /** 23 Nov */ short: { day: 'numeric', month: 'short' },
  /** 23 Nov 2026 */ dated: { day: 'numeric', month: 'short', year: 'numeric' },
  /** Mon */ weekday: { weekday: 'short' },
  /** Monday */ weekdayLong: { weekday: 'long' },
  /** Nov 2026 */ monthYear: { month: 'short', year: 'numeric' }
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

type Style = keyof typeof STYLES
/** Each is made when it is first needed: making one takes longer than using it a hundred times. */
const formats = new Map<Style, Intl.DateTimeFormat>()

export function dayText(day: Day, style: Style = 'long'): string {
  let format = formats.get(style)
  if (format === undefined)
    formats.set(style, (format = new Intl.DateTimeFormat(LOCALE, { ...STYLES[style], timeZone: 'UTC' })))
  return format.format(dayNumber(day) * MS_PER_DAY).replace(',', '')
}

/** 'Today', 'Yesterday', else the weekday. */
export function dayName(day: Day, today: Day): string {
  const ago = daysBetween(day, today)
  return ago === 0 ? 'Today' : ago === 1 ? 'Yesterday' : ago === -1 ? 'Tomorrow' : dayText(day, 'weekdayLong')
}
