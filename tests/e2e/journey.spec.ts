import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, expect, test, type BrowserContext, type Page } from '@playwright/test'
import { CATALOGUE } from '../../src/domain/catalogue/index.ts'
import { longTable } from '../../src/domain/csv/long.ts'
import { dayText } from '../../src/domain/day.ts'
import { sampleDiary } from '../../src/domain/sample.ts'
import { browser } from '../browser.ts'
import { addStool, daysAgo, erase, tapHabit, tapScore, textOf, today, weekTable } from './diary.ts'
import { host } from './serve.ts'
import { BUILD, complaints, firstVisit } from './visit.ts'

async function exported(page: Page, button: 'Export CSV' | 'Daily table') {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: button, exact: true }).click()
  const file = await download
  return { name: file.suggestedFilename(), text: await textOf(file) }
}

async function imported(page: Page, path: string) {
  await page.getByLabel('Import', { exact: true }).setInputFiles(path)
  await page.getByRole('button', { name: /^Import \d/ }).click({ timeout: 60_000 })
  await expect(page.getByText(/^Imported/)).toBeVisible({ timeout: 60_000 })
}

/** Leaves nothing, not even what loads the next page: only with the network does Mend come back, and empty. */
async function erased(page: Page, url: string) {
  await erase(page)
  const left = await page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    marks: Object.keys(localStorage)
  }))
  expect(left).toEqual({ databases: [], caches: [], marks: [] })
  const server = await host(BUILD, Number(new URL(url).port))
  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Open Mend anew' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
  await expect(page.getByText('0 of', { exact: false }).first()).toBeVisible()
  await firstVisit(page, `${url}/`)
  await server.stop()
  await page.context().setOffline(true)
}

test('a week by tapping with the network off: log, close, reopen, see, export, erase, import, see the same', async () => {
  test.setTimeout(180_000)
  const folder = await mkdtemp(join(tmpdir(), 'mend-'))
  const server = await host(BUILD)
  const open = async (): Promise<[BrowserContext, Page]> => {
    const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
      ...browser(),
      viewport: { width: 390, height: 844 },
      acceptDownloads: true
    })
    return [context, context.pages()[0] ?? (await context.newPage())]
  }
  let [context, page] = await open()
  await firstVisit(page, `${server.url}/`)
  await server.stop()
  await context.setOffline(true)
  const heard = complaints(page)

  const bloating = [6, 5, 7, 4, 5, 3, 5] // oldest first: mean 5
  const slow = ['Yes', 'No', 'Yes', 'Yes', 'Yes', 'No', 'Yes'] as const
  const stools = [2, 4, 6, 3, 4, 5, 4] // five of seven between 3 and 5
  for (const [i, score] of bloating.entries()) {
    const ago = 6 - i
    if (ago === 1) {
      await page.goto(`${server.url}/`)
      await page.getByRole('link', { name: 'Previous day' }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'Yesterday' })).toBeVisible()
    } else await page.goto(`${server.url}/?day=${daysAgo(ago)}`)
    await tapScore(page, 'Bloating', score)
    await page.getByRole('button', { name: 'None of these today' }).click()
    await expect(page.getByRole('button', { name: 'None of these today' })).toHaveCount(0)
    await addStool(page, stools[i] ?? 4)
    await tapScore(page, 'Stress', 2)
    await page.getByRole('button', { name: 'Add a glass' }).click()
    await page.getByRole('button', { name: 'Add a glass' }).click()
    await expect(page.getByRole('spinbutton', { name: 'Water' })).toHaveValue('500')
    await tapHabit(page, 'Ate slowly', slow[i] ?? 'No')
  }
  await context.close()

  ;[context, page] = await open()
  await context.setOffline(true)
  await page.goto(`${server.url}/`)
  await page.getByRole('link', { name: 'Trends' }).click()
  const week = dayText(daysAgo(6), 'short')
  await expect(page.getByText(`Bloating averaged 5 in the week of ${week}.`)).toBeVisible()
  const table = await weekTable(page)
  expect(table.at(-1)).toEqual([week, '5', '7 of 7'])
  expect(table.slice(0, -1).every(([, value, days]) => value === '–' && days === '0 of 7')).toBe(true)
  await expect(page.locator('canvas')).toBeVisible()
  await expect(page.getByText('5 of 7 this week')).toBeVisible()
  await page.getByLabel('Show').selectOption('Bowel movements')
  expect((await weekTable(page)).at(-1)).toEqual([week, '1', '5', '1', '7 of 7'])

  await page.goto(`${server.url}/more/data`)
  const entries = await exported(page, 'Export CSV')
  expect(entries.name).toBe(`mend-entries-${daysAgo(6)}-to-${today()}.csv`)
  expect(entries.text).toContain(`${daysAgo(2)}/bloating,${daysAgo(2)},`)
  // Six symptoms, stress, water and a habit each day, and a movement with its type.
  expect(entries.text.trimEnd().split('\r\n')).toHaveLength(1 + 7 * 10)
  const daily = await exported(page, 'Daily table')
  const [header = '', first = ''] = daily.text.split('\r\n')
  const cell = (name: string) => first.split(',')[header.split(',').indexOf(name)]
  expect([cell('day'), cell('bloating'), cell('water_ml'), cell('n_stools')]).toEqual([daysAgo(6), '6', '500', '1'])

  await erased(page, server.url)
  const file = join(folder, 'entries.csv')
  await writeFile(file, entries.text)
  await page.goto(`${server.url}/more/data`)
  await imported(page, file)
  await page.goto(`${server.url}/trends`)
  expect(await weekTable(page)).toEqual(table)
  await page.goto(`${server.url}/more/data`)
  expect((await exported(page, 'Export CSV')).text).toBe(entries.text)
  await page.getByLabel('Import', { exact: true }).setInputFiles(file)
  await expect(page.getByText('There is nothing to import: your diary stays as it is.')).toBeVisible()
  expect(heard).toEqual([])
  await context.close()
  await rm(folder, { recursive: true, force: true })
})

