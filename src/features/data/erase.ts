import type { Day } from '#domain/day.ts'
import { eraseDatabases } from '#storage/erase.ts'
import { WorkerJobs } from '#ui/worker-jobs.ts'
import { DataJobs } from './data-jobs.ts'
import type { Go } from './sample-mode.ts'

const OURS = 'mend.'

/**
 * Erases all that Mend keeps in this browser and loads the start, or, where there is no network to load it from,
 * resolves with 'offline'. `base` is the path it lives under: other apps of the same host keep what is theirs.
 */
export async function eraseEverything(base: string, today: Day, go: Go): Promise<'gone' | 'offline'> {
  WorkerJobs.closeAll() // the day's snapshot, say: it would open what is being erased
  await keepUntilErased(today)
  await eraseDatabases()
  for (const kept of [localStorage, sessionStorage]) {
    for (const key of Object.keys(kept)) if (key.startsWith(OURS)) kept.removeItem(key)
  }
  // Before the files go: after them the worker is asked for nothing.
  const isHostThere = await isReachable(base)
  await navigator.clearAppBadge?.().catch(() => undefined)
  const scope = new URL(base, location.href).href
  if ('serviceWorker' in navigator) {
    for (const registration of await navigator.serviceWorker.getRegistrations()) {
      if (registration.scope === scope) await registration.unregister()
    }
  }
  // Absent on an insecure address. The names of Workbox's end with the scope.
  if ('caches' in window) for (const name of await caches.keys()) if (name.endsWith(scope)) await caches.delete(name)
  if (!isHostThere) return 'offline'
  go(base)
  return 'gone'
}

/** Well before EraseCard would take a silent network for another tab that holds on to the diary. */
const PATIENCE_MS = 2000

/** Asked, since a browser also calls itself online where it is in a network that leads nowhere. */
async function isReachable(base: string): Promise<boolean> {
  if (!navigator.onLine) return false
  try {
    await fetch(base, { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) })
    return true
  } catch {
    return false
  }
}

/** A way back as long as erasing may still fail; it is erased with the rest. */
async function keepUntilErased(today: Day): Promise<void> {
  const jobs = new DataJobs()
  try {
    await jobs.takeSnapshot('erase', today)
  } catch {
    // The worker could not start: the person wants all of it gone in any case.
  } finally {
    jobs.close()
  }
}
