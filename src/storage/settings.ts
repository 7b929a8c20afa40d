import { readSettings, type Settings } from '#domain/settings.ts'
import { live, type Observable } from './live.ts'
import { reading, writing, type Rows } from './rows.ts'
import { nextStamp } from './stamp.ts'

/** The person's settings; what was never chosen has its default. */
export const findSettings = (): Promise<Settings> => reading(['settings'], ({ settings }) => settingsOf(settings))

export async function settingsOf(settings: Rows<'settings'>): Promise<Settings> {
  const rows = await settings.all()
  return readSettings(Object.fromEntries(rows.map(({ key, value }) => [key, value])))
}

/** Changes what stands there by then, so that two quick choices do not take each other back. Returns what it is since. */
export async function saveSetting<K extends keyof Settings>(
  key: K,
  change: (before: Settings[K]) => Settings[K]
): Promise<Settings[K]> {
  return writing(['settings'], async ({ settings }) => {
    const before = await settings.get(key)
    const value = change(readSettings({ [key]: before?.value })[key])
    await settings.put({ key, value, stamp: nextStamp(before ? [before.stamp] : []) })
    return value
  })
}

/** Things of this device: never exported, never merged. */
export const findLocal = (key: string): Promise<unknown> =>
  reading(['local'], async ({ local }) => (await local.get(key))?.value)

export const watchLocal = (key: string): Observable<unknown> => live(['local'], () => findLocal(key))

export async function saveLocal(key: string, value: unknown): Promise<void> {
  await writing(['local'], ({ local }) => local.put({ key, value }))
}
