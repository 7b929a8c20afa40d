/** Everything recorded, in bulk: what files are made of and what an import puts in. */
import { liveQuery, type Observable } from 'dexie'
import { merged, type Held, type ImportWrites } from '#domain/csv/merge.ts'
import { recordedDays, type Stretch } from '#domain/csv/table.ts'
import { dayAfter, daysBetween, type Day } from '#domain/day.ts'
import { kindOf } from '#domain/kinds/index.ts'
import { db } from './database.ts'
import { findDays, findSpan } from './days.ts'
import { nextStamp } from './stamp.ts'
import { findStretch } from './stretch.ts'

/** Days read at once: few enough to stay light, enough to be fast. */
const STRETCH_DAYS = 120

/**
 * The whole diary, oldest first, a stretch of days at a time. `onProgress` hears which share of it (0–1) was handed out
 * and dealt with.
 */
export async function* findStretches(onProgress: (share: number) => void = () => undefined): AsyncGenerator<Stretch> {
  const span = await findSpan()
  if (span === null) return
  const length = daysBetween(span.first, span.last) + 1
  for (let done = 0; done < length; done += STRETCH_DAYS) {
    const from = dayAfter(span.first, done)
    const to = dayAfter(span.first, Math.min(done + STRETCH_DAYS, length) - 1)
    yield await findStretch(from, to)
    onProgress(Math.min(1, (done + STRETCH_DAYS) / length))
  }
}

/** How many days have anything recorded. */
export function watchRecordedDays(): Observable<number> {
  return liveQuery(async () => {
    let count = 0
    for await (const stretch of findStretches()) count += recordedDays(stretch).size
    return count
  })
}

/** What the diary has from one day to another, both included, with what was cleared and removed. */
export async function findHeld(from: Day, to: Day): Promise<Held> {
  const { days, events } = db()
  return db().transaction('r', days, events, async () => ({
    days: await findDays(from, to),
    events: await events.where('id').between(`${from}/`, `${to}/\uffff`).toArray()
  }))
}

/** Writes an import in one transaction: all of it or, where anything fails, nothing. */
export async function saveImport({ entries, items: own }: ImportWrites): Promise<void> {
  const { days, events, items } = db()
  const inDays = [...new Set(entries.map(({ day }) => day))]
  const eventIds = entries.filter(({ item }) => kindOf(item).record === 'event').map(({ id }) => id)
  await db().transaction('rw', days, events, items, async () => {
    const held = {
      days: (await days.bulkGet(inDays)).filter((row) => row !== undefined),
      events: (await events.bulkGet(eventIds)).filter((row) => row !== undefined)
    }
    const rows = merged(held, entries, (before) => nextStamp([before]))
    await days.bulkPut(rows.days)
    await events.bulkPut(rows.events)
    const choices = await items.bulkGet(own.map(({ id }) => id))
    await items.bulkPut(own.map((item, i) => ({ ...choices[i], ...item, stamp: nextStamp([choices[i]?.stamp ?? 0]) })))
  })
}
