import { expect, test, type Page } from '@playwright/test'
import { dayText } from '../../src/domain/day.ts'
import { daysAgo, severity, tapScore, today } from './diary.ts'
import { daily, fillDays } from './fill.ts'
import { complaints } from './visit.ts'

const overflows = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

/** The shortcuts come a few seconds after the page: presses until the first one is heard. */
async function shortcutsReady(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible({ timeout: 3000 })
  }).toPass()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

test('a word in a note of years ago leads to its day, and back to what was found', async ({ page }) => {
  const heard = complaints(page)
  await page.goto('/')
  await expect(severity(page, 'Bloating', 5)).toBeVisible()
  await fillDays(
    page,
    daily(daysAgo(1200), daysAgo(1), (i) => ({
      bloating: 3,
      note: (i === 40 ? 'Crème brûlée at the harbour' : 'an ordinary day') as unknown as object
    }))
  )
  await page.goto('/more')
  await page.getByRole('link', { name: 'Search' }).click()
  const field = page.getByRole('searchbox', { name: 'Search notes and items' })
  await field.fill('harbour creme')
  await expect(page.getByText('1 day found')).toBeVisible()
  await expect(page.locator('mark')).toHaveText(['Crème', 'harbour'])
  await page.getByRole('link', { name: /harbour/ }).click()
  await expect(page.getByLabel('Note')).toHaveValue('Crème brûlée at the harbour')
  await page.goBack()
  await expect(field).toHaveValue('harbour creme')
  await expect(page.getByText('1 day found')).toBeVisible()
  await field.fill('ordinary')
  await expect(page.getByText('The newest 50 days')).toBeVisible()
  await page.getByRole('button', { name: 'Show more' }).click()
  await expect(page.getByText('The newest 100 days')).toBeVisible()
  await page.setViewportSize({ width: 320, height: 640 })
  await expect.poll(() => overflows(page)).toBe(false)
  expect(heard).toEqual([])
})

test('any day can be gone to, by keyboard and on a narrow screen', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto('/')
  const button = page.getByRole('button', { name: 'Go to a day' })
  await button.focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('Go to a day').fill(daysAgo(400))
  await expect.poll(() => overflows(page)).toBe(false)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`day=${daysAgo(400)}`))
  await expect(page.getByText(dayText(daysAgo(400), 'full'))).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect.poll(() => overflows(page)).toBe(false)
})

test('the best weeks stand beside the others on Trends', async ({ page }) => {
  await page.goto('/')
  await expect(severity(page, 'Bloating', 5)).toBeVisible()
  await fillDays(
    page,
    daily(daysAgo(83), today(), (i) => {
      const isGood = Math.floor(i / 7) % 4 === 0
      return { bloating: isGood ? 2 : 6, 'meal-pace': (isGood || i % 7 === 0) as unknown as object }
    })
  )
  await page.goto('/trends')
  const card = page.getByRole('region', { name: 'Your best weeks' })
  await expect(card.getByRole('link')).toHaveCount(3)
  await expect(card.getByRole('row', { name: /^Ate slowly/ })).toContainText('21 of 21')
  await page.setViewportSize({ width: 320, height: 640 })
  await expect.poll(() => overflows(page)).toBe(false)
})

test('dates, clocks and the first day of the week are as they were chosen, also after a reload', async ({ page }) => {
  await page.clock.setFixedTime(new Date(2026, 2, 10, 14, 5))
  await page.goto('/more/settings')
  const choose = (group: string, name: string) =>
    page.getByRole('radiogroup', { name: group }).getByRole('radio', { name, exact: true }).click()
  await choose('First day of the week', 'Sunday')
  await choose('Clock', '12 hours')
  await choose('Dates', 'November 23')
  await expect(page.getByRole('option', { name: '4:00 am' })).toHaveCount(1)
  await page.goto('/')
  await expect(page.getByText('Tuesday, March 10')).toBeVisible()
  await tapScore(page, 'Bloating', 5)
  await page.getByRole('button', { name: 'Add bowel movement' }).click()
  await page.getByRole('radio', { name: /^Type 4/ }).click()
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('button', { name: /2:05 pm\s*type 4/ })).toBeVisible()
  await page.goto('/trends')
  await expect(page.getByRole('grid').locator('th.weekday').first()).toHaveText('Sun')
})

test('what was changed today can be taken back one by one', async ({ page }) => {
  await page.goto('/')
  await tapScore(page, 'Bloating', 5)
  await tapScore(page, 'Gas', 3)
  await page.getByRole('button', { name: 'Changes today' }).click()
  await page.getByRole('button', { name: 'Undo Bloating' }).click()
  await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(3)
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(severity(page, 'Bloating', 5)).not.toBeChecked()
  await expect(severity(page, 'Gas', 3)).toBeChecked()
  await page.reload()
  await expect(severity(page, 'Gas', 3)).toBeChecked()
  await expect(severity(page, 'Bloating', 5)).not.toBeChecked()
})

test('a keyboard reaches pages, days, the note and the search, but not while somebody types', async ({ page }) => {
  await page.goto('/')
  await expect(severity(page, 'Bloating', 5)).toBeVisible()
  await shortcutsReady(page)
  await page.keyboard.press('ArrowLeft')
  await expect(page).toHaveURL(new RegExp(`day=${daysAgo(1)}`))
  await expect(page.getByRole('heading', { name: 'Yesterday' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Next day' })).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible()
  await expect(page).not.toHaveURL(/day=/)
  await page.keyboard.press('r')
  await expect(page).toHaveURL(/\/trends/)
  await page.keyboard.press('n')
  await expect(page.getByLabel('Note')).toBeFocused()
  await page.keyboard.type('trip to the lake?')
  await expect(page.getByLabel('Note')).toHaveValue('trip to the lake?')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByLabel('Note').blur()
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox', { name: 'Search notes and items' })).toBeFocused()
  await page.keyboard.type('lake')
  await expect(page.getByText('1 day found')).toBeVisible()

  await page.goto('/more/settings')
  await shortcutsReady(page)
  // Two presses before the sheet can be there: it comes once.
  await page.evaluate(() => {
    for (let n = 0; n < 2; n++) document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '?', bubbles: true }))
  })
  await expect(page.getByRole('dialog')).toBeVisible()
  await expect(page.locator('dialog')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const off = page.getByRole('radiogroup', { name: 'Shortcuts' }).getByRole('radio', { name: 'Off' })
  await off.click()
  await expect(off).toBeChecked()
  await page.keyboard.press('t')
  await page.keyboard.press('?')
  await expect(page).toHaveURL(/settings/)
  await expect(page.getByRole('dialog')).toHaveCount(0)
})
