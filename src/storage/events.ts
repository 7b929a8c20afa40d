import { CATALOGUE } from '#domain/catalogue/index.ts'
import type { Day } from '#domain/day.ts'
import type { EventRecord, EventRow } from '#domain/record.ts'
import { byYears, withAnswers } from './days.ts'
import { live, type Observable } from './live.ts'
import { reading, writing, type Rows } from './rows.ts'
import { nextStamp } from './stamp.ts'

const living = (rows: EventRow[]): EventRecord[] => rows.filter((row): row is EventRecord => !('deleted' in row))

/** Events of the days from `from` to `to`, both included, by day; removed ones too. */
export const eventRowsOf = (events: Rows<'events'>, from: Day, to: Day): Promise<EventRow[]> =>
  byYears(from, to, (from, to) => events.all(IDBKeyRange.bound(`${from}/`, `${to}/\uffff`)))

export const eventsOf = async (events: Rows<'events'>, from: Day, to: Day): Promise<EventRecord[]> =>
  living(await eventRowsOf(events, from, to))

export function findEvents(from: Day, to: Day): Promise<EventRecord[]> {
  return reading(['events'], ({ events }) => eventsOf(events, from, to))
}

/** Events of the days from `from` to `to`, both included, by day. */
export function watchEvents(from: Day, to: Day): Observable<EventRecord[]> {
  return live(['events'], () => findEvents(from, to))
}

export const eventId = (day: Day): string => `${day}/${crypto.randomUUID()}`

/** The answer that a recorded movement makes untrue. */
const CONTRADICTED: Record<string, string> = { 'bowel-movement': 'no-bowel-movement' }

/** Writes the event, new or changed, and resolves when it is on the disk. */
export async function saveEvent(event: Omit<EventRecord, 'stamp'>): Promise<void> {
  const contradicted = CONTRADICTED[event.trackable]
  await writing(['days', 'events'], async ({ days, events }) => {
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
  await writing(['events'], async ({ events }) => {
    const before = await events.get(id)
    await events.put({ id, day, trackable, deleted: true, stamp: nextStamp(before ? [before.stamp] : []) })
  })
}

const COURSES = CATALOGUE.filter((item) => item.kind === 'course').map((item) => item.id)

/** Every course, whenever it began: it lasts longer than the day it stands under. */
export function watchCourses(): Observable<EventRecord[]> {
  return live(['events'], () =>
    reading(['events'], async ({ events }) => {
      const rows = await Promise.all(COURSES.map((id) => events.all(IDBKeyRange.only(id), 'trackable')))
      return living(rows.flat())
    })
  )
}
