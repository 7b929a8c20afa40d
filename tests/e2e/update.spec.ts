import { createHash } from 'node:crypto'
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { habit, severity, tapHabit, tapScore } from './diary.ts'
import { host, type Fault, type Host } from './serve.ts'
import { BUILD, firstVisit } from './visit.ts'

const HOUR_MS = 3_600_000

let folder: string
let folderAfter: string
let server: Host

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mend-update-'))
  folderAfter = await mkdtemp(join(tmpdir(), 'mend-update-'))
  await nextVersionOf(BUILD, folder)
  await nextVersionOf(folder, folderAfter)
})
test.afterAll(() => Promise.all([folder, folderAfter].map((one) => rm(one, { recursive: true }))))

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

/** A page's policy names its scripts by their content. */
function rehashed(html: string): string {
  const hashes = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`
  )
  return html.replace(/(?<=script-src 'self' )[^;]*/, () => hashes.join(' '))
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

/**
 * What each load of the page asked for of its parts: each has to be of one version, and to be answered. Those of the next
 * version are told by their names.
 */
function parts(page: Page): { amiss: () => string[] } {
  const loads: { path: string; isNext: boolean; status: number }[][] = [[]]
  page.on('response', (response) => {
    const request = response.request()
    const { pathname } = new URL(request.url())
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) loads.push([])
    else if (pathname.includes('/immutable/')) {
      loads.at(-1)?.push({ path: pathname, isNext: pathname.includes('-next.'), status: response.status() })
    }
  })
  const failed: string[] = []
  page.on('requestfailed', (request) => {
    // What a page asked for while it was left is nobody's loss.
    const why = request.failure()?.errorText ?? ''
    if (why !== 'net::ERR_ABORTED') failed.push(`${request.url()}: ${why}`)
  })
  return {
    amiss: () => [
      ...failed,
      ...loads.flat().flatMap(({ path, status }) => (status === 200 ? [] : [`${path}: ${status}`])),
      ...loads.flatMap((load) => {
        const other = load.find(({ isNext }) => isNext !== load[0]?.isNext)
        return other ? [`${other.path} and ${load[0]?.path ?? ''} in one page`] : []
      })
    ]
  }
}

const note = (page: Page) => page.getByLabel('Note')

/** A day that somebody is in the middle of. */
async function halfFill(page: Page): Promise<void> {
  await tapScore(page, 'Bloating', 5)
  await tapHabit(page, 'Ate slowly', 'Yes')
  await page.getByRole('button', { name: 'Add a glass' }).click()
  await expect(page.getByRole('spinbutton', { name: 'Water' })).toHaveValue('250')
}

async function expectHalfFilled(page: Page): Promise<void> {
  await expect(severity(page, 'Bloating', 5)).toBeChecked()
  await expect(habit(page, 'Ate slowly', 'Yes')).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByRole('spinbutton', { name: 'Water' })).toHaveValue('250')
}

const PAGES = ['/trends', '/more/data', '/']

/** Every page, without a network, is that of one version. */
async function expectWhole(page: Page, version: 'old' | 'next'): Promise<void> {
  const seen = parts(page)
  await page.context().setOffline(true)
  for (const path of PAGES) {
    await page.goto(server.url + path)
    await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible()
    await expect(isNext(page), path).toHaveCount(version === 'next' ? 1 : 0)
  }
  expect(seen.amiss()).toEqual([])
  await page.context().setOffline(false)
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

test('an open sheet, a tap and a half-typed note: nothing of a half-filled day is lost to an update', async ({
  page
}) => {
  await firstVisit(page, server.url)
  const seen = parts(page)
  await halfFill(page)
  await page.getByRole('button', { name: 'Add bowel movement' }).click()
  await page.getByRole('radio', { name: /^Type 4/ }).click()
  const memory = await remember(page)

  server.deploy(folder)
  expect(await lookForUpdate(page)).toBe('installed')
  await expect(offer(page)).toBeVisible()
  await settle(page)
  const sheet = page.getByRole('dialog')
  await expect(sheet).toBeVisible()
  await sheet.getByRole('button', { name: 'Urgent' }).click()
  await expect(sheet.getByRole('button', { name: 'Urgent' })).toHaveAttribute('aria-pressed', 'true')
  await sheet.getByRole('button', { name: 'Done' }).click()
  expect(memory.loads()).toBe(0)

  // All in one moment, and nobody leaves the field.
  await note(page).fill('woke at fo')
  await severity(page, 'Gas', 3).dispatchEvent('click')
  await agree(page).dispatchEvent('click')
  await expect(isNext(page)).toBeAttached()
  await expectHalfFilled(page)
  await expect(severity(page, 'Gas', 3)).toBeChecked()
  await expect(note(page)).toHaveValue('woke at fo')
  await expect(page.getByRole('button', { name: /type 4.*urgent/i })).toBeVisible()
  await settle(page)
  expect(memory.loads()).toBe(1)
  expect(seen.amiss()).toEqual([])
  await expectWhole(page, 'next')
})

test('a tab left on the old version stays whole: what it had not loaded yet is there, also offline', async ({
  page,
  context
}) => {
  await firstVisit(page, server.url)
  const other = await context.newPage()
  await firstVisit(other, server.url)
  const seen = [parts(page), parts(other)]
  const memory = await remember(other)
  await halfFill(other)

  server.deploy(folder)
  expect(await lookForUpdate(page)).toBe('installed')
  await agree(page).click()
  await expect(isNext(page)).toBeAttached()
  await expectHalfFilled(page)

  await context.setOffline(true)
  await note(other).fill('on the tra')
  await other.getByRole('button', { name: 'Add bowel movement' }).click()
  await other.getByRole('radio', { name: /^Type 3/ }).click()
  await other.getByRole('button', { name: 'Done' }).click()
  for (const [name, path] of [
    ['Trends', '/trends'],
    ['Plan', '/plan'],
    ['Today', '/']
  ] as const) {
    await other.getByRole('link', { name, exact: true }).click()
    await expect(other).toHaveURL(server.url + path)
    await expect(other.getByRole('heading', { level: 1 }), name).toBeVisible()
  }
  await expectHalfFilled(other)
  await expect(isNext(other)).toHaveCount(0)
  expect(memory.loads()).toBe(0)
  expect(await memory.sameAsBefore()).toBe(true)

  await agree(other).click()
  await expect(isNext(other)).toBeAttached()
  await expectHalfFilled(other)
  await expect(note(other)).toHaveValue('on the tra')
  await settle(other)
  expect(memory.loads()).toBe(1)
  expect(seen.flatMap((one) => one.amiss())).toEqual([])
})

test('a tab that two updates went past is still whole, and what was kept for it goes when it has gone', async ({
  page,
  context
}) => {
  await firstVisit(page, server.url)
  const other = await context.newPage()
  await firstVisit(other, server.url)
  const seen = parts(other)
  /** How many parts of a version are kept on the device, told by how their names end. */
  const kept = (ending: RegExp) =>
    page.evaluate(async (source) => {
      const found = await Promise.all(
        (await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url))
      )
      return found.flat().filter((url) => url.includes('/immutable/') && new RegExp(source).test(url)).length
    }, ending.source)
  const FIRST = /^((?!-next).)*$/
  const all = await kept(FIRST)
  expect(all).toBeGreaterThan(50)

  for (const next of [folder, folderAfter]) {
    server.deploy(next)
    expect(await lookForUpdate(page)).toBe('installed')
    await Promise.all([page.waitForEvent('load'), agree(page).click()])
  }
  expect(await kept(FIRST)).toBe(all)
  await context.setOffline(true)
  await other.getByRole('link', { name: 'Trends', exact: true }).click()
  await expect(other.getByRole('heading', { level: 1, name: 'Trends' })).toBeVisible()
  await expect(isNext(other)).toHaveCount(0)
  expect(seen.amiss()).toEqual([])

  await context.setOffline(false)
  await other.close()
  await page.reload()
  await expect.poll(() => kept(/./)).toBe(all)
  expect(await kept(/-next-next\./)).toBe(all)
  await expectWhole(page, 'next')
})

test('without a network from the middle of the download on, the day goes on in the old version', async ({ page }) => {
  await firstVisit(page, server.url)
  const seen = parts(page)
  await halfFill(page)
  const memory = await remember(page)

  server.deploy(folder)
  server.spoil('/trends', 'silent')
  server.asked()
  const outcome = lookForUpdate(page)
  await expect.poll(() => server.asked()).toContain('/trends')
  const { port } = new URL(server.url)
  await server.stop()
  expect(await outcome).toBe('redundant')
  await tapScore(page, 'Gas', 3)
  await note(page).fill('in the tunnel')
  await note(page).blur()
  await expect(offer(page)).toHaveCount(0)
  expect(memory.loads()).toBe(0)
  await expectWhole(page, 'old')
  await expectHalfFilled(page)
  await expect(severity(page, 'Gas', 3)).toBeChecked()

  server = await host(folder, Number(port))
  const loads = memory.loads()
  expect(await lookForUpdate(page)).toBe('installed')
  await agree(page).click()
  await expect(isNext(page)).toBeAttached()
  await expectHalfFilled(page)
  await expect(note(page)).toHaveValue('in the tunnel')
  await settle(page)
  expect(memory.loads()).toBe(loads + 1)
  expect(seen.amiss()).toEqual([])
})

test('without a network from the download on, the update itself needs none', async ({ page, context }) => {
  await firstVisit(page, server.url)
  const seen = parts(page)
  await halfFill(page)
  const memory = await remember(page)
  server.deploy(folder)
  expect(await lookForUpdate(page)).toBe('installed')

  await context.setOffline(true)
  await agree(page).click()
  await expect(isNext(page)).toBeAttached()
  await expectHalfFilled(page)
  await settle(page)
  expect(memory.loads()).toBe(1)
  expect(seen.amiss()).toEqual([])
  await expectWhole(page, 'next')
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

/** A script of the next version that nothing needs at first. */
async function lateScript(): Promise<string> {
  const nodes = await readdir(join(folder, '_app/immutable/nodes'))
  return `/_app/immutable/nodes/${nodes.filter((name) => name.endsWith('.js')).sort((a, b) => parseInt(b) - parseInt(a))[0] ?? ''}`
}

const FAULTS: [string, string | (() => Promise<string>), Fault][] = [
  ['a page that breaks off', '/trends', 'cut off'],
  ['half a page that calls itself whole', '/trends', 'half'],
  ['a page that the host fails to send', '/trends', 'error'],
  ['a page of the old version, in the middle of a deployment', '/trends', 'old'],
  ['a script that breaks off', lateScript, 'cut off'],
  ['a page in the place of a script', lateScript, 'page']
]
for (const [name, of, fault] of FAULTS) {
  test(`${name} leaves the old version whole, and the next try succeeds`, async ({ page }) => {
    await firstVisit(page, server.url)
    await halfFill(page)
    const path = typeof of === 'string' ? of : await of()
    server.deploy(folder)
    server.spoil(path, fault)
    server.asked()
    expect(await lookForUpdate(page)).toBe('redundant')
    expect(server.asked()).toContain(path)
    await expect(offer(page)).toHaveCount(0)
    await expectWhole(page, 'old')
    await expectHalfFilled(page)

    server.spoil(null)
    const memory = await remember(page)
    expect(await lookForUpdate(page)).toBe('installed')
    await agree(page).click()
    await expect(isNext(page)).toBeAttached()
    await expectHalfFilled(page)
    await settle(page)
    expect(memory.loads()).toBe(1)
    await expectWhole(page, 'next')
  })
}

test('a first visit that breaks off works as a page, and the next one makes it work offline', async ({
  page,
  context
}) => {
  server.spoil('/plan')
  await page.goto(server.url)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect.poll(() => server.asked()).toContain('/plan')
  await settle(page)
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull()

  server.spoil(null)
  await firstVisit(page, server.url)
  await context.setOffline(true)
  await page.goto(`${server.url}/plan`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})
