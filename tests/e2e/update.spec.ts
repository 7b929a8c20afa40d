import { createHash } from 'node:crypto'
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { host, type Host } from './serve.ts'
import { BUILD, firstVisit } from './visit.ts'

const HOUR_MS = 3_600_000

let folder: string
let server: Host

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mend-update-'))
  await nextVersionOf(BUILD, folder)
})
test.afterAll(() => rm(folder, { recursive: true }))

test.beforeEach(async () => {
  server = await host(BUILD)
})
test.afterEach(() => server.stop())

/**
 * The next release as the browser sees one: another version, every part under another name, the old names gone, and
 * pages that can be told apart.
 */
async function nextVersionOf(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true, filter: (file) => !/\.(br|gz)$/.test(file) })
  const { version } = JSON.parse(await readFile(join(from, '_app/version.json'), 'utf8')) as { version: string }
  const files = (await readdir(to, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  const parts = files.filter((file) => file.parentPath.includes('immutable')).map((file) => file.name)
  for (const { parentPath, name } of files) {
    const file = join(parentPath, name)
    if (!/\.(html|js|css|json)$/.test(name)) continue
    let text = (await readFile(file, 'utf8')).replaceAll(version, `${version}-next`)
    for (const part of parts) text = text.replaceAll(part, nextName(part))
    await writeFile(file, rehashed(text.replace('<html', '<html data-release="next"')))
    if (parts.includes(name)) await rename(file, join(parentPath, nextName(name)))
  }
}

/** A page's policy names its script by its content. */
function rehashed(html: string): string {
  const script = /<script>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? ''
  const hash = createHash('sha256').update(script).digest('base64')
  return html.replace(/(?<=script-src 'self' 'sha256-)[^']*/, () => hash)
}

const nextName = (part: string) => part.replace(/\.\w+$/, '-next$&')

/** The browser looks for a new version now; resolves when it has it whole, or has given it up. */
function lookForUpdate(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration()
    const worker = (await registration?.update())?.installing
    if (!worker) return 'nothing new'
    return new Promise<string>((resolve) =>
      worker.addEventListener('statechange', () => resolve(worker.state), { once: true })
    )
  })
}

/** How often the page was loaded since, and whether what only its memory holds is still there. */
async function remember(page: Page): Promise<{ loads: () => number; sameAsBefore: () => Promise<boolean> }> {
  let loads = 0
  page.on('load', () => loads++)
  await page.evaluate(() => Object.assign(window, { halfFilledIn: true }))
  return { loads: () => loads, sameAsBefore: () => page.evaluate(() => 'halfFilledIn' in window) }
}

const offer = (page: Page) => page.getByText('A new version is ready')
const agree = (page: Page) => page.getByRole('button', { name: 'Update now' })
const isNext = (page: Page) => page.locator('html[data-release=next]')
const settle = (page: Page) => page.waitForTimeout(1500)

test('the first visit neither reloads nor speaks of a new version', async ({ page }) => {
  let loads = 0
  page.on('load', () => loads++)
  await firstVisit(page, server.url)
  await settle(page)
  expect(loads).toBe(1)
  await expect(offer(page)).toHaveCount(0)
})

test('a new version waits until the person agrees, then the page loads once', async ({ page }) => {
  await firstVisit(page, server.url)
  const memory = await remember(page)

  server.deploy(folder)
  expect(await lookForUpdate(page)).toBe('installed')
  await expect(offer(page)).toBeVisible()
  await settle(page)
  expect(memory.loads()).toBe(0)
  expect(await memory.sameAsBefore()).toBe(true)

  await agree(page).click()
  await expect(isNext(page)).toBeAttached()
  await settle(page)
  expect(memory.loads()).toBe(1)
  await expect(offer(page)).toHaveCount(0)
})

test('a new version that waited while the app was closed is offered at the next start', async ({ page }) => {
  await firstVisit(page, server.url)
  server.deploy(folder)
  expect(await lookForUpdate(page)).toBe('installed')

  await page.reload()
  await expect(offer(page)).toBeVisible()
  await expect(isNext(page)).toHaveCount(0)
  await agree(page).click()
  await expect(isNext(page)).toBeAttached()
})

test('another tab is left as it is, and asked', async ({ page, context }) => {
  await firstVisit(page, server.url)
  const other = await context.newPage()
  await firstVisit(other, server.url)
  const memory = await remember(other)

  server.deploy(folder)
  expect(await lookForUpdate(page)).toBe('installed')
  await agree(page).click()
  await expect(isNext(page)).toBeAttached()

  await expect(offer(other)).toBeVisible()
  await settle(other)
  expect(memory.loads()).toBe(0)
  expect(await memory.sameAsBefore()).toBe(true)

  await agree(other).click()
  await expect(isNext(other)).toBeAttached()
  await settle(other)
  expect(memory.loads()).toBe(1)
  await expect(offer(other)).toHaveCount(0)
})

test('a tab left on the old version still gets to every page, offline too', async ({ page, context }) => {
  await firstVisit(page, server.url)
  const other = await context.newPage()
  await firstVisit(other, server.url)
  server.deploy(folder)
  expect(await lookForUpdate(page)).toBe('installed')
  await agree(page).click()
  await expect(isNext(page)).toBeAttached()

  await context.setOffline(true)
  await other.getByRole('link', { name: 'Plan', exact: true }).click()
  await expect(other).toHaveURL(`${server.url}/plan`)
  await expect(other.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(isNext(other)).toBeAttached()
})

test('an app left open looks for a new version when it is seen again after an hour', async ({ page }) => {
  const seenAgain = () => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await page.clock.install()
  await firstVisit(page, server.url)
  await settle(page)
  server.deploy(folder)

  server.asked()
  await seenAgain()
  await settle(page)
  expect(server.asked()).toEqual([])

  await page.clock.setSystemTime(Date.now() + HOUR_MS + 60_000)
  await seenAgain()
  await expect.poll(() => server.asked()).toContain('/service-worker.js')
  await page.clock.runFor(1000)
  await expect(offer(page)).toBeVisible()
})

test('a download that breaks off leaves the old version whole, and the next try succeeds', async ({
  page,
  context
}) => {
  await firstVisit(page, server.url)
  server.deploy(folder)

  server.breakOff('/trends')
  expect(await lookForUpdate(page)).toBe('redundant')
  await expect(offer(page)).toHaveCount(0)
  await context.setOffline(true)
  for (const path of ['/', '/trends', '/more/data']) {
    await page.goto(server.url + path)
    await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible()
    await expect(isNext(page), path).toHaveCount(0)
  }

  await context.setOffline(false)
  server.breakOff(null)
  expect(await lookForUpdate(page)).toBe('installed')
  await agree(page).click()
  await expect(isNext(page)).toBeAttached()
})

test('a first visit that breaks off works as a page, and the next one makes it work offline', async ({
  page,
  context
}) => {
  server.breakOff('/plan')
  await page.goto(server.url)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect.poll(() => server.asked()).toContain('/plan')
  await settle(page)
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull()

  server.breakOff(null)
  await firstVisit(page, server.url)
  await context.setOffline(true)
  await page.goto(`${server.url}/plan`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})
