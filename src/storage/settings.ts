import { liveQuery, type Observable } from 'dexie'
import { readSettings, type Settings } from '#domain/settings.ts'
import { db } from './database.ts'
import { nextStamp } from './stamp.ts'

/** The person's settings; what was never chosen has its default. */
export async function findSettings(): Promise<Settings> {
  const rows = await db().settings.toArray()
  return readSettings(Object.fromEntries(rows.map(({ key, value }) => [key, value])))
}

export async function saveSetting<K extends keyof Settings>(key: K, value: Settings[K]): Promise<void> {
  const { settings } = db()
  await db().transaction('rw', settings, async () => {
    const before = await settings.get(key)
    await settings.put({ key, value, stamp: nextStamp(before ? [before.stamp] : []) })
  })
}

/** Things of this device: never exported, never merged. */
export function watchLocal(key: string): Observable<unknown> {
  return liveQuery(async () => (await db().local.get(key))?.value)
}

export async function saveLocal(key: string, value: unknown): Promise<void> {
  await db().local.put({ key, value })
}
