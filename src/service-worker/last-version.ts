/// <reference no-default-lib="true" />
/// <reference lib="esnext" />
/// <reference lib="webworker" />
/**
 * A tab in which nobody agreed to the new version stays on its own one, although the new one's worker serves it, and so
 * does each tab until it is loaded anew. What such a tab has not asked for yet stays kept for it: without that it would be
 * a page of two versions, or a broken one. Pages need no keeping: opening one is asking for the new version.
 */
import type { PrecacheController } from 'workbox-precaching'

declare const self: ServiceWorkerGlobalScope

const isPart = ({ origin, pathname }: URL) => origin === self.location.origin && pathname.includes('/_app/immutable/')

/** A route for parts that are none of this version's. */
export const partsOfLastVersion = (precache: PrecacheController) =>
  [
    ({ url }: { url: URL }) => isPart(url),
    async ({ request }: { request: Request }): Promise<Response> =>
      (await self.caches.match(request, { cacheName: precache.strategy.cacheName })) ?? fetch(request)
  ] as const

/** Held while files are fetched or dropped: what a new version counts on is not dropped under its hands. */
export const whileFilesAreMine = <T>(task: () => Promise<T>, options: LockOptions = {}): Promise<T | undefined> =>
  navigator.locks.request(`mend-files-${self.registration.scope}`, options, (lock) =>
    lock ? task() : Promise.resolve(undefined)
  )

/** Drops what is none of this version's, if `tab`, which started with this version, is the only one. */
export async function dropLastVersion(
  precache: PrecacheController,
  tab: string,
  event: ExtendableEvent
): Promise<void> {
  await whileFilesAreMine(
    async () => {
      // Erased meanwhile: to look for it would leave an empty one.
      if (!(await self.caches.has(precache.strategy.cacheName))) return
      const { scope, installing, waiting } = self.registration
      const tabs = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
      const others = tabs.filter(({ id, url }) => id !== tab && url.startsWith(scope))
      if (others.length === 0 && !installing && !waiting) await precache.activate(event)
    },
    { ifAvailable: true }
  )
}
