/** What a person does, on either page; `rate`: how many times the main thread is slowed, the stage's own without it. */
import { writeFile } from 'node:fs/promises'
import { brotliCompressSync } from 'node:zlib'
import { expect, test, type Page } from '@playwright/test'
import type { Alone, Told } from './alone.ts'
import {
  clock,
  forgetVisits,
  happens,
  longestTask,
  measured,
  settled,
  SLOWDOWN,
  type Slow,
  type Stage
} from './stage.ts'
import { KIT, SITES, type Site, type SiteName } from './sites.ts'

const ITEMS = ['gas', 'fatigue', 'stress', 'brain-fog', 'low-mood', 'abdominal-pain', 'bloating']
const STRIPS = ['Bloating', 'Gas', 'Fatigue']

async function on<T>(stage: Stage, rate: number | undefined, visit: (slow: Slow) => Promise<T>): Promise<T> {
  const slow = await stage.slow(rate)
  try {
    return await visit(slow)
  } finally {
    await slow.page.close()
  }
}

/** The first start: nothing kept from an earlier visit but the diary. */
export const coldStart = async (alone: Alone, name: SiteName, rate = SLOWDOWN): Promise<number> =>
  (await alone.visit(SITES[name], SITES[name].log, 'ready', rate, { forget: true })).ms

/** Every later start: the service worker has the app. */
export async function laterStart(alone: Alone, rate = SLOWDOWN): Promise<Told> {
  // The worker is ready some seconds after the first of these at the latest, and has the page from the next one on.
  for (let n = 0; n < 2; n++) await alone.visit(SITES.mend, SITES.mend.log, 'ready', 1)
  return alone.visit(SITES.mend, SITES.mend.log, 'ready', rate)
}

/** … without a network. */
export async function offlineStart(stage: Stage, rate?: number): Promise<number> {
  await on(stage, 1, async ({ page }) => {
    await page.goto(SITES.mend.log)
    await page.evaluate(async () => {
      if (navigator.serviceWorker.controller) return
      await new Promise((controlled) =>
        navigator.serviceWorker.addEventListener('controllerchange', controlled, { once: true })
      )
    })
  })
  return on(stage, rate, async ({ page }) => {
    await page.context().setOffline(true)
    try {
      await page.goto(SITES.mend.log)
      const ms = await happens(page, 'ready')
      expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)
      // No worker keeps this file: only the host could send it.
      const isThere = () => fetch('/robots.txt', { cache: 'no-store' }).then(Boolean, () => false)
      expect(await page.evaluate(isThere)).toBe(false)
      return ms
    } finally {
      await page.context().setOffline(false)
    }
  })
}

/** `count` taps on scores, none of them the one that is chosen, spread over three strips so that no section folds. */
export const taps = (
  stage: Stage,
  name: SiteName,
  count: number,
  rate?: number
): Promise<{ taps: number[]; longest: number }> =>
  on(stage, rate, async ({ page }) => {
    await page.goto(SITES[name].log)
    await happens(page, 'ready')
    await settled(page)
    const from = await clock(page)
    const ms: number[] = []
    for (let n = 0; n < count; n++) {
      const strip = page.getByRole('radiogroup', { name: STRIPS[n % STRIPS.length] ?? '' })
      const chosen = strip.getByRole('radio', { checked: true })
      const score = (await chosen.count()) === 0 ? 0 : Number(await chosen.textContent()) + 1
      const radio = strip.getByRole('radio', { name: String(score % 11), exact: true })
      ms.push(await measured(page, 'tap', () => radio.click()))
      await page.waitForTimeout(100)
    }
    return { taps: ms, longest: await longestTask(page, from) }
  })

const INK = 500

/** A chart that was drawn: its page measured it, and there is something to see. */
async function drawn(alone: Alone, site: Site, address: string, rate: number, forget: boolean): Promise<Told> {
  const told = await alone.visit(site, address, 'draw', rate, { forget })
  expect(told.ink).toBeGreaterThan(INK)
  return told
}

/** The first draw of the 26-week trend by somebody who was never here. */
export const firstDraw = async (alone: Alone, name: SiteName, rate = SLOWDOWN): Promise<number> =>
  (await drawn(alone, SITES[name], SITES[name].trend, rate, true)).ms

