/**
 * A host may answer 200 with something else: its fallback page for a script that is not there yet, half a page, or a page
 * of the last version while a deployment is under way. Kept, it would be a broken app that works offline. Refused, the
 * new version is given up as a whole, and the next look tries again.
 */
import { build } from '$service-worker'

/** What a plugin of Workbox is asked before it keeps a file: null refuses it. */
interface Plugin {
  cacheWillUpdate(file: { request: Request; response: Response }): Promise<Response | null>
}

const TYPES: [RegExp, RegExp][] = [
  [/\.js$/, /javascript/],
  [/\.css$/, /^text\/css/]
]

/** Names every part of this version, so that its own name is that of no other. Each page starts with it. */
const STARTS_WITH = build.find((url) => /\/entry\/app\.[^/]+\.js$/.test(url)) ?? ''

export const wholeFiles: Plugin = {
  async cacheWillUpdate({ request, response }) {
    if (!response.ok) return null
    const type = response.headers.get('content-type') ?? ''
    const { pathname } = new URL(request.url)
    const wanted = TYPES.find(([name]) => name.test(pathname))?.[1]
    if (wanted) return wanted.test(type) ? response : null
    if (!type.startsWith('text/html')) return response
    const page = await response.clone().text()
    return page.includes(STARTS_WITH) && page.includes('</html>') ? response : null
  }
}
