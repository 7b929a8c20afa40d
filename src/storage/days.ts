import { liveQuery, type Observable } from 'dexie'
import type { Day } from '#domain/day.ts'
import type { AnswerValue, DayRecord, Stamp } from '#domain/record.ts'
import { db } from './database.ts'
import { nextStamp } from './stamp.ts'

/** Answers to write; undefined clears one. */
export type AnswerChanges = Record<string, AnswerValue | undefined>

export const emptyDay = (day: Day): DayRecord => ({ day, answers: {}, stamps: {} })

/** The recorded days from `from` to `to`, both included, oldest first. */
export function watchDays(from: Day, to: Day): Observable<DayRecord[]> {
  return liveQuery(() => findDays(from, to))
}

export function findDays(from: Day, to: Day): Promise<DayRecord[]> {
  return db().days.where('day').between(from, to, true, true).toArray()
}

/** The first and last day with a row; null in an empty diary. */
export async function findSpan(): Promise<{ first: Day; last: Day } | null> {
  const [firstDay, lastDay, firstEvent, lastEvent] = await Promise.all([
    db().days.toCollection().first(),
    db().days.toCollection().last(),
    db().events.toCollection().first(),
    db().events.toCollection().last()
  ])
  const all = [firstDay, lastDay, firstEvent, lastEvent].flatMap((row) => (row ? [row.day] : [])).sort()
  const first = all[0]
  const last = all.at(-1)
  return first === undefined || last === undefined ? null : { first, last }
}

export const watchSpan = (): Observable<{ first: Day; last: Day } | null> => liveQuery(findSpan)

/** One row with the changes and their stamps laid over it. */
export function withAnswers(row: DayRecord, changes: AnswerChanges): DayRecord {
  const stamp = nextStamp(Object.values(row.stamps))
  const merged = Object.entries({ ...row.answers, ...changes })
  return {
    day: row.day,
    answers: Object.fromEntries(merged.filter((entry): entry is [string, AnswerValue] => entry[1] !== undefined)),
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
  const { days } = db()
  return db().transaction('rw', days, async () => {
    const row = (await days.get(day)) ?? emptyDay(day)
    const next = withAnswers(row, changes)
    await days.put(next)
    const ids = Object.keys(changes)
    return {
      before: Object.fromEntries(ids.map((id) => [id, row.answers[id]])),
      stamp: Math.max(0, ...ids.map((id) => next.stamps[id] ?? 0))
    }
  })
}
