/**
 * Civil days as lived. A Day is a string 'YYYY-MM-DD'; strings of this shape sort like the days they name. All
 * arithmetic on days is in this file: nothing else parses or builds one.
 */
import { addDays, formatISO, isValid, parseISO } from 'date-fns'

export type Day = string

/** A clock time 'HH:MM', 24 hours. */
export type Clock = string

export const FIRST_DAY: Day = '2000-01-01'
export const DEFAULT_DAY_START = 4

const MS_PER_DAY = 86_400_000
const SHAPE = /^\d{4}-\d{2}-\d{2}$/

/** Is this text a day that exists ('2026-02-30' does not) and lies in the years Mend records? */
export function isDay(text: unknown): text is Day {
  return typeof text === 'string' && SHAPE.test(text) && text >= FIRST_DAY && text < '2200' && isValid(parseISO(text))
}

export function isClock(text: unknown): text is Clock {
  return typeof text === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
}

/** The day that the moment belongs to where the phone is: before `dayStart` (hour, 0–12) it is still yesterday. */
export function dayOf(moment: Date, dayStart = DEFAULT_DAY_START): Day {
  const civil = formatISO(moment, { representation: 'date' })
  return moment.getHours() < dayStart ? dayAfter(civil, -1) : civil
}

export function clockOf(moment: Date): Clock {
  return `${String(moment.getHours()).padStart(2, '0')}:${String(moment.getMinutes()).padStart(2, '0')}`
}

/** The moment (local time) at which the day after `day` begins. */
export function endOfDay(day: Day, dayStart = DEFAULT_DAY_START): Date {
  const end = addDays(parseISO(day), 1)
  end.setHours(dayStart, 0, 0, 0)
  return end
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
const utc = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(LOCALE, { ...options, timeZone: 'UTC' })
const FORMATS = {
  /** Monday 23 November */ long: utc({ weekday: 'long', day: 'numeric', month: 'long' }),
  /** Monday 23 November 2026 */ full: utc({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
  /** 23 Nov */ short: utc({ day: 'numeric', month: 'short' }),
  /** 23 Nov 2026 */ dated: utc({ day: 'numeric', month: 'short', year: 'numeric' }),
  /** Mon */ weekday: utc({ weekday: 'short' }),
  /** Monday */ weekdayLong: utc({ weekday: 'long' }),
  /** Nov */ month: utc({ month: 'short' }),
  /** Nov 2026 */ monthYear: utc({ month: 'short', year: 'numeric' })
}

export function dayText(day: Day, style: keyof typeof FORMATS = 'long'): string {
  return FORMATS[style].format(dayNumber(day) * MS_PER_DAY).replace(',', '')
}

/** 'Today', 'Yesterday', else the weekday. */
export function dayName(day: Day, today: Day): string {
  const ago = daysBetween(day, today)
  return ago === 0 ? 'Today' : ago === 1 ? 'Yesterday' : ago === -1 ? 'Tomorrow' : dayText(day, 'weekdayLong')
}
