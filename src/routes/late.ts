/** What may wait until nobody waits any more: the dot on the icon, and the day's snapshot. */
import type { Day } from '#domain/day.ts'
import { takeDailySnapshot } from '#features/data/daily-snapshot.ts'
import { keepBadge } from '#features/reminders/badge.ts'

const SNAPSHOT_DELAY_MS = 5000

/** Only an installed app has an icon for a dot. */
const isInstalled = (): boolean =>
  matchMedia('(display-mode: standalone)').matches || ('standalone' in navigator && navigator.standalone === true)

/** Returns how to stop. When the day changes, stop and call it again. */
export function startLate(today: Day): () => void {
  const stopBadge = isInstalled() ? keepBadge(today) : () => undefined
  const timer = setTimeout(() => void takeDailySnapshot(today), SNAPSHOT_DELAY_MS)
  return () => {
    clearTimeout(timer)
    stopBadge()
  }
}
