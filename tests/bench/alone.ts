import { spawn, type ChildProcess } from 'node:child_process'
import WebSocket from 'ws'
import { browser } from '../browser.ts'
import { installProbe, type Moment } from './probe.ts'
import type { Site } from './sites.ts'

/** What a page measured of itself. */
export interface Told {
  /** ms from the start of the navigation to the moment. */
  ms: number
  /** … to the first paint with content. */
  paint: number
  /** The longest main-thread task in ms; 0 where none took 50 ms. */
  longest: number
  /** Points of the page's canvas that are not empty. */
  ink: number
}

interface Answer {
  id?: number
  result?: unknown
  error?: { message: string }
}

/** What nobody waits for any more, and the report of the last tasks. */
const SETTLED_MS = 1500
/** Forgetting goes on after the browser says it is done: a start one second later took up to twice as long. */
const FORGOTTEN_MS = 4000
/** After this a page is asked. What it is asked for must have happened: asked a second earlier, a page drew half as fast. */
const QUIET_MS = 2500

/** Given to the page as text, when all is over. */
async function tell(moment: Moment, settled: number): Promise<Told> {
  const ms = await window.probe.at(moment, 0)
  await new Promise((over) => setTimeout(over, settled))
  const canvas = document.querySelector('canvas')
  const points = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
  return {
    ms,
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
    longest: Math.max(0, ...window.probe.tasks.map(({ duration }) => duration)),
    ink: [...points].filter((value, i) => i % 4 === 3 && value !== 0).length
  }
}

/**
 * A browser that is left alone while a page starts. Playwright puts its own script into each page as soon as that has
 * loaded (over 100 ms on a slowed thread, in the middle of a start), and listens to each page's errors, for which the browser
 * reads whole files again. Here a page gets the probe before it starts, and is spoken to when all is over.
 */
export class Alone {
  readonly #process: ChildProcess
  readonly #socket: WebSocket
  readonly #waiting = new Map<number, { resolve: (result: unknown) => void; reject: (reason: Error) => void }>()
  #asked = 0

  private constructor(process: ChildProcess, socket: WebSocket) {
    this.#process = process
    this.#socket = socket
    socket.on('message', (data: Buffer) => {
      const { id = 0, result, error } = JSON.parse(data.toString()) as Answer
      const waiting = this.#waiting.get(id)
      this.#waiting.delete(id)
      if (error) waiting?.reject(new Error(error.message))
      else waiting?.resolve(result)
    })
  }

  /** Opens the profile in this folder. */
  static async open(folder: string): Promise<Alone> {
    const { executablePath, args } = browser()
    const own = ['--headless=new', '--password-store=basic', '--remote-debugging-port=0', `--user-data-dir=${folder}`]
    const started = spawn(executablePath, [...args, ...own, 'about:blank'])
    const address = await new Promise<string>((resolve, reject) => {
      let said = ''
      started.stderr.on('data', (data: Buffer) => {
        said += data.toString()
        const found = /ws:\/\/\S+/.exec(said)
        if (found) resolve(found[0])
      })
      started.once('exit', () => reject(new Error(`The browser did not start: ${said}`)))
    })
    const socket = new WebSocket(address)
    await new Promise((resolve) => socket.once('open', resolve))
    return new Alone(started, socket)
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve))
    await this.#send('Browser.close')
    await ended
    this.#socket.terminate()
  }

  /** Opens the address, slowed `rate` times, and resolves with what the page measured up to the moment and after it. */
  async visit(site: Site, address: string, moment: Moment, rate: number, { forget = false } = {}): Promise<Told> {
    const { targetId } = await this.#send<{ targetId: string }>('Target.createTarget', { url: 'about:blank' })
    const attached = { targetId, flatten: true }
    const { sessionId } = await this.#send<{ sessionId: string }>('Target.attachToTarget', attached)
    const page = <T>(method: string, params?: object) => this.#send<T>(method, params, sessionId)
    await page('Page.enable')
    const size = { width: 390, height: 844, deviceScaleFactor: 1, mobile: false }
    await page('Emulation.setDeviceMetricsOverride', size)
    await page('Page.addScriptToEvaluateOnNewDocument', { source: `(${installProbe.toString()})()` })
    if (forget) {
      await page('Network.clearBrowserCache')
      const storageTypes = 'service_workers,cache_storage'
      await page('Storage.clearDataForOrigin', { origin: site.origin, storageTypes })
      await sleep(FORGOTTEN_MS)
    }
    await page('Emulation.setCPUThrottlingRate', { rate })
    await page('Page.navigate', { url: address })
    await sleep(QUIET_MS)
    const expression = `(${tell.toString()})('${moment}', ${SETTLED_MS})`
    const asked = { expression, awaitPromise: true, returnByValue: true }
    const { result } = await page<{ result: { value?: Told; description?: string } }>('Runtime.evaluate', asked)
    await this.#send('Target.closeTarget', { targetId })
    if (result.value === undefined) throw new Error(`${address} measured nothing: ${result.description ?? ''}`)
    return result.value
  }

  #send<T>(method: string, params: object = {}, sessionId?: string): Promise<T> {
    const id = ++this.#asked
    return new Promise<T>((resolve, reject) => {
      this.#waiting.set(id, { resolve: (result) => resolve(result as T), reject })
      this.#socket.send(JSON.stringify({ id, method, params, ...(sessionId !== undefined && { sessionId }) }))
    })
  }
}

const sleep = (ms: number): Promise<void> => new Promise((over) => setTimeout(over, ms))
