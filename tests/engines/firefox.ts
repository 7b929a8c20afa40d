import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import WebSocket from 'ws'
import { partText, settle, until, type Opened, type Part } from './tab.ts'

const PLACES = [
  process.env['FIREFOX_PATH'] ?? '',
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox'
]

interface Node {
  sharedId: string
}
type Send = <T>(method: string, params: object) => Promise<T>
type Answer =
  { type: 'success'; result: { value?: string } } | { type: 'exception'; exceptionDetails: { text: string } }

/** An ordinary Firefox, driven through WebDriver BiDi. */
export async function openFirefox(): Promise<Opened> {
  const path = PLACES.find((place) => place !== '' && existsSync(place))
  if (path === undefined) return { missing: 'no Firefox: `apt-get install firefox-esr`, or set FIREFOX_PATH to one' }
  const profile = await mkdtemp(join(tmpdir(), 'mend-firefox-'))
  // Dates and clocks are written as is usual where the browser is: here as the journeys expect them.
  await writeFile(join(profile, 'user.js'), 'user_pref("intl.accept_languages", "en-GB, en");\n')
  const started = await start(path, profile)
  const { about } = started
  let { send, context, end } = started

  /** Calls a function in the page with a node or a value, and waits for it; what it gives back is JSON. */
  async function call<T>(work: string, given: Node | { type: 'string'; value: string }): Promise<T> {
    const answer = await send<Answer>('script.callFunction', {
      functionDeclaration: `async (given) => JSON.stringify(await (${work})(given)) ?? ''`,
      awaitPromise: true,
      target: { context },
      arguments: [given]
    })
    if (answer.type === 'exception') throw new Error(`Firefox, in the page: ${answer.exceptionDetails.text}`)
    return (answer.result.value ? JSON.parse(answer.result.value) : undefined) as T
  }

  /** The first that is shown under this role and name, by the engine's own accessibility tree. */
  async function find({ role, name, within }: Part): Promise<Node | undefined> {
    const root = within && (await find(within))
    if (within && root === undefined) return undefined
    const { nodes } = await send<{ nodes: Node[] }>('browsingContext.locateNodes', {
      context,
      locator: { type: 'accessibility', value: { role, name } },
      ...(root && { startNodes: [{ sharedId: root.sharedId }] })
    })
    for (const { sharedId } of nodes) {
      if (await call<boolean>('(at) => at.checkVisibility()', { sharedId })) return { sharedId }
    }
    return undefined
  }
  // What is drawn anew between two questions is looked for again.
  const look = (part: Part) => find(part).catch(() => undefined)
  const wanted = (part: Part) => until(partText(part), () => look(part))

  const act = (actions: object[]) => send<object>('input.performActions', { context, actions })
  async function tap(part: Part): Promise<void> {
    const node = await wanted(part)
    await call(String(settle), node)
    const origin = { type: 'element', element: node }
    await act([
      {
        type: 'pointer',
        id: 'mouse',
        actions: [
          { type: 'pointerMove', x: 0, y: 0, origin },
          { type: 'pointerDown', button: 0 },
          { type: 'pointerUp', button: 0 }
        ]
      }
    ])
  }

  return {
    about,
    goto: async (url) => void (await send('browsingContext.navigate', { context, url, wait: 'complete' })),
    reload: async () => void (await send('browsingContext.reload', { context, wait: 'complete' })),
    tap,
    type: async (part, text) => {
      await tap(part)
      const strokes = [...text].flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value }
      ])
      await act([{ type: 'key', id: 'keys', actions: strokes }])
    },
    isThere: async (part) => (await look(part)) !== undefined,
    attribute: async (part, name) => call(`(at) => at.getAttribute(${JSON.stringify(name)})`, await wanted(part)),
    evaluate: (work, given) =>
      call(`(given) => (${work})(JSON.parse(given))`, { type: 'string', value: JSON.stringify(given) }),
    choose: async (picker, path) => {
      const value = `[data-for="${picker}"]`
      const given = { context, locator: { type: 'css', value } }
      const { nodes } = await send<{ nodes: Node[] }>('browsingContext.locateNodes', given)
      const element = { sharedId: nodes[0]?.sharedId }
      await send('input.setFiles', { context, element, files: [path] })
    },
    reopen: async () => {
      await end()
      ;({ send, context, end } = await start(path, profile))
    },
    close: async () => {
      await end()
      await rm(profile, { recursive: true, force: true })
    }
  }
}

interface Started {
  send: Send
  context: string
  about: string
  end: () => Promise<void>
}

async function start(path: string, profile: string): Promise<Started> {
  const args = ['--headless', '--no-remote', '--remote-debugging-port=0', '--profile', profile]
  const browser = spawn(path, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  const socket = new WebSocket(`${await addressOf(browser)}/session`)
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))

  const waiting = new Map<number, (said: { result: never; error?: string; message?: string }) => void>()
  socket.on('message', (text: Buffer) => {
    const said = JSON.parse(text.toString('utf8')) as { id?: number; result: never }
    if (said.id !== undefined) waiting.get(said.id)?.(said)
  })
  let last = 0
  const send: Send = (method, params) =>
    new Promise((resolve, reject) => {
      const id = ++last
      waiting.set(id, ({ result, error, message }) => {
        waiting.delete(id)
        if (error === undefined) resolve(result)
        else reject(new Error(`Firefox, ${method}: ${error} ${message}`))
      })
      socket.send(JSON.stringify({ id, method, params }))
    })

  const { capabilities } = await send<{ capabilities: { browserName: string; browserVersion: string } }>(
    'session.new',
    { capabilities: {} }
  )
  const { contexts } = await send<{ contexts: { context: string }[] }>('browsingContext.getTree', {})
  const context = contexts[0]?.context ?? ''
  await send('browsingContext.setViewport', { context, viewport: { width: 390, height: 844 } })
  return {
    send,
    context,
    about: `${capabilities.browserName} ${capabilities.browserVersion}`,
    end: async () => {
      const ended = new Promise((resolve) => browser.once('exit', resolve))
      await send('browser.close', {}).catch(() => browser.kill())
      await ended
      socket.close()
    }
  }
}

/** Firefox says where it listens as soon as it does. */
const addressOf = (browser: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = ''
    browser.stderr?.on('data', (text: Buffer) => {
      said += text.toString()
      const address = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(said)?.[1]
      if (address !== undefined) resolve(address)
    })
    browser.once('exit', () => reject(new Error(`Firefox did not start: ${said}`)))
  })
