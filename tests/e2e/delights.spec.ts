import { expect, test, type Page } from '@playwright/test'
import { dayText } from '../../src/domain/day.ts'
import { daysAgo, severity, tapScore } from './diary.ts'
import { complaints } from './visit.ts'

/** What Chromium tells a page that can be installed; `asked` counts how often somebody took it up. */
async function canBeInstalled(page: Page): Promise<{ asked: () => Promise<number> }> {
  await page.addInitScript(() => {
    const seen = window as unknown as { asked: number }
    seen.asked = 0
    const event = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
      prompt: () => {
        seen.asked++
        return Promise.resolve({ outcome: 'dismissed' })
      }
    })
    // Chromium takes longer than the page does to be there: it is told once somebody listens.
    const tell = () => void setTimeout(() => dispatchEvent(event) && tell(), 100)
    addEventListener('load', tell)
  })
  return { asked: () => page.evaluate(() => (window as unknown as { asked: number }).asked) }
}

const card = (page: Page) => page.getByRole('region', { name: 'Keep Mend at hand' })

test('installing is offered at the end of Today after three days of use, once, and stays under More', async ({
  page
}) => {
  const heard = complaints(page)
  const { asked } = await canBeInstalled(page)
  const noon = (date: number) => new Date(2026, 2, date, 12)
  for (const date of [9, 10, 11]) {
    await page.clock.setFixedTime(noon(date))
    await page.goto('/')
    await expect(severity(page, 'Bloating', 5)).toBeVisible()
    await page.waitForTimeout(500)
    await expect(card(page)).toHaveCount(0)
    await tapScore(page, 'Bloating', 3)
  }
  await page.clock.setFixedTime(noon(12))
  await page.goto('/')
  await expect(card(page)).toBeVisible()
  const [above, here] = await Promise.all([page.getByLabel('Note').boundingBox(), card(page).boundingBox()])
  expect(here?.y).toBeGreaterThan(above?.y ?? Infinity)
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false)
  await page.setViewportSize({ width: 390, height: 844 })

  await card(page).getByRole('button', { name: 'Not now' }).click()
  await expect(card(page)).toHaveCount(0)
  await page.reload()
  await expect(severity(page, 'Bloating', 5)).toBeVisible()
  await page.waitForTimeout(1000)
  await expect(card(page)).toHaveCount(0)

  await page.getByRole('link', { name: 'More', exact: true }).click()
  await page.getByRole('link', { name: /^Install Mend/ }).click()
  await page.getByRole('button', { name: 'Install', exact: true }).click()
  await expect(page.getByText('It was not installed.')).toBeVisible()
  expect(await asked()).toBe(1)
  expect(heard).toEqual([])
})

/** The movements come with what is loaded last. */
async function moves(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(() =>
        [...document.styleSheets].some((sheet) =>
          [...sheet.cssRules].some((rule) => rule.cssText.includes('html[data-way'))
        )
      )
    )
    .toBe(true)
}

/** Where the day's sections come from as they appear, in CSS pixels: left is negative; null where nothing moved. */
const comesFrom = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number | null>((resolve) => {
        addEventListener('animationstart', (event) => {
          const [animation] = (event.target as Element).getAnimations()
          const [first] = (animation?.effect as KeyframeEffect).getKeyframes()
          resolve(parseFloat(String(first?.['translate'])))
        })
        setTimeout(() => resolve(null), 3000)
      })
  )

/** Goes there, and if need be again: where a machine is so slow that a day comes late, it may come without a movement. */
async function sideOf(page: Page, there: string, back: string): Promise<number> {
  for (;;) {
    const from = comesFrom(page)
    await page.getByRole('link', { name: there }).click()
    const side = await from
    if (side !== null) return side
    await page.getByRole('link', { name: back }).click()
    await page.waitForTimeout(1000)
  }
}

test('a day comes from its side of time, and a tap in the middle of it counts', async ({ page }) => {
  await page.goto('/')
  await expect(severity(page, 'Bloating', 5)).toBeVisible()
  await moves(page)
  expect(await sideOf(page, 'Previous day', 'Next day')).toBeLessThan(0)
  expect(await sideOf(page, 'Next day', 'Previous day')).toBeGreaterThan(0)

  // As slow as never, so that the tap falls into it for sure.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('html main .sections { animation: way-back 30s !important }')
    document.adoptedStyleSheets = [sheet]
  })
  await page.getByRole('link', { name: 'Previous day' }).click()
  await expect(page.getByRole('heading', { name: 'Yesterday' })).toBeVisible()
  const score = severity(page, 'Bloating', 5)
  await score.click({ force: true })
  await expect(score).toBeChecked()
  expect(await page.locator('main .sections').evaluate((one) => one.getAnimations().length)).toBe(1)
  await page.goto(`/?day=${daysAgo(1)}`)
  await expect(severity(page, 'Bloating', 5)).toBeChecked()
})

