import type { Day } from '#domain/day.ts'
import { diaryName } from '#storage/diary.ts'
import { markDiary } from '#storage/mark.ts'
import { saveLocal, watchLocal } from '#storage/settings.ts'

/** What the browser said when asked never to clear the diary by itself. */
export type PersistAnswer = 'granted' | 'denied'

let asked = false

/** What follows a save: the mark that there is a diary, and the question whether the browser keeps it. */
export async function afterSave(today: Day): Promise<void> {
  if (diaryName() === 'own') markDiary(today)
  await askToPersist()
}

/**
 * Asks the browser to keep the diary when space runs short, and stores its answer on this device under 'persist'. Call
 * it after each save: it asks once per device, unless `force` (the person asks again themselves). Resolves with the
 * answer, or null where nothing was asked; it never rejects, since what was saved is saved either way.
 */
export async function askToPersist(force = false): Promise<PersistAnswer | null> {
  if (asked && !force) return null
  asked = true
  // Absent on an insecure address and in some private windows.
  const storage = navigator.storage as StorageManager | undefined
  if (typeof storage?.persist !== 'function') return null
  try {
    if (!force && (await storedAnswer()) !== undefined) return null
    const answer = (await storage.persisted()) || (await storage.persist()) ? 'granted' : 'denied'
    await saveLocal('persist', answer)
    return answer
  } catch {
    // The browser would not say, or the diary closed meanwhile: the next visit asks.
    return null
  }
}

function storedAnswer(): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const subscription = watchLocal('persist').subscribe((value) => {
      subscription.unsubscribe()
      resolve(value)
    }, reject)
  })
}
