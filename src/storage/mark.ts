/**
 * Marks beside the database, read before it is open: that a diary was begun here, that a lock is set, and that somebody
 * was told to turn to others.
 */
const SINCE = 'mend.since'
const LOCK = 'mend.lock'
const CARE = 'mend.care'

function read(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null // storage is closed to this page
  }
}

/** True if it is kept. */
function write(key: string, value: string | null): boolean {
  try {
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
    return true
  } catch {
    return false
  }
}

/** Call it after a save. The first day stays. */
export const markDiary = (day: string): unknown => read(SINCE) ?? write(SINCE, day)

/** For somebody who starts anew. */
export const unmarkDiary = (): unknown => write(SINCE, null)

/** The day since which a diary is kept here; null where none was begun. */
export const keptSince = (): string | null => read(SINCE)

/** … of one that is gone; null while it is there, or where none ever was. */
export const lostSince = (isEmpty: boolean): string | null => (isEmpty ? keptSince() : null)

/** After how many minutes the diary is hidden; null without a lock. */
export function lockMinutes(): number | null {
  const minutes = read(LOCK)
  return minutes === null ? null : Number(minutes) || 0
}

/** Null takes the lock away. False where the browser keeps no marks, and so no lock. */
export const markLock = (minutes: number | null): boolean => write(LOCK, minutes === null ? null : String(minutes))

/** Was there a reason to turn to somebody when Today was last open? */
export const hadCare = (): boolean => read(CARE) !== null

export const markCare = (has: boolean): unknown => write(CARE, has ? '1' : null)