test('the sample half year is marked, drawn, kept apart and gone in one tap', async ({ page }) => {
  await page.goto('/')
  await tapScore(page, 'Gas', 4)
  await page.goto('/more/data')
  await page.getByRole('button', { name: 'Look around with a sample half year' }).click()
  await expect(page.getByText('Sample diary.')).toBeVisible()
  await page.goto('/trends?period=26&of=bloating')
  await expect(page.getByText(/Bloating averaged .* lower than/)).toBeVisible()
  const table = await weekTable(page)
  expect(table.filter(([, value]) => value !== '–').length).toBeGreaterThan(18)
  await page.goto('/more/data')
  const lines = (await exported(page, 'Export CSV')).text.split('\r\n').length
  expect(lines).toBeGreaterThan(2_000)
  await page.getByRole('button', { name: 'Remove the sample and go back' }).click()
  await expect(page.getByText('Sample diary.')).toHaveCount(0)
  await page.goto('/')
  await expect(
    page.getByRole('radiogroup', { name: 'Gas' }).getByRole('radio', { name: '4', exact: true })
  ).toBeChecked()
  const databases = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))
  expect(databases).not.toContain('mend-sample')
})

test('ten years come in, are drawn, and go out again to the letter', async ({ page }, info) => {
  test.setTimeout(180_000)
  const { choices: _, plan: __, ...diary } = sampleDiary(daysAgo(1), 3650)
  const table = longTable(CATALOGUE)
  const text = table.header + table.lines({ from: '2000-01-01', to: today(), ...diary }).join('')
  const path = info.outputPath('ten-years.csv')
  await writeFile(path, text)
  await page.goto('/more/data')
  await imported(page, path)

  await page.goto('/trends?period=all&of=bloating')
  const weeks = await weekTable(page)
  expect(weeks.length).toBeGreaterThan(515)
  expect(weeks.filter(([, value]) => value !== '–').length).toBeGreaterThan(400)
  const first = weeks.find(([, value]) => value !== '–')
  expect(first?.[1]).toMatch(/^\d(\.\d)?$/)

  await page.goto('/more/data')
  const out = await exported(page, 'Export CSV')
  expect(out.text.length).toBe(text.length)
  expect(out.text === text).toBe(true)
})