/** … of the same chart by a page of the framework that has nothing else to do. */
export const frameworkDraw = async (alone: Alone, rate = SLOWDOWN): Promise<number> =>
  (await drawn(alone, KIT, KIT.trend, rate, true)).ms

/** One more draw for each of seven other items. */
export const laterDraws = (stage: Stage, name: SiteName, rate?: number): Promise<number[]> =>
  on(stage, rate, async ({ page }) => {
    await page.goto(SITES[name].trend)
    await happens(page, 'draw')
    await settled(page)
    const later: number[] = []
    for (const item of ITEMS) {
      later.push(await measured(page, 'draw', () => page.getByLabel('Show').selectOption(item)))
      await page.waitForTimeout(200)
    }
    await expectInk(page)
    return later
  })

/** The first draw of ten years, files kept from earlier visits; and the longest task on the way. */
export const allTime = (alone: Alone, name: SiteName, rate = SLOWDOWN): Promise<Told> =>
  drawn(alone, SITES[name], SITES[name].all, rate, false)

/**
 * The calendar of one item over ten years, of which the last one is shown: from the start of the navigation to its being
 * painted (files kept from earlier visits), then from the choice of another item; and the longest task after the chart.
 */
export const heatMap = (stage: Stage, rate?: number): Promise<{ first: number; other: number; longest: number }> =>
  on(stage, rate, async ({ page }) => {
    const drawn = (item: string | null) =>
      page.evaluate(async (item) => {
        const name = () => document.querySelector('[role=grid]')?.ariaLabel
        const before = item === null ? undefined : name()
        const start = item === null ? 0 : performance.now()
        const show = document.querySelector('select')
        if (item !== null && show) {
          show.value = item
          show.dispatchEvent(new Event('change', { bubbles: true }))
        }
        await new Promise<void>((there) => {
          const look = () => {
            if (name() === before) requestAnimationFrame(look)
            // The frame that it came with is painted before the next task.
            else setTimeout(there)
          }
          requestAnimationFrame(look)
        })
        return performance.now() - start
      }, item)
    await page.goto(SITES.mend.all)
    const first = await drawn(null)
    const from = await happens(page, 'draw')
    await settled(page)
    const other = await drawn('gas')
    const longest = await longestTask(page, from)
    const map = page.locator('[role=grid]')
    await expect(map).toHaveAttribute('aria-label', /^Gas/)
    expect(await map.locator('a').count()).toBeGreaterThan(350)
    return { first, other, longest }
  })

/** When anything is seen first, files kept from earlier visits. */
export const laterPaint = async (alone: Alone, name: SiteName, rate = SLOWDOWN): Promise<number> =>
  (await alone.visit(SITES[name], SITES[name].log, 'shown', rate)).paint

/** From a press on "Previous day", then on a day of the week strip, to the other day's answers; and the longest task. */
export const otherDays = (stage: Stage, rate?: number): Promise<{ step: number; strip: number; longest: number }> =>
  on(stage, rate, async ({ page }) => {
    await page.goto(SITES.mend.log)
    await happens(page, 'ready')
    await settled(page)
    const from = await clock(page)
    const press = (which: 'previous' | 'strip') =>
      page.evaluate(async (which) => {
        const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href*="day="]')]
        const link =
          which === 'previous'
            ? links.find((one) => (one.ariaLabel ?? one.textContent).includes('Previous day'))
            : links.filter((one) => one.closest('ol, ul, nav') !== null).at(1)
        const before = document.querySelector('[role=radiogroup]')
        if (!link || !before) throw new Error('There is no way to another day.')
        const start = performance.now()
        link.click()
        await new Promise<void>((there) => {
          const look = () => {
            const now = document.querySelector('[role=radiogroup]')
            if (now === null || now === before) requestAnimationFrame(look)
            else there()
          }
          look()
        })
        return performance.now() - start
      }, which)
    const step = await press('previous')
    await settled(page)
    const strip = await press('strip')
    return { step, strip, longest: await longestTask(page, from) }
  })

