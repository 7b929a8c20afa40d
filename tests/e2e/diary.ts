import { readFile } from 'node:fs/promises'
import { expect, type Download, type Page } from '@playwright/test'
import { dayAfter, dayOf, type Day } from '../../src/domain/day.ts'

/** The day being lived, as the app with untouched settings sees it. */
export const today = (): Day => dayOf(new Date())
export const daysAgo = (n: number): Day => dayAfter(today(), -n)

export const severity = (page: Page, name: string, score: number) =>
  page.getByRole('radiogroup', { name, exact: true }).getByRole('radio', { name: String(score), exact: true })

export const habit = (page: Page, name: string, answer: 'Yes' | 'No') =>
  page.getByRole('group', { name, exact: true }).getByRole('button', { name: answer, exact: true })

/** Taps and waits for what says that the tap is on the disk. */
export async function tapScore(page: Page, name: string, score: number): Promise<void> {
  await severity(page, name, score).click()
  await expect(severity(page, name, score)).toBeChecked()
}

export async function tapHabit(page: Page, name: string, answer: 'Yes' | 'No'): Promise<void> {
  await habit(page, name, answer).click()
  await expect(habit(page, name, answer)).toHaveAttribute('aria-pressed', 'true')
}

export async function addStool(page: Page, type: number): Promise<void> {
  await page.getByRole('button', { name: 'Add bowel movement' }).click()
  const form = page.getByRole('radio', { name: new RegExp(`^Type ${type}`) })
  await form.click()
  await expect(form).toBeChecked()
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** On the page Data: everything, for good. */
export async function erase(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Erase everything' }).click()
  await page.getByLabel('To go on, type the word erase').fill('erase')
  await page.getByRole('button', { name: 'Erase everything for good' }).click()
  await expect(page.getByText('Everything is erased.')).toBeVisible()
}

/** The file as it lies on the disk. */
export async function textOf(download: Download): Promise<string> {
  return readFile(await download.path(), 'utf8')
}

/** The weeks of the chart on screen, from its table twin: 'Week of' → the cells. */
export async function weekTable(page: Page): Promise<string[][]> {
  const toggle = page.getByRole('button', { name: 'Numbers as a table' })
  if ((await toggle.getAttribute('aria-expanded')) !== 'true') await toggle.click()
  const rows = page.getByRole('table').locator('tbody tr')
  await expect(rows.first()).toBeVisible()
  return Promise.all(
    (await rows.all()).map(async (row) => (await row.locator('th, td').allInnerTexts()).map((cell) => cell.trim()))
  )
}
