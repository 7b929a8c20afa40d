/** What the person said of days they missed. It belongs to the diary, so backups have it: a setting for each stretch. */
import { readMissed, type Missed } from '#domain/missed.ts'
import { live, type Observable } from './live.ts'
import { reading, writing } from './rows.ts'
import { nextStamp } from './stamp.ts'

const PREFIX = 'missed/'
const keyOf = ({ from }: Missed) => `${PREFIX}${from}`

/** Oldest first. */
export const watchMissed = (): Observable<Missed[]> =>
  live(['settings'], () =>
    reading(['settings'], async ({ settings }) => {
      const rows = await settings.all(IDBKeyRange.bound(PREFIX, `${PREFIX}\uffff`))
      return rows.flatMap(({ value }) => readMissed(value) ?? [])
    })
  )

export const saveMissed = (missed: Missed): Promise<void> =>
  writing(['settings'], async ({ settings }) => {
    const key = keyOf(missed)
    const before = await settings.get(key)
    await settings.put({ key, value: missed, stamp: nextStamp(before ? [before.stamp] : []) })
  })

/** As if it had never been asked. */
export const forgetMissed = (missed: Missed): Promise<void> =>
  writing(['settings'], ({ settings }) => settings.delete(keyOf(missed)))
