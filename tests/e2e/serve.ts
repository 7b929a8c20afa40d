import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png'
}

/**
 * cut off: half of the body, then the connection is gone · half: half of the body, as if it were all · error: 503 ·
 * page: the home page in its place · old: the file of the folder served before · silent: no answer
 */
export type Fault = 'cut off' | 'half' | 'error' | 'page' | 'old' | 'silent'

export interface Host {
  /** Where the host answers, without a slash at the end. */
  url: string
  /** Puts another folder in the place of the one it serves, as a deployment does. */
  deploy(folder: string): void
  /** Answers this path in a wrong way, at first halfway as a lost connection does; null heals it. */
  spoil(path: string | null, fault?: Fault): void
  /** Paths asked for since the last call. */
  asked(): string[]
  /** Gone for good: what still works works offline. */
  stop(): Promise<void>
}

/** What the host keeps to itself: the headers it is to send. */
const HEADERS = '_headers'

/** What a `_headers` file says of this path. A header that several rules have is sent with all their values. */
export function headersFor(rules: string, path: string): Record<string, string> {
  const found: Record<string, string> = {}
  let applies = false
  for (const line of rules.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue
    if (/^\S/.test(line)) {
      const pattern = line.trim()
      applies = pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern
    } else if (applies) {
      const [, name = '', value = ''] = /^\s+([^:]+):\s*(.*?)\s*$/.exec(line) ?? []
      const key = name.toLowerCase()
      found[key] = found[key] === undefined ? value : `${found[key]}, ${value}`
    }
  }
  return found
}

/**
 * A plain static host on a port of this machine, a free one by itself: clean URLs, 404 for the rest, with the folder's
 * 404.html where a page is asked for.
 * `headers`: with those that the folder's `_headers` asks for, and so with files that the browser keeps for good.
 */
export async function host(folder: string, port = 0, { headers: sends = false } = {}): Promise<Host> {
  let root = folder
  let before = folder
  let spoilt: { path: string; fault: Fault } | null = null
  let asked: string[] = []

  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname)
    asked.push(path)
    const fault = spoilt?.path === path ? spoilt.fault : null
    const found = fault === 'page' ? fileAt(root, '/') : fileAt(fault === 'old' ? before : root, path)
    void found.then(async (file) => {
      const headers = sends ? headersFor(await readFile(join(root, HEADERS), 'utf8'), path) : {}
      if (fault === 'silent') return
      const isPage = request.headers.accept?.includes('text/html') === true
      const told = file === null && isPage ? await fileAt(root, '/404.html') : null
      if (told !== null) {
        response.writeHead(404, { ...headers, 'content-type': TYPES['.html'] }).end(await readFile(told))
        return
      }
      if (file === null || fault === 'error') {
        response.writeHead(file === null ? 404 : 503, { ...headers, 'content-type': 'text/plain' }).end('Not found')
        return
      }
      const { size } = await stat(file)
      const half = Math.floor(size / 2)
      const type = TYPES[extname(file)] ?? 'application/octet-stream'
      response.writeHead(200, {
        'cache-control': 'no-cache',
        ...headers,
        'content-type': type,
        'content-length': fault === 'half' ? half : size
      })
      if (fault !== 'cut off' && fault !== 'half') {
        createReadStream(file).pipe(response)
        return
      }
      response.write((await readFile(file)).subarray(0, half), () => {
        if (fault === 'half') response.end()
        else response.destroy()
      })
    })
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    deploy: (next) => {
      before = root
      root = next
    },
    spoil: (path, fault = 'cut off') => {
      spoilt = path === null ? null : { path, fault }
    },
    asked: () => {
      const paths = asked
      asked = []
      return paths
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
}

/** /trends is trends.html, / is index.html, and nothing outside the folder is a file. */
async function fileAt(root: string, path: string): Promise<string | null> {
  const plain = normalize(join(root, path))
  if (!plain.startsWith(root) || plain === join(root, HEADERS)) return null
  const candidates = path.endsWith('/') ? [join(plain, 'index.html')] : [plain, `${plain}.html`]
  for (const candidate of candidates) {
    const found = await stat(candidate).catch(() => null)
    if (found?.isFile()) return candidate
  }
  return null
}