test('a movement goes on to its end, however late that is', async ({ page }) => {
  await page.goto('/')
  await expect(severity(page, 'Bloating', 5)).toBeVisible()
  await moves(page)
  await page.evaluate(() => {
    const seen = window as unknown as { ends: string[] }
    seen.ends = []
    // On a slow device it begins late; here it takes long.
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('html[data-way] main .sections { animation-duration: 1.5s !important }')
    document.adoptedStyleSheets = [sheet]
    for (const type of ['animationend', 'animationcancel']) {
      addEventListener(type, (event) => {
        const { animationName, target } = event as AnimationEvent
        if (animationName.startsWith('way-') && (target as Element).isConnected) seen.ends.push(event.type)
      })
    }
  })
  await page.getByRole('link', { name: 'Previous day' }).click()
  const ends = () => page.evaluate(() => (window as unknown as { ends: string[] }).ends)
  await expect.poll(ends).toEqual(['animationend'])
  await expect(page.locator('html')).not.toHaveAttribute('data-way')
})

test('nothing moves for somebody who asked for less motion', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto('/')
  await expect(severity(page, 'Bloating', 5)).toBeVisible()
  await moves(page)
  await page.evaluate(() => {
    const seen = window as unknown as { moved: string[] }
    seen.moved = []
    addEventListener('animationstart', (event) => seen.moved.push(event.animationName))
    Element.prototype.animate = () => {
      seen.moved.push('by script')
      throw new Error('Nothing is to move.')
    }
  })
  await page.getByRole('link', { name: 'Previous day' }).click()
  await expect(page.getByText(dayText(daysAgo(1), 'long'))).toBeVisible()
  await page.getByRole('link', { name: 'Trends', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Trends' })).toBeVisible()
  await page.waitForTimeout(300)
  expect(await page.evaluate(() => (window as unknown as { moved: string[] }).moved)).toEqual([])
})

test.describe('on a phone', () => {
  test.use({ hasTouch: true, isMobile: true })

  test('a saved tap ticks, until that is switched off', async ({ page }) => {
    await page.addInitScript(() => {
      const seen = window as unknown as { ticks: number }
      seen.ticks = 0
      navigator.vibrate = () => {
        seen.ticks++
        return true
      }
    })
    const ticks = () => page.evaluate(() => (window as unknown as { ticks: number }).ticks)
    await page.goto('/')
    await tapScore(page, 'Bloating', 5)
    await expect.poll(ticks).toBe(1)

    await page.goto('/more/settings')
    const choice = page.getByRole('radiogroup', { name: 'A short tick when a tap is saved' })
    await choice.getByRole('radio', { name: 'Off' }).click()
    await expect(choice.getByRole('radio', { name: 'Off' })).toBeChecked()
    await page.goto('/')
    await tapScore(page, 'Bloating', 6)
    await page.waitForTimeout(300)
    expect(await ticks()).toBe(0)
  })

  test('no field is so small that an iPhone zooms into it', async ({ page }) => {
    const pages = ['/', '/welcome', '/plan', '/search', '/results', '/report', '/trends', '/trends/insights']
    const more = ['track', 'data', 'reminders', 'settings'].map((name) => `/more/${name}`)
    const small: string[] = []
    for (const path of [...pages, ...more]) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await page.waitForLoadState('networkidle')
      small.push(
        ...(await page.locator('input, select, textarea').evaluateAll(
          (fields, path) =>
            fields
              .filter((field) => !field.matches('[type=checkbox], [type=radio], [type=file]'))
              .filter((field) => parseFloat(getComputedStyle(field).fontSize) < 16)
              .map((field) => `${path}: ${field.outerHTML.slice(0, 120)}`),
          path
        ))
      )
    }
    expect(small).toEqual([])
  })

  test('nothing lies under the notch or the home bar', async ({ page, context }) => {
    const session = await context.newCDPSession(page)
    const insets = { top: 47, topMax: 47, bottom: 34, bottomMax: 34, left: 0, leftMax: 0, right: 0, rightMax: 0 }
    await session.send(
      'Emulation.setSafeAreaInsetsOverride' as 'Emulation.clearDeviceMetricsOverride',
      {
        insets
      } as never
    )
    await page.goto('/')
    await expect(severity(page, 'Bloating', 5)).toBeVisible()
    const heading = await page.getByRole('heading', { level: 1 }).boundingBox()
    expect(heading?.y).toBeGreaterThanOrEqual(insets.top)
    const foot = 844 - insets.bottom
    for (const link of await page.getByRole('navigation', { name: 'Main' }).getByRole('link').all()) {
      const box = await link.boundingBox()
      expect((box?.y ?? foot) + (box?.height ?? foot)).toBeLessThanOrEqual(foot)
    }
    await page.getByRole('button', { name: 'Add bowel movement' }).click()
    const sheet = page.getByRole('dialog')
    await expect(sheet).toBeVisible()
    const padding = await sheet.locator('.body').evaluate((one) => parseFloat(getComputedStyle(one).paddingBottom))
    expect(padding).toBeGreaterThanOrEqual(insets.bottom)
  })
})
