/** Everything recorded, in bulk: what files are made of and what an import puts in. */
import { merged, type Held, type ImportWrites } from '#domain/csv/merge.ts'
import { recordedDays, type Stretch } from '#domain/csv/table.ts'
import { dayAfter, daysBetween, type Day } from '#domain/day.ts'
import { kindOf } from '#domain/kinds/index.ts'
import { daysOf, findSpan } from './days.ts'
import { eventRowsOf } from './events.ts'
import { live, type Observable } from './live.ts'
import { reading, writing } from './rows.ts'
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
  return live(['days', 'events'], async () => {
    let count = 0
    for await (const stretch of findStretches()) count += recordedDays(stretch).size
    return count
  })
}

/** What the diary has from one day to another, both included, with what was cleared and removed. */
export async function findHeld(from: Day, to: Day): Promise<Held> {
  return reading(['days', 'events'], async ({ days, events }) => ({
    days: await daysOf(days, from, to),
    events: await eventRowsOf(events, from, to)
  }))
}

/** Writes an import in one transaction: all of it or, where anything fails, nothing. */
export async function saveImport({ entries, items: own }: ImportWrites): Promise<void> {
  const inDays = [...new Set(entries.map(({ day }) => day))]
  const eventIds = entries.filter(({ item }) => kindOf(item).record === 'event').map(({ id }) => id)
  await writing(['days', 'events', 'items'], async ({ days, events, items }) => {
    const held = {
      days: (await Promise.all(inDays.map((day) => days.get(day)))).filter((row) => row !== undefined),
      events: (await Promise.all(eventIds.map((id) => events.get(id)))).filter((row) => row !== undefined)
    }
    const rows = merged(held, entries, (before) => nextStamp([before]))
    const choices = await Promise.all(own.map(({ id }) => items.get(id)))
    await Promise.all([
      ...rows.days.map((row) => days.put(row)),
      ...rows.events.map((row) => events.put(row)),
      ...own.map((item, i) => items.put({ ...choices[i], ...item, stamp: nextStamp([choices[i]?.stamp ?? 0]) }))
    ])
  })
}
