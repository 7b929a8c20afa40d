/**
 * What may wait until nobody waits any more: the dot on the icon, the day's snapshot, and its copy in a folder,
 * keys for whoever has a keyboard, and pages that show where they came from.
 */
import { mount, unmount } from 'svelte'
import type { Day } from '#domain/day.ts'
import { copyToFolder } from '#features/data/folder-copy.ts'
import { takeDailySnapshot } from '#features/data/daily-snapshot.ts'
import { keepBadge } from '#features/reminders/badge.ts'
import { startShortcuts } from '#features/shell/shortcuts.ts'
import Ways from '#features/shell/Ways.svelte'
import { openedHere } from '#ui/device.ts'

const SNAPSHOT_DELAY_MS = 5000

/** Returns how to stop. When the day changes, stop and call it again. */
export function startLate(today: Day): () => void {
  // Only an installed app has an icon for a dot.
  const stopBadge = openedHere() === 'installed' ? keepBadge(today) : () => undefined
  const stopShortcuts = startShortcuts()
  const ways = mount(Ways, { target: document.body, props: { today } })
  const timer = setTimeout(() => {
    void takeDailySnapshot(today).then(() => copyToFolder(today, 'daily'))
  }, SNAPSHOT_DELAY_MS)
  return () => {
    clearTimeout(timer)
    stopBadge()
    stopShortcuts()
    void unmount(ways)
  }
}
