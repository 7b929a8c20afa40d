/** When this device last made a backup. Apart from the backups themselves, so that a page can say it without them. */
import { isDay, type Day } from '#domain/day.ts'
import { isRecord } from '#domain/kinds/kind.ts'
import type { Stamp } from '#domain/record.ts'
import { live, type Observable } from './live.ts'
import { reading } from './rows.ts'
import { saveLocal } from './settings.ts'
import { nextStamp } from './stamp.ts'

const LAST_BACKUP = 'backup'
const LAST_CHECK = 'backup-check'

/** When this device last made a backup, or looked at one. */
export interface Remembered {
  day: Day
  at: Stamp
}

export const saveLastBackup = (day: Day, at: Stamp): Promise<void> => saveLocal(LAST_BACKUP, { day, at })
export const saveLastCheck = (day: Day): Promise<void> => saveLocal(LAST_CHECK, { day, at: nextStamp() })

function remembered(raw: unknown): Remembered | null {
  if (!isRecord(raw)) return null
  const { day, at } = raw
  return isDay(day) && typeof at === 'number' ? { day, at } : null
}

export interface BackupState {
  backup: Remembered | null
  check: Remembered | null
  /** Something was recorded on the days since the backup; without one, on a week of days. */
  hasNew: boolean
}

/** Enough to lose that a first backup is worth asking for. */
const FIRST_DAYS = 7

const TABLES = ['days', 'events', 'local'] as const

export function watchBackupState(): Observable<BackupState> {
  return live(TABLES, () =>
    reading(TABLES, async ({ days, events, local }) => {
      const [backup, check] = (await Promise.all([local.get(LAST_BACKUP), local.get(LAST_CHECK)])).map((row) =>
        remembered(row?.value)
      )
      const state = { backup: backup ?? null, check: check ?? null }
      if (!backup) return { ...state, hasNew: (await days.count()) >= FIRST_DAYS }
      const since = IDBKeyRange.lowerBound(backup.day)
      const [rows, happened] = await Promise.all([days.all(since), events.all(since)])
      const stamps = [...rows.flatMap((row) => Object.values(row.stamps)), ...happened.map(({ stamp }) => stamp)]
      return { ...state, hasNew: stamps.some((stamp) => stamp > backup.at) }
    })
  )
}
