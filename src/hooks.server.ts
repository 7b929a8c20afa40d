import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Handle } from '@sveltejs/kit'
import early from './early.js?raw'

const hashOf = (script: string): string => `'sha256-${createHash('sha256').update(script).digest('base64')}'`

/** Without comments and indents: it stands in every page. */
const EARLY = early.replace(/^\s*(\/\/.*\n)?/gm, '').trim()

/**
 * In the page itself: a file of its own would be waited for. After its policy, since until that one is read a browser does
 * not look ahead for the files of the page, and before its styles, for which every script waits.
 */
const withEarly = (html: string): string =>
  html
    .replace(/<meta http-equiv="content-security-policy"[^>]*>/, (policy) => `${policy}<script>${EARLY}</script>`)
    .replace("script-src 'self'", `script-src 'self' ${hashOf(EARLY)}`)

/**
 * Parts that come when they are first used, and bring their styles then. Kit links the styles of everything a page may
 * ever load: on Today five requests for nothing.
 */
const LATER = ['FlareForm', 'GoToDay', 'LockGate', 'LostNotice', 'PassphraseField']
const LINK = new RegExp(`\\s*<link href="[^"]*/(${LATER.join('|')})\\.[^"]*\\.css" rel="stylesheet">`, 'g')

/** What Vite has built: files by their names in the list. */
type Built = Record<string, { file: string; imports?: string[]; css?: string[] }>
let built: Built | undefined
const builtFiles = (): Built =>
  (built ??= JSON.parse(readFileSync('.svelte-kit/output/client/.vite/manifest.json', 'utf8')) as Built)

/**
 * A page's own files and all that they import, asked for at once. Kit leaves out what a part for later imports, too: it
 * would be found only when the files before it are there.
 */
function withAllLinks(html: string): string {
  const page = /[^"]*?(_app\/immutable\/nodes\/(?!0\.)[^"]*)" rel="modulepreload">/.exec(html)
  const base = page?.[0].slice(0, page[0].indexOf('_app/'))
  if (base === undefined) return html
  const files = builtFiles()
  const needed = new Set(Object.values(files).filter(({ file }) => file === page?.[1]))
  for (const { imports = [] } of needed) imports.forEach((name) => files[name] && needed.add(files[name]))
  const links = [...needed].flatMap(({ file, css = [] }) => [
    `<link href="${base}${file}" rel="modulepreload">`,
    ...css.map((sheet) => `<link href="${base}${sheet}" rel="stylesheet">`)
  ])
  return html.replace('</head>', () => `${links.filter((link) => !html.includes(link)).join('\n')}\n</head>`)
}

/** Runs while the pages are built; there is no server. */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    transformPageChunk: ({ html }) => {
      const page = withEarly(html).replace(LINK, '')
      return import.meta.env.PROD ? withAllLinks(page) : page
    }
  })
