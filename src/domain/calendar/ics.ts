/** Reminders as a calendar file (RFC 5545): the calendar the person has already rings, so that no server has to. */
import { clockOf, dayAfter, dayOf, type Clock, type Day } from '#domain/day.ts'

export interface Checkpoint {
  day: Day
  /** The week of the plan it ends, for its name. */
  week: number
}

export interface IcsOptions {
  /** The address of Today; null where a link would not lead to this diary. */
  appUrl: string | null
  /** When the file is made. A later file wins over an earlier one. */
  now: Date
  /** Rings every day, for the first time on `from`, even where that moment has passed. */
  daily?: { time: Clock; from: Day }
  /** Each rings once. A calendar without any entry is not valid, so give these or `daily`. */
  checkpoints?: { planStart: Day; time: Clock; at: readonly Checkpoint[] }
}

interface Entry {
  uid: string
  day: Day
  time: Clock
  rule?: string
  summary: string
  words: string
}

const LINE_OCTETS = 75
const SEQUENCE_EPOCH = Date.UTC(2020, 0, 1)
const encoder = new TextEncoder()

/** What the entries are called. Other people and apps may see a calendar: the words say nothing of what is recorded. */
export const DAILY_NAME = 'Mend: a minute for today'
export const LOOK_BACK_NAME = 'Mend: a look back'

/** The first day on which the clock will still reach that time. */
export function nextRing(time: Clock, now: Date): Day {
  const day = dayOf(now, 0)
  return time > clockOf(now) ? day : dayAfter(day, 1)
}

/** A whole calendar file. The same reminder always has the same UID: adding it again replaces it. */
export function icsOf({ appUrl, now, daily, checkpoints }: IcsOptions): string {
  const entries: Entry[] = []
  if (daily) {
    entries.push({
      uid: 'daily@mend',
      day: daily.from,
      time: daily.time,
      rule: 'FREQ=DAILY',
      summary: DAILY_NAME,
      words: 'A quiet reminder. A day left out is fine.'
    })
  }
  for (const { day, week } of checkpoints?.at ?? []) {
    entries.push({
      uid: `checkpoint-${week}-${checkpoints?.planStart}@mend`,
      day,
      time: checkpoints?.time ?? '',
      summary: `${LOOK_BACK_NAME}, week ${week}`,
      words: 'A quiet reminder. It can wait until there is time.'
    })
  }
  const url = appUrl === null ? null : new URL(appUrl).href
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Mend//Reminders//EN',
    'CALSCALE:GREGORIAN',
    ...entries.flatMap((entry) => eventOf(entry, url, now)),
    'END:VCALENDAR'
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventOf({ uid, day, time, rule, summary, words }: Entry, url: string | null, now: Date): string[] {
  const name = escaped(summary)
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${now.toISOString().replace(/[-:]|\.\d+/g, '')}`,
    `SEQUENCE:${sequenceOf(now)}`,
    // Without a zone: it rings at that clock time wherever the person is, in summer and in winter.
    `DTSTART:${day.replaceAll('-', '')}T${time.replace(':', '')}00`,
    'DURATION:PT5M',
    ...(rule === undefined ? [] : [`RRULE:${rule}`]),
    // Nobody is busy because of it, and who shares the calendar need not read it.
    'TRANSP:TRANSPARENT',
    'CLASS:PRIVATE',
    `SUMMARY:${name}`,
    // Some calendars show no URL, but every one shows the description.
    `DESCRIPTION:${escaped(url === null ? words : `${words}\n${url}`)}`,
    ...(url === null ? [] : [`URL:${url}`]),
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:PT0S',
    `DESCRIPTION:${name}`,
    'END:VALARM',
    'END:VEVENT'
  ]
}

/** Seconds since 2020: grows with every file and stays within the 32 bits of an INTEGER until 2088. */
function sequenceOf(now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - SEQUENCE_EPOCH) / 1000))
}

/** A TEXT value: what has a meaning of its own is escaped, and control characters are left out. */
export function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\t\n])\p{Cc}/gu, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
}

/** A content line broken so that none is longer than 75 octets of UTF-8, never within a character. */
export function folded(line: string): string {
  let text = ''
  let used = 0
  for (const character of line) {
    const size = encoder.encode(character).length
    if (used + size > LINE_OCTETS) {
      text += '\r\n '
      used = 1 // the space that marks the line as going on
    }
    text += character
    used += size
  }
  return text
}
