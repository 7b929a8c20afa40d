import { liveQuery, type Observable } from 'dexie'
import { CATALOGUE } from '#domain/catalogue/index.ts'
import type { Day } from '#domain/day.ts'
import type { EventRecord, EventRow } from '#domain/record.ts'
import { db } from './database.ts'
import { withAnswers } from './days.ts'
import { nextStamp } from './stamp.ts'

const living = (rows: EventRow[]): EventRecord[] => rows.filter((row): row is EventRecord => !('deleted' in row))

export async function findEvents(from: Day, to: Day): Promise<EventRecord[]> {
  return living(await db().events.where('id').between(`${from}/`, `${to}/\uffff`).toArray())
}

/** Events of the days from `from` to `to`, both included, by day. */
export function watchEvents(from: Day, to: Day): Observable<EventRecord[]> {
  return liveQuery(() => findEvents(from, to))
}

export const eventId = (day: Day): string => `${day}/${crypto.randomUUID()}`

/** The answer that a recorded movement makes untrue. */
const CONTRADICTED: Record<string, string> = { 'bowel-movement': 'no-bowel-movement' }

/** Writes the event, new or changed, and resolves when it is on the disk. */
export async function saveEvent(event: Omit<EventRecord, 'stamp'>): Promise<void> {
  const { days, events } = db()
  const contradicted = CONTRADICTED[event.trackable]
  await db().transaction('rw', days, events, async () => {
    const before = await events.get(event.id)
    await events.put({ ...event, stamp: nextStamp(before ? [before.stamp] : []) })
    const row = contradicted === undefined ? undefined : await days.get(event.day)
    if (contradicted !== undefined && row !== undefined && contradicted in row.answers) {
      await days.put(withAnswers(row, { [contradicted]: undefined }))
    }
  })
}

/** Leaves a stamped mark without content, so that other copies of the diary learn of it. Saving the event again undoes it. */
export async function removeEvent({ id, day, trackable }: EventRecord): Promise<void> {
  const { events } = db()
  await db().transaction('rw', events, async () => {
    const before = await events.get(id)
    await events.put({ id, day, trackable, deleted: true, stamp: nextStamp(before ? [before.stamp] : []) })
  })
}

/** Every course, whenever it began: it lasts longer than the day it stands under. */
export function watchCourses(): Observable<EventRecord[]> {
  return liveQuery(async () => {
    const ids = CATALOGUE.filter((item) => item.kind === 'course').map((item) => item.id)
    return living(await db().events.where('trackable').anyOf(ids).toArray())
  })
}
