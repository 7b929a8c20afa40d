/** Tables whose rows are saved whole and leave a stamped mark when they are removed. */
import type { Table } from 'dexie'
import type { Removed, Stamp } from '#domain/record.ts'
import { db } from './database.ts'
import { nextStamp } from './stamp.ts'

interface Row {
  id: string
  stamp: Stamp
}

export async function findKept<T extends Row>(table: Table<T | Removed, string>): Promise<T[]> {
  const rows = await table.toArray()
  return rows.filter((row): row is T => !('deleted' in row))
}

/** Writes it, new or changed. */
export async function keep<T extends Row>(table: Table<T | Removed, string>, row: Omit<T, 'stamp'>): Promise<void> {
  await db().transaction('rw', table, async () => {
    const before = await table.get(String(row['id' as keyof typeof row]))
    await table.put({ ...row, stamp: nextStamp(before ? [before.stamp] : []) } as T)
  })
}

/** Leaves a stamped mark. Keeping the row again undoes it. */
export async function removeKept<T extends Row>(table: Table<T | Removed, string>, id: string): Promise<void> {
  await db().transaction('rw', table, async () => {
    const before = await table.get(id)
    await table.put({ id, deleted: true, stamp: nextStamp(before ? [before.stamp] : []) })
  })
}
