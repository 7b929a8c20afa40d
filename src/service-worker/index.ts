/// <reference no-default-lib="true" />
/// <reference lib="esnext" />
/// <reference lib="webworker" />
/// <reference types="@sveltejs/kit" />
import { PrecacheController, PrecacheRoute, cleanupOutdatedCaches } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { dropLastVersion, partsOfLastVersion, whileFilesAreMine } from './last-version.ts'
import { HOME, precacheList } from './precache-list.ts'
import { wholeFiles } from './whole-files.ts'

declare const self: ServiceWorkerGlobalScope

const precache = new PrecacheController({ plugins: [wholeFiles] })
precache.addToCacheList(precacheList())

// Install: fetch everything the app is made of. One file that fails, and the old version goes on working.
self.addEventListener('install', (event) => event.waitUntil(whileFilesAreMine(() => precache.install(event))))

// Fetch: what was precached comes from the cache, whatever its query says (/?day=…).
registerRoute(new PrecacheRoute(precache, { ignoreURLParametersMatching: [/.*/] }))
registerRoute(...partsOfLastVersion(precache))

// A page this version does not know: the network may, and without one the home page opens. The prerendered home page
// itself cannot stand in for it, since it would start as the home page under the other address.
registerRoute(new NavigationRoute(({ request }) => fetch(request).catch(() => Response.redirect(HOME))))

// Activate: serve the open page at once, so that the first visit is enough.
cleanupOutdatedCaches()
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

// A new version waits until the person agrees to it, and the last one stays until no tab can need it.
self.addEventListener('message', (event) => {
  const { type } = (event.data ?? {}) as { type?: unknown }
  if (type === 'SKIP_WAITING') void self.skipWaiting()
  if (type === 'STARTED' && event.source instanceof Client) {
    event.waitUntil(dropLastVersion(precache, event.source.id, event))
  }
})
