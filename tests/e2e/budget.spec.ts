import { expect, test } from '@playwright/test'

/** Bytes of JavaScript and CSS, as sent (brotli). */
const BUDGET = 70_000
/** Requests for them. */
const REQUESTS = 16

test('Today starts without charts, tables or time zones, and within its bytes', async ({ page }) => {
  const files: { path: string; bytes: number; text: string }[] = []
  const reading: Promise<void>[] = []
  page.on('response', (response) => {
    const request = response.request()
    if (request.serviceWorker() !== null || !['script', 'stylesheet'].includes(request.resourceType())) return
    reading.push(
      Promise.all([request.sizes(), response.text()]).then(([{ responseBodySize }, text]) => {
        files.push({ path: new URL(response.url()).pathname, bytes: responseBodySize, text })
      })
    )
  })
  await page.goto('/')
  await expect(page.getByRole('button', { name: 'Add a glass' })).toBeVisible()
  await page.waitForLoadState('networkidle')
  await Promise.all(reading)
  const sum = files.reduce((total, { bytes }) => total + bytes, 0)
  expect(sum).toBeGreaterThan(40_000)
  expect(sum).toBeLessThanOrEqual(BUDGET)
  expect(files.length, files.map(({ path }) => path).join('\n')).toBeLessThanOrEqual(REQUESTS)
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
