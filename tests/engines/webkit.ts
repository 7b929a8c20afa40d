import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { partText, settle, until, type Opened, type Part } from './tab.ts'

const DRIVERS = [process.env['WEBKIT_DRIVER'] ?? '', '/usr/bin/WebKitWebDriver']
const SCREEN = '/usr/bin/Xvfb'

/** Where to look for a role; what a thing is called is then the engine's own word. */
const CANDIDATES: Record<Part['role'], string> = {
  button: 'button, summary',
  radio: 'input[type=radio], [role=radio]',
  radiogroup: '[role=radiogroup]',
  group: 'fieldset, [role=group]',
  heading: 'h1, h2, h3',
  spinbutton: '[role=spinbutton]',
  textbox: 'textarea, input[type=text]'
}

/** The key under which the protocol hands out an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'
type Found = Record<typeof ELEMENT, string>

/** WebKitGTK's small browser through its WebDriver, on a screen that nobody sees where there is none. */
export async function openWebKit(): Promise<Opened> {
  const driver = DRIVERS.find((path) => path !== '' && existsSync(path))
  if (driver === undefined) {
    return { missing: 'no WebKit: `apt-get install webkit2gtk-driver`, or set WEBKIT_DRIVER to a WebKitWebDriver' }
  }
  const hasScreen = process.env['DISPLAY'] !== undefined || process.env['WAYLAND_DISPLAY'] !== undefined
  if (!hasScreen && !existsSync(SCREEN)) return { missing: 'no screen for WebKit: `apt-get install xvfb`' }

  const started: ChildProcess[] = []
  const stop = () => started.forEach((process) => process.kill())
  try {
    const screen = hasScreen ? {} : await openScreen(started)
    const port = await freePort()
    // Dates and clocks are written as is usual where the browser is: here nowhere, and so as the journeys expect them.
    const env = { ...process.env, ...screen, LC_ALL: 'C.UTF-8' }
    started.push(spawn(driver, [`--port=${port}`], { env, stdio: 'ignore' }))
    return await tabOf(`http://127.0.0.1:${port}`, stop)
  } catch (error) {
    stop()
    throw error
  }
}

/** The server says on its fourth channel which display it took. */
async function openScreen(started: ChildProcess[]): Promise<{ DISPLAY: string }> {
  const args = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp']
  const server = spawn(SCREEN, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  started.push(server)
  const number = await new Promise<string>((resolve, reject) => {
    server.stdio[3]?.once('data', (data: Buffer) => resolve(data.toString().trim()))
    server.once('exit', () => reject(new Error('Xvfb did not start.')))
  })
  return { DISPLAY: `:${number}` }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function tabOf(driver: string, stop: () => void): Promise<Opened> {
  async function send<T>(method: 'GET' | 'POST' | 'DELETE', path: string, given: unknown = {}): Promise<T> {
    const response = await fetch(
      driver + path,
      method === 'POST' ? { method, body: JSON.stringify(given) } : { method }
    )
    const { value } = (await response.json()) as { value: T & { error?: string; message?: string } }
    if (!response.ok) throw new Error(`WebKit: ${value.error} ${value.message}`)
    return value
  }
  await until('The driver', () => send('GET', '/status').catch(() => undefined))
  const { sessionId, capabilities } = await send<{
    sessionId: string
    capabilities: { browserName: string; browserVersion: string }
  }>('POST', '/session', { capabilities: { alwaysMatch: { timeouts: { script: 60_000 } } } })
  const here = `/session/${sessionId}`
  await send('POST', `${here}/window/rect`, { width: 390, height: 900 })

  /** What a function says in the page; the driver waits for promises only if they are told to somebody. */
  async function evaluate<T, A>(work: (given: A) => T | Promise<T>, given: A): Promise<T> {
    const script = `const [given, tell] = arguments
      Promise.resolve().then(() => (${work})(given)).then((value) => tell({ value }), (error) => tell({ error: String(error) }))`
    const said = await send<{ value: T; error?: string }>('POST', `${here}/execute/async`, { script, args: [given] })
    if (said.error !== undefined) throw new Error(`WebKit, in the page: ${said.error}`)
    return said.value
  }

  /** The first that is shown under this role and name; what it is called is the engine's own word. */
  async function find({ role, name, within }: Part): Promise<string | undefined> {
    const root = within && (await find(within))
    if (within && root === undefined) return undefined
    const from = root === undefined ? here : `${here}/element/${root}`
    const found = await send<Found[]>('POST', `${from}/elements`, { using: 'css selector', value: CANDIDATES[role] })
    for (const { [ELEMENT]: id } of found) {
      const label = (await send<string>('GET', `${here}/element/${id}/computedlabel`)).trim()
      if (label === name && (await send<boolean>('GET', `${here}/element/${id}/displayed`))) return id
    }
    return undefined
  }
  // An element that is drawn anew between two questions is looked for again.
  const look = (part: Part) => find(part).catch(() => undefined)
  const wanted = (part: Part) => until(partText(part), () => look(part))

  return {
    about: `${capabilities.browserName} ${capabilities.browserVersion}`,
    goto: (url) => send('POST', `${here}/url`, { url }),
    reload: () => send('POST', `${here}/refresh`),
    evaluate,
    tap: async (part) => {
      const id = await wanted(part)
      // The driver makes the element of its key again.
      await evaluate(settle, { [ELEMENT]: id } as unknown as Element)
      await send('POST', `${here}/element/${id}/click`)
    },
    type: async (part, text) => send('POST', `${here}/element/${await wanted(part)}/value`, { text }),
    attribute: async (part, name) => send('GET', `${here}/element/${await wanted(part)}/attribute/${name}`),
    isThere: async (part) => (await look(part)) !== undefined,
    choose: async (picker, path) => {
      const given = { using: 'css selector', value: `[data-for="${picker}"]` }
      const { [ELEMENT]: id } = await send<Found>('POST', `${here}/element`, given)
      await send('POST', `${here}/element/${id}/value`, { text: path })
    },
    close: async () => {
      await send('DELETE', here).catch(() => undefined)
      stop()
    }
  }
}