/** Mend's own CSV read in another diary: up to the preview, then up to the end; full speed. */
export const importCsv = (stage: Stage, text: string): Promise<{ preview: number; store: number; longest: number }> =>
  on(stage, 1, async ({ page }) => {
    await page.goto(SITES.mend.csv)
    const file = page.getByLabel('Import', { exact: true })
    await file.waitFor({ state: 'attached' })
    // From the disk, as a person's is: bytes that the driver hands over would be unpacked on the page's own thread.
    const path = test.info().outputPath('mend.csv')
    await writeFile(path, text)
    const from = await clock(page)
    await file.setInputFiles(path)
    const button = page.getByRole('button', { name: /^Import \d/ })
    await button.waitFor({ timeout: 120_000 })
    const read = await clock(page)
    await button.click()
    await page.getByText(/^Imported [\d,]+ new/).waitFor({ timeout: 120_000 })
    const stored = await clock(page)
    return { preview: read - from, store: stored - read, longest: await longestTask(page, from) }
  })

/** Is there anything to see? */
async function expectInk(page: Page): Promise<void> {
  const painted = await page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
    let painted = 0
    for (let i = 3; i < pixels.length; i += 4) if (pixels[i] !== 0) painted++
    return painted
  })
  expect(painted).toBeGreaterThan(INK)
}

export interface Export {
  ms: number
  longest: number
  lines: number
  text: string
}

export const csv = (stage: Stage, name: SiteName, rate?: number): Promise<Export> =>
  on(stage, rate, async ({ page }) => {
    await page.goto(SITES[name].csv)
    // Clicked inside the page: to look for it once more, and for its place, is a task of up to 77 ms of the test's own.
    const button = await page.getByRole('button', { name: 'Export CSV' }).elementHandle()
    await settled(page)
    const from = await clock(page)
    const downloading = page.waitForEvent('download')
    const ms = await measured(page, 'file', async () => button?.evaluate((one) => (one as HTMLElement).click()))
    const longest = await longestTask(page, from)
    const chunks: Buffer[] = []
    for await (const chunk of await (await downloading).createReadStream()) chunks.push(chunk as Buffer)
    const text = Buffer.concat(chunks).toString()
    return { ms, longest, lines: text.split('\r\n').length - 1, text }
  })

/** A look for links over `reach`, at full speed: how long it takes, and the longest task on the main thread meanwhile. */
export const insights = (stage: Stage, reach: '26 weeks' | 'All'): Promise<{ ms: number; longest: number }> =>
  on(stage, 1, async ({ page }) => {
    await page.goto(`${new URL(SITES.mend.trend).origin}/trends/insights`)
    await page.getByRole('radio', { name: reach }).click()
    await settled(page)
    const from = await clock(page)
    await page.getByRole('button', { name: 'Look for links' }).click()
    await page.getByRole('status').filter({ hasText: 'Done.' }).waitFor({ timeout: 120_000 })
    const ms = (await clock(page)) - from
    return { ms, longest: await longestTask(page, from) }
  })

export interface Load {
  files: { path: string; bytes: number }[]
  /** Bytes of the scripts that stand in the page itself. */
  inline: number
  heap: number
}

/** What Today's first load brings, scripts and styles, as they come over the wire or stand in the page; and the memory it takes (bytes). */
export const firstLoad = (stage: Stage, name: SiteName): Promise<Load> =>
  on(stage, 1, async (slow) => {
    const { page, cdp } = slow
    await forgetVisits(slow, SITES[name])
    const files: Load['files'] = []
    const listening: Promise<void>[] = []
    page.on('response', (response) => {
      const request = response.request()
      if (request.serviceWorker() !== null || !['script', 'stylesheet'].includes(request.resourceType())) return
      listening.push(
        request.sizes().then(({ responseBodySize }) => {
          files.push({ path: new URL(response.url()).pathname, bytes: responseBodySize })
        })
      )
    })
    const html = (await (await page.goto(SITES[name].log))?.text()) ?? ''
    await happens(page, 'ready')
    await settled(page)
    await Promise.all(listening)
    const inline = [...html.matchAll(/<script>(.*?)<\/script>/gs)].map(([, text = '']) => text).join('\n')
    await cdp.send('HeapProfiler.collectGarbage')
    await cdp.send('Performance.enable')
    const { metrics } = await cdp.send('Performance.getMetrics')
    return {
      files,
      inline: brotliCompressSync(inline).length,
      heap: metrics.find((metric) => metric.name === 'JSHeapUsedSize')?.value ?? 0
    }
  })
