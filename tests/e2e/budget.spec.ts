import { brotliCompressSync } from 'node:zlib'
import { expect, test, type Page, type Response } from '@playwright/test'

/** Bytes of JavaScript and CSS, as sent (brotli). */
const BUDGET = 70_000
/** Requests for them. */
const REQUESTS = 12

/** What a start of Today brings over the wire, scripts and styles, and what is in them; and the scripts in the page itself. */
async function start(page: Page) {
  const files: { path: string; bytes: number; text: string }[] = []
  const reading: Promise<void>[] = []
  const hear = (response: Response) => {
    const request = response.request()
    if (request.serviceWorker() !== null || !['script', 'stylesheet'].includes(request.resourceType())) return
    reading.push(
      Promise.all([request.sizes(), response.text()]).then(([{ responseBodySize }, text]) => {
        files.push({ path: new URL(response.url()).pathname, bytes: responseBodySize, text })
      })
    )
  }
  // What waits for a second and longer is no part of the start, and on a slow machine would come into it.
  await page.addInitScript(() => {
    const later = window.setTimeout.bind(window)
    window.setTimeout = ((then: () => void, ms = 0) => (ms < 1000 ? later(then, ms) : 0)) as typeof setTimeout
  })
  page.on('response', hear)
  const html = (await (await page.goto('/'))?.text()) ?? ''
  await expect(page.getByRole('button', { name: 'Add a glass' })).toBeVisible()
  await page.waitForLoadState('networkidle')
  page.off('response', hear)
  await Promise.all(reading)
  const inline = [...html.matchAll(/<script>(.*?)<\/script>/gs)].map(([, text = '']) => text).join('\n')
  expect(inline).toContain('indexedDB')
  return { files, inline: brotliCompressSync(inline).length }
}

function expectWithinBudget({ files, inline }: { files: readonly { path: string; bytes: number }[]; inline: number }) {
  const sum = files.reduce((total, { bytes }) => total + bytes, inline)
  expect(sum).toBeGreaterThan(40_000)
  expect(sum).toBeLessThanOrEqual(BUDGET)
  expect(files.length, files.map(({ path }) => path).join('\n')).toBeLessThanOrEqual(REQUESTS)
}

test('Today starts without charts, tables or time zones, and within its bytes', async ({ page }) => {
  const load = await start(page)
  const { files } = load
  expectWithinBudget(load)
  const code = files.map(({ text }) => text).join('\n')
  for (const [mark, of] of [
    ['getDatasetMeta', 'Chart.js'],
    ['DexieError', 'Dexie'],
    ['skipEmptyLines', 'Papa Parse'],
    ['PlainDateTime', 'temporal-polyfill']
  ] as const) {
    expect(code.includes(mark), of).toBe(false)
  }
})

test('a diary of half a year with a plan starts within them, too', async ({ page, context }) => {
  await page.goto('/more/data')
  await page.getByRole('button', { name: 'Look around with a sample half year' }).click()
  await expect(page.getByText('Sample diary.')).toBeVisible()
  await page.close()
  // As on a first visit: nothing of it is kept by the browser.
  const fresh = await context.newPage()
  const session = await context.newCDPSession(fresh)
  await session.send('Storage.clearDataForOrigin', {
    origin: new URL(test.info().project.use.baseURL ?? '').origin,
    storageTypes: 'service_workers,cache_storage'
  })
  await session.send('Network.clearBrowserCache')
  const load = await start(fresh)
  await expect(fresh.getByText('Sample diary.')).toBeVisible()
  expectWithinBudget(load)
})
