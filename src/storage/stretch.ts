import type { Stretch } from '#domain/csv/table.ts'
import type { Day } from '#domain/day.ts'
import { daysOf } from './days.ts'
import { eventsOf } from './events.ts'
import { live, type Observable } from './live.ts'
import { reading, type Rows } from './rows.ts'

/** Everything recorded on the days from `from` to `to`, both included, oldest first, as it was at one moment. */
export function findStretch(from: Day, to: Day): Promise<Stretch> {
  return reading(['days', 'events'], ({ days, events }) => stretchOf(days, events, from, to))
}

export async function stretchOf(days: Rows<'days'>, events: Rows<'events'>, from: Day, to: Day): Promise<Stretch> {
  const [records, happened] = await Promise.all([daysOf(days, from, to), eventsOf(events, from, to)])
  return { from, to, days: records, events: happened }
}

export const watchStretch = (from: Day, to: Day): Observable<Stretch> =>
  live(['days', 'events'], () => findStretch(from, to))
