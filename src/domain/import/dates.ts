/** Days and times as other apps write them. Nothing is guessed: what is not plainly a day is null. */
import { isDay, type Clock, type Day } from '#domain/day.ts'

const two = (n: number): string => String(n).padStart(2, '0')

function dayFrom(year: number, month: number, date: number): Day | null {
  const day = `${year}-${two(month)}-${two(date)}`
  return isDay(day) ? day : null
}

/** The first letters of the months, without accents, in the languages whose files are common. */
const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'ene', 'janv', 'gen', 'sty', 'januar'],
  ['feb', 'fev', 'lut', 'fevr'],
  ['mar', 'mrz', 'maerz', 'maa', 'mars'],
  ['apr', 'abr', 'avr', 'kwi'],
  ['may', 'mai', 'mei', 'mag', 'maj'],
  ['jun', 'juin', 'giu', 'cze'],
  ['jul', 'juil', 'lug', 'lip'],
  ['aug', 'ago', 'aou', 'sie'],
  ['sep', 'set', 'wrz'],
  ['oct', 'okt', 'ott', 'out', 'paz'],
  ['nov', 'lis'],
  ['dec', 'dez', 'dic', 'gru']
]

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/ł/g, 'l')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')

/** 1–12; the longest beginning counts, so that 'juin' is not read as 'jui…' of another month. */
function monthOf(word: string): number | null {
  const name = plain(word)
  let best = { month: 0, length: 0 }
  MONTHS.forEach((beginnings, i) => {
    for (const beginning of beginnings) {
      if (name.startsWith(beginning) && beginning.length > best.length)
        best = { month: i + 1, length: beginning.length }
    }
  })
  return best.month === 0 ? null : best.month
}

/** 'June 22', '22nd Sep 2020', '16 de octubre', '7 września'. The year stands in the text or is given. */
export function wordDay(text: string, year?: number): Day | null {
  const words = text.match(/\d+|\p{L}+/gu) ?? []
  const numbers = words.filter((word) => /^\d/.test(word)).map(Number)
  const month = words
    .filter((word) => !/^\d/.test(word) && word.length > 2)
    .map(monthOf)
    .find((found) => found !== null)
  const date = numbers.find((n) => n <= 31)
  const inYear = numbers.find((n) => n >= 1000) ?? year
  return month == null || date === undefined || inYear === undefined ? null : dayFrom(inYear, month, date)
}

export type Order = 'ymd' | 'dmy' | 'mdy'

/** A day written with digits, in the order given; a time may follow it. */
export function digitDay(text: string, order: Order): Day | null {
  const match = /^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})(?![\d])/.exec(text)
  if (match === null) return null
  const [a = 0, b = 0, c = 0] = match.slice(1).map(Number)
  if ((match[1] ?? '').length === 4) return dayFrom(a, b, c)
  const year = c < 100 ? 2000 + c : c
  return order === 'dmy' ? dayFrom(year, b, a) : order === 'mdy' ? dayFrom(year, a, b) : null
}

/** The order of day and month that all texts agree on; null where they leave it open, or agree on none. */
export function orderOf(texts: Iterable<string>): Order | 'unclear' | null {
  let [dmy, mdy, seen] = [true, true, false]
  for (const text of texts) {
    const match = /^(\d{1,2})[-/.](\d{1,2})[-/.]\d{2,4}/.exec(text)
    if (match === null) continue
    seen = true
    if (Number(match[1]) > 12) mdy = false
    if (Number(match[2]) > 12) dmy = false
  }
  if (!seen) return 'ymd'
  return dmy && mdy ? 'unclear' : dmy ? 'dmy' : mdy ? 'mdy' : null
}

/**
 * '9:00 PM', '18:43', '3:04', '21:15:30', '9:00 p. m.' as 'HH:MM'; null for what is no time. 24:00 is the end of its day,
 * for which a clock has no name: the entry keeps its day and has no time.
 */
export function clockFrom(text: string): Clock | null {
  const match = /^(\d{1,2})[:.h](\d{2})(?::\d{2}(?:\.\d+)?)?\s*([ap])?\.?\s*m?\.?$/i.exec(
    text.replace(/[\u202f\u00a0]/g, ' ').trim()
  )
  if (match === null) return null
  let hour = Number(match[1])
  const half = match[3]?.toLowerCase()
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null
    hour = (hour % 12) + (half === 'p' ? 12 : 0)
  }
  return hour > 23 || Number(match[2]) > 59 ? null : `${two(hour)}:${match[2] ?? ''}`
}

/** 'H:MM' or 'H:MM:SS' as minutes; null for anything else. */
export function minutesFrom(text: string): number | null {
  const match = /^(\d{1,4}):([0-5]\d)(?::([0-5]\d))?$/.exec(text)
  return match === null ? null : Number(match[1]) * 60 + Number(match[2]) + Number(match[3] ?? 0) / 60
}

export interface LocalTime {
  day: Day
  time: Clock
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** The day and clock time that a moment had in a zone. */
export function localTime(moment: number, zone: string): LocalTime | null {
  if (!Number.isFinite(moment) || Math.abs(moment) > 8e15) return null
  const options = { timeZone: zone, hourCycle: 'h23', dateStyle: 'short', timeStyle: 'short' } as const
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('sv-SE', options)
  formats.set(zone, format)
  const [day = '', time = ''] = format.format(moment).split(' ')
  return isDay(day) ? { day, time } : null
}

/** '2026-03-02 09:00:00 -0500', '2026-03-02T09:00:00+01:00': the day and time as they stand there. */
export function writtenTime(text: string): LocalTime | null {
  const match = /^(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):([0-5]\d)/.exec(text)
  return match?.[1] !== undefined && isDay(match[1])
    ? { day: match[1], time: `${match[2] ?? ''}:${match[3] ?? ''}` }
    : null
}
