import type { Stretch } from '#domain/csv/table.ts'
import type { Day } from '#domain/day.ts'
import { daysOf } from './days.ts'
import { eventsOf } from './events.ts'
import { live, type Observable } from './live.ts'
import { reading } from './rows.ts'
import { saveLocal } from './settings.ts'

/** Under this key of the device's own things stands that the offer to install was put away. */
const PUT_AWAY = 'install-put-away'

/** What the offer to install depends on. */
export interface Lately {
  isPutAway: boolean
  recorded: Stretch
}

export const watchLately = (from: Day, to: Day): Observable<Lately> =>
  live(['local', 'days', 'events'], () =>
    reading(['local', 'days', 'events'], async ({ local, days, events }) => {
      const [row, records, happened] = await Promise.all([
        local.get(PUT_AWAY),
        daysOf(days, from, to),
        eventsOf(events, from, to)
      ])
      return { isPutAway: row?.value === true, recorded: { from, to, days: records, events: happened } }
    })
  )

export const putInstallAway = (): Promise<void> => saveLocal(PUT_AWAY, true)
