import { expect, test } from '@playwright/test'
import { dayAfter } from '../../src/domain/day.ts'
import { severity, tapScore, today } from './diary.ts'
import { daily, fillDays } from './fill.ts'

test('a diary that the browser has cleared is missed at the next start, with the way back', async ({ page }) => {
  await page.goto('/')
  await tapScore(page, 'Bloating', 4)
  await page.goto('/learn')
  // As a browser does that runs short of space: the database goes, the small marks stay.
  const session = await page.context().newCDPSession(page)
  await session.send('Storage.clearDataForOrigin', { origin: new URL(page.url()).origin, storageTypes: 'indexeddb' })
  await page.goto('/')
  const notice = page.getByRole('region', { name: 'Your diary is not here any more' })
  await expect(notice).toBeVisible()
  await expect(notice.getByRole('link', { name: /Restore/ })).toHaveAttribute('href', /more\/data/)
  await notice.getByRole('button', { name: 'Start anew' }).click()
  await expect(notice).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('radiogroup', { name: 'Bloating' })).toBeVisible()
  await expect(notice).toHaveCount(0)
})

test('a lock asks for a backup first, hides the diary after a start, and opens with its passphrase', async ({
  page,
  context
}) => {
  await page.goto('/')
  await tapScore(page, 'Bloating', 4)
  await page.goto('/more/settings')
  await page.getByRole('button', { name: 'Set a lock' }).click()
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Back up now' }).click()
  await saving
  await page.getByLabel('Passphrase', { exact: true }).fill('seven calm words')
  await page.getByLabel('Passphrase again').fill('seven calm words')
  await page.getByRole('button', { name: 'Switch the lock on' }).click()
  await expect(page.getByRole('button', { name: 'Lock now' })).toBeVisible({ timeout: 30_000 })

  const other = await context.newPage()
  await other.goto('/')
  await expect(other.getByRole('heading', { name: 'Mend is locked' })).toBeVisible()
  expect(await other.content()).not.toContain('Bloating')
  await other.getByLabel('Passphrase', { exact: true }).fill('not these words')
  await other.keyboard.press('Enter')
  await expect(other.getByRole('alert')).toBeVisible({ timeout: 30_000 })
  await other.getByLabel('Passphrase', { exact: true }).fill('seven calm words')
  await other.keyboard.press('Enter')
  await expect(severity(other, 'Bloating', 4)).toBeChecked({ timeout: 30_000 })
})

test('a week without a backup is mentioned once there is something to lose', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('radiogroup', { name: 'Bloating' })).toBeVisible()
  await fillDays(
    page,
    daily(dayAfter(today(), -9), today(), (i) => ({ bloating: i % 5 }))
  )
  await page.reload()
  await expect(page.getByText('Your diary is only on this device so far.')).toBeVisible()
  await page.getByRole('link', { name: 'Make a backup' }).click()
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Back up now' }).click()
  await saving
  await page.goto('/')
  await expect(page.getByRole('button', { name: 'Add a glass' })).toBeVisible()
  await page.waitForTimeout(2500)
  await expect(page.getByText('Your diary is only on this device so far.')).toHaveCount(0)
})
