/** What was ticked under "Anything worrying?", and what is kept beside it: what was seen, about oneself, whom to call. */
import { CARE_SETTINGS, readCareSettings, type CareSettings, type Seen } from '#domain/care/settings.ts'
import type { WorryCheck } from '#domain/care/worry.ts'
import type { Day } from '#domain/day.ts'
import { findKept, keep, removeKept } from './kept.ts'
import { live, type Observable } from './live.ts'
import { reading, writing } from './rows.ts'
import { nextStamp } from './stamp.ts'

/** The oldest first. */
export const watchWorries = (): Observable<WorryCheck[]> => live(['worries'], () => findKept('worries'))

/** In place of what was ticked before on that day. */
export const saveWorries = (day: Day, signs: readonly string[]): Promise<void> =>
  keep('worries', { id: day, day, signs })

export const removeWorries = (day: Day): Promise<void> => removeKept('worries', day)

const findCareSettings = (): Promise<CareSettings> =>
  reading(['settings'], async ({ settings }) => {
    const rows = await Promise.all(CARE_SETTINGS.map((key) => settings.get(key)))
    return readCareSettings(Object.fromEntries(rows.flatMap((row) => (row ? [[row.key, row.value]] : []))))
  })

export const watchCareSettings = (): Observable<CareSettings> => live(['settings'], findCareSettings)

/** Changes one of them on top of what is stored: two tabs do not lose each other's. */
const change = <K extends keyof CareSettings>(
  key: K,
  next: (before: CareSettings[K]) => CareSettings[K]
): Promise<void> =>
  writing(['settings'], async ({ settings }) => {
    const row = await settings.get(key)
    const before = readCareSettings(row ? { [key]: row.value } : {})[key]
    await settings.put({ key, value: next(before), stamp: nextStamp(row ? [row.stamp] : []) })
  })

export const saveAboutYou = (about: CareSettings['about-you']): Promise<void> => change('about-you', () => [...about])

/** null takes it away. */
export const saveOwnContact = (contact: CareSettings['own-contact']): Promise<void> =>
  change('own-contact', () => contact && { ...contact })

type SeenOf = 'care-seen' | 'cautions-seen'

/** Fewer than a backup takes in one place, and more than are needed: the facts of a card are over after two months. */
const SEEN_MAX = 500

/** Puts aside what has these keys, on that day. */
export const saveSeen = (of: SeenOf, keys: readonly string[], day: Day): Promise<void> =>
  change(of, (before): Seen => {
    const all = { ...before, ...Object.fromEntries(keys.map((key) => [key, day])) }
    const newest = Object.entries(all).sort(([, a], [, b]) => (a < b ? 1 : a > b ? -1 : 0))
    return Object.fromEntries(newest.slice(0, SEEN_MAX))
  })

/** Undoes that. */
export const removeSeen = (of: SeenOf, keys: readonly string[]): Promise<void> =>
  change(of, (before): Seen => Object.fromEntries(Object.entries(before).filter(([key]) => !keys.includes(key))))
