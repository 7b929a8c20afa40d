import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { dayAfter } from '../../src/domain/day.ts'
import { daysAgo, severity, textOf, today, weekTable } from './diary.ts'
import { daily, fillDays } from './fill.ts'
import { firstVisit } from './visit.ts'

const compared = (page: Page, name: string) =>
  page.getByRole('radiogroup', { name: 'Compared with usual' }).getByRole('radio', { name })

async function compare(page: Page, name: string): Promise<void> {
  await compared(page, name).click()
  await expect(compared(page, name)).toBeChecked()
}

test('a rough day is at most five taps from opening Today to done', async ({ page }) => {
  await page.addInitScript(() => {
    const counter = window as unknown as { taps: number }
    counter.taps = 0
    document.addEventListener('click', (event) => event.isTrusted && counter.taps++, { capture: true })
  })
  await page.goto('/')
  await page.getByRole('button', { name: 'Rough day?' }).click()
  await compare(page, 'Worse than usual')
  await severity(page, 'Abdominal pain', 7).click()
  await expect(severity(page, 'Abdominal pain', 7)).toBeChecked()
  await page.getByRole('button', { name: 'Add type 6' }).click()
  await expect(page.getByRole('button', { name: /^\d\d:\d\d\s*type 6$/ })).toBeVisible()
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('radiogroup', { name: 'Bloating' })).toBeVisible()
  expect(await page.evaluate(() => (window as unknown as { taps: number }).taps)).toBeLessThanOrEqual(5)

  // All of it is on the disk, and the rest of the day is as open as before.
  await page.reload()
  await expect(severity(page, 'Abdominal pain', 7)).toBeChecked()
  await expect(page.getByLabel('2 of 15 answered')).toBeVisible()
  await expect(page.getByRole('button', { name: /type 6/ })).toBeVisible()
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(1)
  await page.getByRole('button', { name: 'Worse than usual: the short form' }).click()
  await expect(compared(page, 'Worse than usual')).toBeChecked()
})

test('a day in the past can be short, too, and its movements have the ordinary sheet', async ({ page }) => {
  await page.goto(`/?day=${daysAgo(9)}`)
  await page.getByRole('button', { name: 'Rough day?' }).click()
  await compare(page, 'Same as usual')
  await page.getByRole('button', { name: 'Add bowel movement' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('radio', { name: /^Type 5/ }).click()
  await sheet.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('button', { name: 'type 5', exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'Next day' }).click()
  await expect(page.getByRole('button', { name: 'Rough day?' })).toBeVisible()
  await expect(page.getByRole('radiogroup', { name: 'Bloating' })).toBeVisible()
})

test('being compared with usual is no score: no chart changes, and the export says it in a word', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('button', { name: 'Add a glass' })).toBeVisible()
  const scores = (i: number) => ({ bloating: i % 7, 'abdominal-pain': (i * 3) % 8, stress: i % 5, 'sleep-quality': 6 })
  await fillDays(
    page,
    daily(dayAfter(today(), -60), today(), (i) => scores(i))
  )

  const charts = async () => {
    const seen: unknown[] = []
    for (const of of ['bloating', 'abdominal-pain', 'stress']) {
      await page.goto(`/trends?period=12&of=${of}`)
      await expect(page.getByRole('heading', { name: /day by day/ })).toBeVisible()
      seen.push(await weekTable(page), await page.getByRole('main').innerText())
    }
    return seen
  }
  const before = await charts()

  for (const [ago, word] of [
    [0, 'Worse than usual'],
    [1, 'Worse than usual'],
    [2, 'Better than usual']
  ] as const) {
    await page.goto(`/?day=${daysAgo(ago)}`)
    await page.getByRole('button', { name: 'Rough day?' }).click()
    await compare(page, word)
  }
  expect(await charts()).toEqual(before)
  await expect(page.getByText(/compared with usual/i)).toHaveCount(0)

  await page.goto('/more/data')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export CSV' }).click()
  const lines = (await textOf(await download)).split('\r\n').filter((line) => line.includes('flare-compared'))
  expect(lines).toHaveLength(3)
  for (const line of lines) expect(line).toMatch(/,choice,.*,(worse|better),/)
})

test('the short form is loaded only when it is asked for, and offline, too', async ({ page, context }) => {
  // What the page has loaded, read where the build wrote it.
  const isLoaded = async () => {
    const paths = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)
    )
    return paths
      .filter((path) => path.endsWith('.js'))
      .some((path) => readFileSync(join('build', path), 'utf8').includes('one tap adds it'))
  }
  await firstVisit(page, '/')
  await expect(page.getByRole('button', { name: 'Add a glass' })).toBeVisible()
  expect(await isLoaded()).toBe(false)
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Rough day?' }).click()
  await compare(page, 'Worse than usual')
  expect(await isLoaded()).toBe(true)
})
