import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext, type CDPSession, type Page } from '@playwright/test'
import { browser } from '../browser.ts'
import { Alone } from './alone.ts'
import { installProbe, type Moment } from './probe.ts'
import { KIT, rowsOf, SITES, type Length, type Site } from './sites.ts'

/** A phone of the middle class has about a quarter of the speed of the machines that benchmarks run on. */
export const SLOWDOWN = 4

/** An open page with its measuring, on a slowed processor (the main thread's: workers run at full speed). */
export interface Slow {
  page: Page
  cdp: CDPSession
}

/** A browser with a profile on the disk: a private window keeps IndexedDB in memory, where durable means nothing. */
export class Stage {
  readonly #folder: string
  #context: BrowserContext | undefined

  private constructor(folder: string) {
    this.#folder = folder
  }

  /** Both diaries filled, the browser closed. */
  static async filled(length: Length): Promise<Stage> {
    const stage = new Stage(await mkdtemp(join(tmpdir(), `mend-bench-${length}-`)))
    await stage.open()
    for (const site of [...Object.values(SITES), KIT]) await stage.#fill(site, length)
    await stage.close()
    return stage
  }

  async open(): Promise<void> {
    this.#context = await chromium.launchPersistentContext(this.#folder, {
      ...browser(),
      viewport: { width: 390, height: 844 }
    })
    await this.#context.addInitScript(installProbe)
    // What the browser itself does once, its first page and its first database, is not counted as anybody's start.
    const page = await this.#context.newPage()
    await page.goto(SITES.floor.log)
    await happens(page, 'ready')
    await page.close()
  }

  /** Does the work in a browser that is left alone, on the same profile, this one closed meanwhile. */
  async alone<T>(work: (alone: Alone) => Promise<T>): Promise<T> {
    await this.close()
    const alone = await Alone.open(this.#folder)
    try {
      await alone.visit(SITES.floor, SITES.floor.log, 'ready', 1)
      return await work(alone)
    } finally {
      await alone.close()
    }
  }

  async close(): Promise<void> {
    await this.#context?.close()
    this.#context = undefined
  }

  async remove(): Promise<void> {
    await this.close()
    await rm(this.#folder, { recursive: true, force: true })
  }

  async slow(rate = SLOWDOWN): Promise<Slow> {
    if (this.#context === undefined) throw new Error('The browser is closed.')
    const page = await this.#context.newPage()
    const cdp = await this.#context.newCDPSession(page)
    await cdp.send('Emulation.setCPUThrottlingRate', { rate })
    return { page, cdp }
  }

  async #fill(site: Site, length: Length): Promise<void> {
    const { page } = await this.slow(1)
    await page.goto(site.log)
    await happens(page, 'ready')
    const { answers: _, ...rows } = rowsOf(length)
    await page.evaluate(
      ({ database, rows }) =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open(database)
          opening.onerror = () => reject(new Error('The database cannot be opened.'))
          opening.onsuccess = () => {
            const stores = Object.keys(rows).filter((name) => opening.result.objectStoreNames.contains(name))
            const transaction = opening.result.transaction(stores, 'readwrite')
            for (const name of stores) {
              for (const row of rows[name as keyof typeof rows]) transaction.objectStore(name).put(row)
            }
            transaction.oncomplete = () => resolve()
            transaction.onabort = () => reject(new Error('The rows cannot be written.'))
          }
        }),
      { database: site.database, rows }
    )
    await page.close()
  }
}

/** Leaves the diary alone and forgets everything else: files, compiled code, the service worker. */
export async function forgetVisits({ page, cdp }: Slow, site: Site): Promise<void> {
  await cdp.send('Network.clearBrowserCache')
  await cdp.send('Storage.clearDataForOrigin', { origin: site.origin, storageTypes: 'service_workers,cache_storage' })
  await settled(page)
}

/** Lets the browser finish what nobody waits for. */
export const settled = (page: Page): Promise<void> => page.waitForTimeout(1000)

/** ms of the n-th moment of its kind on this page. */
export const happens = (page: Page, moment: Moment, n = 0): Promise<number> =>
  page.evaluate(({ moment, n }) => window.probe.at(moment, n), { moment, n })

/** Does something and resolves with what the page measured of it. */
export async function measured(page: Page, moment: Moment, act: () => Promise<unknown>): Promise<number> {
  const n = await page.evaluate((moment) => window.probe.count(moment), moment)
  const [, ms] = await Promise.all([act(), happens(page, moment, n)])
  return ms
}

/** The longest main-thread task since `from` (ms of the page's clock); 0 where none took 50 ms. */
export async function longestTask(page: Page, from: number): Promise<number> {
  // The browser reports them a little later.
  await page.waitForTimeout(500)
  const tasks = await page.evaluate(() => window.probe.tasks)
  return Math.max(0, ...tasks.filter(({ start }) => start >= from).map(({ duration }) => duration))
}

export const clock = (page: Page): Promise<number> => page.evaluate(() => performance.now())
