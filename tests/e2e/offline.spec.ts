import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { expect, test } from '@playwright/test'
import { erase } from './diary.ts'
import { host, type Host } from './serve.ts'
import { BUILD, complaints, firstVisit } from './visit.ts'

/** Each page with the heading that says it is the right one. */
const PAGES: readonly (readonly [path: string, heading: RegExp])[] = [
  ['/', /^Today$/],
  ['/?day=2026-11-20', /20 November|Friday/],
  ['/trends', /^Trends$/],
  ['/trends?period=26&of=bloating', /^Trends$/],
  ['/plan', /plan/i],
  ['/plan/review?week=4', /^Look back$/],
  ['/plan/food', /foods/],
  ['/trends/insights', /^Insights$/],
  ['/learn/supplements', /./],
  ['/welcome', /./],
  ['/more/reminders', /^Reminders$/],
  ['/learn', /^Learn$/],
  ['/more', /^More$/],
  ['/more/track', /^What I track$/],
  ['/more/data', /data/i],
  ['/more/settings', /^Settings$/],
  ['/more/about', /^About/],
  ['/search', /^Search$/],
  ['/more/install', /^Install Mend$/]
]

test.describe('with the host gone after the first visit', () => {
  let server: Host

  test.beforeEach(async ({ page, context }) => {
    server = await host(BUILD)
    await firstVisit(page, `${server.url}/`)
    await server.stop()
    await context.setOffline(true)
  })

  test('every page opens at its own address', async ({ page }) => {
    test.setTimeout(120_000)
    const heard = complaints(page)
    await page.clock.setFixedTime('2026-11-23T12:00:00')
    for (const [path, heading] of PAGES) {
      await page.goto(server.url + path)
      await expect.soft(page.getByRole('heading', { level: 1, name: heading }), path).toBeVisible()
      expect.soft(page.url(), path).toBe(server.url + path)
    }
    expect(heard).toEqual([])
  })

  test('every page opens from the bar below', async ({ page }) => {
    const heard = complaints(page)
    await page.goto(`${server.url}/`)
    for (const name of ['Trends', 'Plan', 'Learn', 'More', 'Today']) {
      await page.getByRole('link', { name, exact: true }).click()
      await expect(page.getByRole('link', { name, exact: true })).toHaveAttribute('aria-current', 'page')
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    }
    expect(heard).toEqual([])
  })

  test('an address that no page has leads home', async ({ page }) => {
    await page.goto(`${server.url}/no/such-page?day=2026-11-20`)
    await expect(page).toHaveURL(`${server.url}/`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  })

  test('once all is erased, what is not there any more says so and leads to the start', async ({ page }) => {
    await page.goto(`${server.url}/more/data`)
    await erase(page)
    // The browser may still hold what it loaded last: Today, say, but not all of Help.
    await page.getByRole('link', { name: 'Help now' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'All is erased' })).toBeVisible()
    await expect(page.getByText('Your diary is untouched')).toHaveCount(0)
    const again = await host(BUILD, Number(new URL(server.url).port))
    await page.context().setOffline(false)
    await page.getByRole('link', { name: 'Open Mend anew' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
    await again.stop()
  })

  test('everything the build wrote is on the device, the parts of its workers too', async ({ page }) => {
    const kept = await page.evaluate(async () => {
      const caches = await Promise.all((await window.caches.keys()).map((name) => window.caches.open(name)))
      const requests = (await Promise.all(caches.map((cache) => cache.keys()))).flat()
      return requests.map((request) => new URL(request.url).pathname)
    })
    expect(kept.sort()).toEqual((await builtPaths()).sort())
  })
})

/** The paths of what the build wrote, as the app asks for them. */
async function builtPaths(): Promise<string[]> {
  const entries = await readdir(BUILD, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => '/' + relative(BUILD, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter(
      (path) =>
        !/\.(br|gz)$|^\/screenshots\/|^\/(robots\.txt|_headers|404\.html|service-worker\.js|\.nojekyll)$/.test(path)
    )
    .map((path) => path.replace(/(index)?\.html$/, ''))
}

interface Picture {
  src: string
  sizes: string
  type: string
  purpose?: string
  form_factor?: string
}

interface Manifest {
  start_url: string
  scope: string
  display: string
  icons: Picture[]
  screenshots: Picture[]
  shortcuts: { name: string; url: string; icons: Picture[] }[]
}

test('the manifest is linked, and its pictures have the sizes it says', async ({ page, request }) => {
  await page.goto('/')
  const link = page.locator('link[rel=manifest]')
  await expect(link).toHaveCount(1)
  const url = new URL((await link.getAttribute('href')) ?? '', page.url())
  const manifest = (await (await request.get(url.href)).json()) as Manifest

  expect(manifest.display).toBe('standalone')
  expect(new URL(manifest.start_url, url).pathname).toBe('/')
  expect(new URL(manifest.scope, url).pathname).toBe('/')
  expect(manifest.shortcuts.map(({ name, url }) => [name, url])).toEqual([
    ['Log today', './'],
    ['Trends', './trends']
  ])
  expect(new Set(manifest.icons.map((icon) => icon.purpose))).toEqual(new Set(['any', 'maskable', 'monochrome']))
  expect(manifest.screenshots.map((picture) => picture.form_factor).sort()).toEqual(['narrow', 'narrow', 'wide'])

  const pictures = [...manifest.icons, ...manifest.screenshots, ...manifest.shortcuts.flatMap(({ icons }) => icons)]
  for (const picture of pictures) {
    const response = await request.get(new URL(picture.src, url).href)
    expect.soft(response.status(), picture.src).toBe(200)
    expect.soft(response.headers()['content-type'], picture.src).toContain(picture.type)
    if (picture.type === 'image/png') expect.soft(sizeOf(await response.body()), picture.src).toBe(picture.sizes)
  }
})

test('an iPhone finds an icon without a hole in it', async () => {
  const icon = await readFile(join(BUILD, 'icons/apple-touch-icon.png'))
  expect(sizeOf(icon)).toBe('180x180')
  // Colour type 2: red, green and blue, no transparency.
  expect(icon[25]).toBe(2)
})

/** Width and height as the header of a PNG tells them. */
function sizeOf(png: Buffer): string {
  return png.length < 24 || png.toString('latin1', 1, 4) !== 'PNG'
    ? 'not a PNG'
    : `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`
}

test('the browser would install it', async ({ page, context }) => {
  await firstVisit(page, '/')
  const session = await context.newCDPSession(page)
  const { errors, url } = await session.send('Page.getAppManifest')
  expect(url).toContain('/manifest.webmanifest')
  expect(errors).toEqual([])
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors')
  // The test's browser keeps nothing, and that is the one thing in the way.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([])
})

test('a chosen theme is there before the page is drawn, in the bar of the browser too', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.addInitScript(() => localStorage.setItem('mend.theme', 'dark'))
  await page.goto('/', { waitUntil: 'commit' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  for (const meta of await page.locator('meta[name=theme-color]').all()) {
    await expect(meta).toHaveAttribute('content', '#111412')
  }
})

test('a browser that closes its storage gets the theme of the system', async ({ page }) => {
  const heard = complaints(page)
  await page.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('closed', 'SecurityError')
      }
    })
  )
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('html')).not.toHaveAttribute('data-theme')
  expect(heard).toEqual([])
})
