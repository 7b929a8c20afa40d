/** A dot on the app's icon while today is empty, on the devices that have such dots. */
import type { Day } from '#domain/day.ts'
import { saveLocal, watchLocal } from '#storage/settings.ts'
import { watchStretch } from '#storage/stretch.ts'

/** Under this key of the device's own things stands whether the person wants the dot. */
export const BADGE = 'badge'

export const hasBadges = (): boolean => 'setAppBadge' in navigator

/** Home-screen apps on Apple's devices show a dot only where they may notify, and do not say when they may not. */
const needsPermission = (): boolean => 'standalone' in navigator && 'Notification' in window

/** Switches the dot on or off on this device. False: the device will not show it, so it stays off. Call it from a tap. */
export async function chooseBadge(on: boolean): Promise<boolean> {
  if (on && needsPermission() && (await Notification.requestPermission()) !== 'granted') return false
  await saveLocal(BADGE, on)
  return true
}

/** Shows or removes the dot. A browser that refuses goes without. */
export async function showBadge(on: boolean): Promise<void> {
  try {
    await (on ? navigator.setAppBadge() : navigator.clearAppBadge())
  } catch {
    // Not installed, or not allowed: it was a courtesy.
  }
}

/**
 * Keeps the dot true to the diary: there while it is wanted and nothing is recorded on `today`. Returns how to stop,
 * which leaves the dot as it is. When the day changes, stop and call it again.
 */
export function keepBadge(today: Day): () => void {
  if (!hasBadges()) return () => undefined
  let day: { unsubscribe(): void } | undefined
  // What cannot be read leaves the icon as it is; the pages say what is wrong.
  const error = () => undefined
  const choice = watchLocal(BADGE).subscribe((wanted) => {
    day?.unsubscribe()
    day = undefined
    if (wanted !== true) void showBadge(false)
    else {
      day = watchStretch(today, today).subscribe(
        ({ days, events }) =>
          void showBadge(events.length === 0 && days.every(({ answers }) => Object.keys(answers).length === 0)),
        error
      )
    }
  }, error)
  return () => {
    choice.unsubscribe()
    day?.unsubscribe()
  }
}
