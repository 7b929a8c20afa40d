import { expect, test, type Page } from '@playwright/test'
import { habit, tapHabit, tapScore, textOf } from './diary.ts'
import { daily, fillDays } from './fill.ts'

const noon = (page: Page, day: string) => page.clock.setFixedTime(new Date(`${day}T12:00:00`))
const QUESTION = 'Were the days you missed better, worse, about the same — or don’t you know?'

test('what is not for today is skipped in one tap, and counts as nothing', async ({ page }) => {
  await noon(page, '2026-03-20')
  await page.goto('/')
  await tapScore(page, 'Bloating', 3)
  await tapHabit(page, 'Ate slowly', 'No')
  await page.getByRole('button', { name: 'Skip the rest today' }).click()
  const chewed = page.getByRole('group', { name: 'Chewed well' })
  await expect(chewed.getByText('Skipped')).toBeVisible()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(chewed.getByText('Skipped')).toHaveCount(0)

  await page.getByRole('button', { name: 'Skip the rest today' }).click()
  await expect(chewed.getByText('Skipped')).toBeVisible()
  await tapHabit(page, 'Chewed well', 'Yes')
  await expect(chewed.getByText('Skipped')).toHaveCount(0)

  // It is there again after a reload, folded to a line that says so.
  await page.reload()
  const folded = page.getByRole('button', { name: /Habits/ })
  await expect(folded).toHaveAttribute('aria-expanded', 'false')
  await folded.click()
  await expect(habit(page, 'Chewed well', 'Yes')).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByText('Skipped', { exact: true })).toHaveCount(2)
  await tapHabit(page, 'Chewed well', 'No')
  await tapHabit(page, 'Chewed well', 'Yes')

  // In the files it is a flag beside no value, and an empty field in the table for spreadsheets.
  await page.goto('/more/data')
  const saved = async (name: RegExp) => {
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name }).click()
    return textOf(await download)
  }
  const entries = await saved(/^Export CSV$/)
  const names = entries.split('\r\n')[0]?.split(',') ?? []
  const line =
    entries
      .split('\r\n')
      .find((each) => each.includes('/walking,'))
      ?.split(',') ?? []
  expect(line[names.indexOf('skipped')]).toBe('true')
  expect(line[names.indexOf('value_num')]).toBe('')
})

test('after missed days one question is asked, and the report says what was said', async ({ page }) => {
  await noon(page, '2026-03-03')
  await page.goto('/')
  await fillDays(
    page,
    daily('2026-03-01', '2026-03-20', (i) => ({ bloating: 3 + (i % 3) }))
  )
  // Two days are nothing to ask about.
  await noon(page, '2026-03-23')
  await page.reload()
  await expect(page.getByText('Yesterday is still open.')).toBeVisible()
  await expect(page.getByText(QUESTION)).toHaveCount(0)

  // More than a week, so that nothing of the diary is in the week that is shown.
  await noon(page, '2026-03-30')
  await page.reload()
  await expect(page.getByText(QUESTION)).toBeVisible()
  await expect(page.getByText('21 Mar to 29 Mar')).toBeVisible()
  await expect(page.getByText('Yesterday is still open.')).toHaveCount(0)
  await page.getByRole('button', { name: 'About the same', exact: true }).click()
  await expect(page.getByText(QUESTION)).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('button', { name: 'Add a glass' })).toBeVisible()
  await tapScore(page, 'Bloating', 2)
  await expect(page.getByText(QUESTION)).toHaveCount(0)

  await page.goto('/report')
  await expect(page.getByText('21 Mar 2026 to 29 Mar 2026 not recorded; they say: about the same.')).toBeVisible()
  // It is no answer: the days stay unrecorded.
  await expect(page.getByText(/^21 of \d+ days/)).toBeVisible()
})

test('nobody is asked who has only just begun', async ({ page }) => {
  await noon(page, '2026-03-20')
  await page.goto('/')
  await fillDays(
    page,
    daily('2026-03-10', '2026-03-14', () => ({ bloating: 3 }))
  )
  await page.reload()
  await tapScore(page, 'Bloating', 2)
  await page.goto('/')
  await expect(page.getByText('Yesterday is still open.')).toBeVisible()
  await expect(page.getByText(QUESTION)).toHaveCount(0)
})
