/**
 * The pages demand Trusted Types (svelte.config.js): what starts a script of its own, a worker or the service worker, names
 * it through this policy, which lets through only files of the app's own origin. A plain address is refused by the browser.
 */

/** As far as it is used here; not every browser has it. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string }
  ): {
    createScriptURL(url: string): unknown
  }
}

/** Throws where the address leads elsewhere. A blob: has the page's origin too, and is none of the app's files. */
function own(url: string): string {
  const { href } = new URL(url, location.href)
  if (!href.startsWith(`${location.origin}/`)) throw new TypeError('Only files of this app may be started.')
  return href
}

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
const policy = trustedTypes?.createPolicy('mend-own-scripts', { createScriptURL: own })

/** The address of a script, as `new Worker` and `register` take it. Their types know only strings. */
export const ownScript = (url: string): string => (policy ? (policy.createScriptURL(url) as string) : own(url))
