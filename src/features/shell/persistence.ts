import type { Day } from '#domain/day.ts'
import { diaryName } from '#storage/diary.ts'
import { markDiary } from '#storage/mark.ts'
import { saveLocal, watchLocal } from '#storage/settings.ts'

let asked = false

/** What follows a save: the mark that there is a diary, and the question whether the browser keeps it. */
export async function afterSave(today: Day): Promise<void> {
  if (diaryName() === 'own') markDiary(today)
  await askToPersist()
}

/**
 * Asks the browser to keep the diary when space runs short, and stores its answer on this device under 'persist'. Call
 * it after each save: it asks once per device. It never rejects, since what was saved is saved either way.
 */
async function askToPersist(): Promise<void> {
  if (asked) return
  asked = true
  // Absent on an insecure address and in some private windows.
  const storage = navigator.storage as StorageManager | undefined
  if (typeof storage?.persist !== 'function') return
  try {
    if ((await storedAnswer()) !== undefined) return
    const answer = (await storage.persisted()) || (await storage.persist()) ? 'granted' : 'denied'
    await saveLocal('persist', answer)
  } catch {
    // The browser would not say, or the diary closed meanwhile: the next visit asks.
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
