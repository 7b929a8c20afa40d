import type { Day } from '#domain/day.ts'
import { partsOf, saidOn, type AnswerValue, type DayRecord, type Stamp } from '#domain/record.ts'
import { live, type Observable } from './live.ts'
import { reading, writing, type Rows } from './rows.ts'
import { nextStamp } from './stamp.ts'

/** Answers to write; null skips the item, undefined clears what stands there. */
export type AnswerChanges = Record<string, AnswerValue | null | undefined>

export const emptyDay = (day: Day): DayRecord => ({ day, answers: {}, stamps: {} })

/** Of all that is recorded. */
export interface DiarySpan {
  first: Day
  last: Day
}

/** The recorded days from `from` to `to`, both included, oldest first. */
export function watchDays(from: Day, to: Day): Observable<DayRecord[]> {
  return live(['days'], () => findDays(from, to))
}

export const daysOf = (days: Rows<'days'>, from: Day, to: Day): Promise<DayRecord[]> =>
  byYears(from, to, (from, to) => days.all(IDBKeyRange.bound(from, to)))

/** One question for each calendar year: each answer is taken in by itself, so that long ones hold nothing up. */
export async function byYears<T>(from: Day, to: Day, ask: (from: Day, to: Day) => Promise<T[]>): Promise<T[]> {
  if (from > to) return []
  const [first = 0, last = 0] = [from, to].map((day) => Number(day.slice(0, 4)))
  const years = Array.from({ length: last - first + 1 }, (_, i) => String(first + i))
  const answers = years.map((year, i) =>
    ask(i === 0 ? from : `${year}-01-01`, i === years.length - 1 ? to : `${year}-12-31`)
  )
  return (await Promise.all(answers)).flat()
}

export function findDays(from: Day, to: Day): Promise<DayRecord[]> {
  return reading(['days'], ({ days }) => daysOf(days, from, to))
}

/** The first and last day with a row; null in an empty diary. */
export const findSpan = (): Promise<DiarySpan | null> =>
  reading(['days', 'events'], ({ days, events }) => spanOf(days, events))

export async function spanOf(days: Rows<'days'>, events: Rows<'events'>): Promise<DiarySpan | null> {
  const rows = await Promise.all([days.first(), days.last(), events.first(), events.last()])
  const all = rows.flatMap((row) => (row ? [row.day] : [])).sort()
  const first = all[0]
  const last = all.at(-1)
  return first === undefined || last === undefined ? null : { first, last }
}

export const watchSpan = (): Observable<DiarySpan | null> => live(['days', 'events'], findSpan)

/** One row with the changes and their stamps laid over it. */
export function withAnswers(row: DayRecord, changes: AnswerChanges): DayRecord {
  const stamp = nextStamp(Object.values(row.stamps))
  return {
    day: row.day,
    ...partsOf({ ...saidOn(row), ...changes }),
    stamps: { ...row.stamps, ...Object.fromEntries(Object.keys(changes).map((id) => [id, stamp])) }
  }
}

export interface Saved {
  /** What stood there before: writing that undoes the change. */
  before: AnswerChanges
  /** The stamp that the changed answers have now. */
  stamp: Stamp
}

/** Writes the changes in one transaction and resolves when they are on the disk. */
export function saveAnswers(day: Day, changes: AnswerChanges): Promise<Saved> {
  return writing(['days'], async ({ days }) => {
    const row = (await days.get(day)) ?? emptyDay(day)
    const next = withAnswers(row, changes)
    await days.put(next)
    const ids = Object.keys(changes)
    const said = saidOn(row)
    return {
      before: Object.fromEntries(ids.map((id) => [id, said[id]])),
      stamp: Math.max(0, ...ids.map((id) => next.stamps[id] ?? 0))
    }
  })
}
