/// <reference no-default-lib="true" />
/// <reference lib="esnext" />
/// <reference lib="webworker" />
/// <reference types="@sveltejs/kit" />
import { cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { HOME, precacheList } from './precache-list.ts'

declare const self: ServiceWorkerGlobalScope

// Install: fetch everything the app is made of. One file that fails, and the old version goes on working.
// Fetch: what was precached comes from the cache, whatever its query says (/?day=…).
precacheAndRoute(precacheList(), { ignoreURLParametersMatching: [/.*/] })

// A page this version does not know: the network may, and without one the home page opens. The prerendered home page
// itself cannot stand in for it, since it would start as the home page under the other address.
registerRoute(new NavigationRoute(({ request }) => fetch(request).catch(() => Response.redirect(HOME))))

// Activate: drop what older versions left, and serve the open page at once, so that the first visit is enough.
cleanupOutdatedCaches()
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

// A new version waits until the person agrees to it.
self.addEventListener('message', (event) => {
  if ((event.data as { type?: unknown } | null)?.type === 'SKIP_WAITING') void self.skipWaiting()
})
