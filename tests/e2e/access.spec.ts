import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { severity } from './diary.ts'

const PAGES = [
  '/',
  '/trends',
  '/plan',
  '/learn',
  '/more',
  '/more/track',
  '/more/data',
  '/more/settings',
  '/more/about',
  '/more/reminders',
  '/welcome',
  '/welcome?step=2',
  '/welcome?step=3',
  '/welcome?step=4',
  '/plan/review?week=12',
  '/plan/food',
  '/plan/food?preset=low-fodmap',
  '/trends/insights',
  '/learn/supplements',
  '/learn/questions',
  '/learn?q=zinc',
  '/?day=2026-01-01',
  '/results',
  '/report',
  '/help'
]
/** Pages that one journey goes through. */
const PART = 8
const parts = Array.from({ length: Math.ceil(PAGES.length / PART) }, (_, i) => PAGES.slice(i * PART, (i + 1) * PART))

const themes = ['light', 'dark'] as const
for (const [colorScheme, pages] of themes.flatMap((theme) => parts.map((part) => [theme, part] as const))) {
  test(`no page from ${pages[0]} on has a fault that axe can find, ${colorScheme}`, async ({ browser }) => {
    test.setTimeout(120_000)
    const context = await browser.newContext({ colorScheme, viewport: { width: 390, height: 844 } })
    const page = await context.newPage()
    await page.goto('/more/data')
    await page.getByRole('button', { name: 'Look around with a sample half year' }).click()
    await expect(page.getByText('Sample diary.')).toBeVisible()
    for (const path of pages) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await page.waitForLoadState('networkidle')
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
        .analyze()
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${path} ${id} ${node.target} ${node.failureSummary}`)
      )
      expect.soft(found).toEqual([])
    }
    await context.close()
  })
}

test('nothing is cut off at 320 px, nor with text twice as large', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  for (const scale of ['100%', '200%']) {
    for (const path of PAGES) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await page.evaluate((size) => (document.documentElement.style.fontSize = size), scale)
      await page.waitForTimeout(100)
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth
      )
      expect.soft(over, `${path} at ${scale}`).toBeLessThanOrEqual(0)
    }
  }
})

test('nothing that is tapped is too small for a thumb', async ({ page }) => {
  for (const width of [320, 390]) {
    await page.setViewportSize({ width, height: 844 })
    await page.goto('/')
    await expect(page.getByRole('button', { name: 'Add a glass' })).toBeVisible()
    const small = await page.locator('main button, main a, main input, main textarea, nav a').evaluateAll((all) =>
      all
        .map((one) => ({
          name: one.textContent?.trim() || one.getAttribute('aria-label'),
          isCell: one.matches('[role=radio][data-score]'),
          box: one.getBoundingClientRect()
        }))
        .filter(({ box, isCell }) => box.width > 0 && (box.height < 43.5 || box.width < (isCell ? 24 : 40)))
        .map(({ name, box }) => `${name}: ${box.width.toFixed(1)} × ${box.height.toFixed(1)}`)
    )
    expect(small, `at ${width} px`).toEqual([])
  }
})

test('a day can be logged and its week read with the keyboard alone', async ({ page }) => {
  await page.goto('/')
  await severity(page, 'Bloating', 0).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(severity(page, 'Bloating', 2)).toBeChecked()
  await expect(severity(page, 'Bloating', 2)).toBeFocused()
  await page.keyboard.press('End')
  await expect(severity(page, 'Bloating', 10)).toBeChecked()
  await page.keyboard.press('Delete')
  await expect(severity(page, 'Bloating', 10)).not.toBeChecked()
  await page.keyboard.press('Tab')
  await expect(severity(page, 'Gas', 0)).toBeFocused()
  await page.keyboard.press('Space')
  await expect(severity(page, 'Gas', 0)).toBeChecked()
  await page.getByRole('button', { name: 'Add bowel movement' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('radio', { name: /^Type 1/ }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: /^Type 2/ })).toBeChecked()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Add bowel movement' })).toBeFocused()
  const water = page.getByRole('spinbutton', { name: 'Water' })
  await water.focus()
  await page.keyboard.press('ArrowUp')
  await expect(water).toHaveValue('250')
})

test('nothing is ever asked of another origin', async ({ page, context, baseURL }) => {
  const asked = new Set<string>()
  context.on('request', (request) => asked.add(new URL(request.url()).origin))
  for (const path of PAGES) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
  await page.goto('/')
  await severity(page, 'Bloating', 4).click()
  await expect(severity(page, 'Bloating', 4)).toBeChecked()
  expect([...asked].filter((origin) => origin !== baseURL && !origin.startsWith('blob'))).toEqual([])
})
