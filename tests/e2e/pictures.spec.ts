/**
 * The main screens as they are meant to look, in tests/e2e/pictures. `npm run pictures` takes them anew; look at each before
 * it is kept. They hold on other machines because the words are set in a font that comes with the tests, without hints, and
 * because the tolerance lets the edges of letters pass. A card that moves or a token that changes is more than that.
 */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test, type Page } from '@playwright/test'
import { browser } from '../browser.ts'
import { severity, tapHabit, tapScore } from './diary.ts'

const { args, ...launch } = browser()
test.use({
  launchOptions: {
    ...launch,
    args: [...args, '--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb']
  },
  deviceScaleFactor: 1,
  locale: 'en-GB',
  timezoneId: 'UTC',
  // What they keep would be of one picture more than of the next.
  serviceWorkers: 'block'
})

const NOW = new Date('2026-03-18T14:00:00Z')
const DAY_MS = 86_400_000
const WEIGHTS = ['400', '700'] as const

const fontOf = async (weight: (typeof WEIGHTS)[number]) => {
  const file = `@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-${weight}-normal.woff2`
  return { weight, data: await readFile(fileURLToPath(import.meta.resolve(file)), 'base64') }
}

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(NOW)
  await page.addInitScript(
    (fonts) => {
      for (const { weight, data } of fonts) {
        const face = new FontFace(
          'Pictures',
          Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0)),
          {
            weight: weight === '700' ? '550 900' : '100 549'
          }
        )
        document.fonts.add(face)
        void face.load()
      }
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(`
        :root { --font: Pictures !important; text-rendering: geometricPrecision; -webkit-font-smoothing: antialiased }
        ::-webkit-scrollbar { display: none }
      `)
      document.adoptedStyleSheets = [sheet]
      // What a browser has to say of its disk differs from machine to machine.
      navigator.storage.estimate = () => Promise.resolve({ usage: 2_000_000, quota: 5_000_000_000 })
      navigator.storage.persisted = () => Promise.resolve(true)
    },
    await Promise.all(WEIGHTS.map(fontOf))
  )
})

/** Opens a page and waits until nothing comes any more: what Today says last comes after a second and a half. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(2000)
  await page.evaluate(() => scrollTo(0, 0))
}

/** What the viewport shows. A soft one: all that differ are told at once. */
async function picture(page: Page, name: string): Promise<void> {
  await expect.soft(page).toHaveScreenshot(`${name}.png`)
}

/** The half year that the app makes up until yesterday, and a day that somebody is in the middle of. */
async function sample(page: Page): Promise<void> {
  await page.clock.setFixedTime(NOW.getTime() - DAY_MS)
  await page.goto('/more/data')
  await page.getByRole('button', { name: 'Look around with a sample half year' }).click()
  await expect(page.getByText('Sample diary.')).toBeVisible()
  await page.clock.setFixedTime(NOW)
  await page.goto('/')
  await tapScore(page, 'Bloating', 4)
  await tapScore(page, 'Gas', 2)
  await tapHabit(page, 'Ate slowly', 'Yes')
}

const PAGES = {
  today: '/',
  trends: '/trends',
  plan: '/plan',
  learn: '/learn',
  more: '/more',
  data: '/more/data',
  report: '/report'
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } })

    test('the first day', async ({ page }) => {
      await open(page, '/')
      await expect(severity(page, 'Bloating', 5)).toBeVisible()
      await picture(page, `today-empty-${colorScheme}`)
    })

    test('half a year', async ({ page }) => {
      await sample(page)
      for (const [name, path] of Object.entries(PAGES)) {
        await open(page, path)
        await picture(page, `${name}-${colorScheme}`)
      }
    })
  })
}

test.describe('wide', () => {
  test.use({
    viewport: { width: 1280, height: 800 },
    colorScheme: 'light',
    contextOptions: { reducedMotion: 'reduce' }
  })

  test('half a year', async ({ page }) => {
    await sample(page)
    for (const name of ['today', 'trends'] as const) {
      await open(page, PAGES[name])
      await picture(page, `${name}-wide`)
    }
  })
})
