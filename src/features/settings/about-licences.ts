/** Heavy, and read by few: load it only where it is shown. */

/** A package that the app carries; the first one is the app. */
export interface Licence {
  name: string
  version: string
  /** SPDX: 'MIT'. */
  licence: string
  /** The first line that names who holds it; null where the text has none. */
  copyright: string | null
  text: string
}

/** Put in by the build: licences.ts beside vite.config.ts. */
declare const __LICENCES__: readonly Licence[]

export const LICENCES: readonly Licence[] = __LICENCES__
