import { base, build, files, prerendered, version } from '$service-worker'
import type { PrecacheEntry } from 'workbox-precaching'

export const HOME = `${base}/`

/** Shown by shops, read by crawlers or by the host, never by the app. A host may keep its own to itself. */
const OUTSIDE = [`${base}/screenshots/`, `${base}/robots.txt`, `${base}/_headers`]

/**
 * Everything the app is made of. A file named by its content is fetched once and for all; the others (pages, icons,
 * manifest) anew for each version.
 */
export function precacheList(): PrecacheEntry[] {
  const inside = files.filter((file) => !OUTSIDE.some((start) => file.startsWith(start)))
  // A tab left open on the last version looks here when a part of it is gone, and loads its next page anew.
  const versioned = [...inside, ...prerendered, `${base}/_app/version.json`]
  return [...build.map((url) => ({ url, revision: null })), ...versioned.map((url) => ({ url, revision: version }))]
}
