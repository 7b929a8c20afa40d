import { liveQuery, type Observable } from 'dexie'
import type { Stretch } from '#domain/csv/table.ts'
import type { Day } from '#domain/day.ts'
import { db } from './database.ts'
import { findDays } from './days.ts'
import { findEvents } from './events.ts'

/** Everything recorded on the days from `from` to `to`, both included, oldest first, as it was at one moment. */
export function findStretch(from: Day, to: Day): Promise<Stretch> {
  const { days, events } = db()
  return db().transaction('r', days, events, async () => {
    const [records, happened] = await Promise.all([findDays(from, to), findEvents(from, to)])
    return { from, to, days: records, events: happened }
  })
}

export const watchStretch = (from: Day, to: Day): Observable<Stretch> => liveQuery(() => findStretch(from, to))
