import { writeFile } from 'node:fs/promises'
import { expect, test, type Page } from '@playwright/test'
import { TIDY, UNCLEAR } from '../../src/domain/import/any-csv/fixture.ts'
import { APPLE_HEALTH, appleHealthZip } from '../../src/domain/import/apple-health/fixture.ts'
import { BEARABLE_2020, BEARABLE_2024 } from '../../src/domain/import/bearable/fixture.ts'
import { DAYLIO_2019, daylioBackup } from '../../src/domain/import/daylio/fixture.ts'
import { FLAREDOWN_LONG } from '../../src/domain/import/flaredown/fixture.ts'
import { loopZip } from '../../src/domain/import/loop/fixture.ts'
import { MYSYMPTOMS } from '../../src/domain/import/mysymptoms/fixture.ts'
import { NOMIE_5 } from '../../src/domain/import/nomie/fixture.ts'
import { PERFICE } from '../../src/domain/import/perfice/fixture.ts'
import { TRACK_AND_GRAPH } from '../../src/domain/import/track-and-graph/fixture.ts'
import { severity, weekTable } from './diary.ts'
import { complaints } from './visit.ts'

interface Shown {
  day: string
  item: string
  /** A score, or what stands in its field. */
  is: number | { field: string }
}

interface Case {
  app: string
  content: string | Uint8Array
  /** Selects to set before importing: item of theirs → option. */
  pick?: Record<string, string>
  shown: Shown
}

const CASES: Case[] = [
  { app: 'Bearable', content: BEARABLE_2020, shown: { day: '2020-09-22', item: 'Mood (Bearable 1–10)', is: 6 } },
  {
    app: 'Bearable',
    content: BEARABLE_2024,
    pick: { Bloating: 'Bloating, converted' },
    shown: { day: '2024-03-06', item: 'Bloating', is: 5 }
  },
  { app: 'Daylio', content: DAYLIO_2019, shown: { day: '2019-04-02', item: 'Mood (Daylio 1–5)', is: 5 } },
  { app: 'Daylio', content: daylioBackup(), shown: { day: '2026-01-01', item: 'Mood (Daylio 1–5)', is: 2 } },
  { app: 'Loop Habit Tracker', content: loopZip(), shown: { day: '2026-02-03', item: 'Water', is: { field: '1500' } } },
  { app: 'Nomie', content: NOMIE_5, shown: { day: '2022-12-03', item: 'Water', is: { field: '250' } } },
  {
    app: 'Perfice',
    content: PERFICE,
    pick: { Bloating: 'Bloating, converted' },
    shown: { day: '2026-02-03', item: 'Bloating', is: 4 }
  },
  {
    app: 'Flaredown',
    content: FLAREDOWN_LONG,
    shown: { day: '2017-05-02', item: 'Pain, lower back (Flaredown 0–4)', is: 4 }
  },
  { app: 'mySymptoms', content: MYSYMPTOMS, shown: { day: '2017-12-26', item: 'Abdominal pain', is: 3 } },
  {
    app: 'Track & Graph',
    content: TRACK_AND_GRAPH,
    pick: { Bloating: 'Bloating, converted' },
    shown: { day: '2026-02-03', item: 'Bloating', is: 4 }
  },
  {
    app: 'Apple Health',
    content: APPLE_HEALTH,
    shown: { day: '2026-03-03', item: 'Water', is: { field: '551' } }
  },
  {
    app: 'Apple Health',
    content: appleHealthZip(),
    shown: { day: '2026-03-03', item: 'Water', is: { field: '551' } }
  },
  {
    app: 'CSV table',
    content: TIDY,
    pick: { Bloating: 'Bloating, converted' },
    shown: { day: '2026-01-05', item: 'Bloating', is: 0 }
  }
]

const decision = (page: Page) => page.getByRole('group', { name: 'What the import would do' })
const status = (page: Page) => page.getByRole('region', { name: 'Import a file' }).getByRole('status')
const select = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true })

async function chosen(page: Page, path: string): Promise<void> {
  const picking = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await (await picking).setFiles(path)
  await expect(decision(page)).toBeVisible()
}

async function expectShown(page: Page, { day, item, is }: Shown, present: boolean): Promise<void> {
  await page.goto(`/?day=${day}`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  if (typeof is === 'number') {
    if (present) await expect(severity(page, item, is)).toBeChecked()
    else await expect(page.getByRole('radio', { checked: true })).toHaveCount(0)
  } else await expect(page.getByRole('spinbutton', { name: item, exact: true })).toHaveValue(present ? is.field : '')
}

CASES.forEach(({ app, content, pick = {}, shown }, i) => {
  test(`a file of ${app} (${i + 1}) comes in, shows on its day, and is taken back`, async ({ page }, info) => {
    const heard = complaints(page)
    // Nothing says what it is but its content.
    const path = info.outputPath('download')
    await writeFile(path, content)
    await page.goto('/more/data')
    await chosen(page, path)
    await expect(decision(page)).toContainText(
      app === 'CSV table' ? 'A table that no app Mend knows' : `${app} wrote this`
    )
    for (const [item, option] of Object.entries(pick)) await select(page, item).selectOption({ label: option })
    await page.getByRole('button', { name: /^Import \d+ days?$/ }).click()
    await expect(status(page)).toContainText(/^Imported \d+ days? with \d+ answers? (and|or) events? from /)
    await expectShown(page, shown, true)

    await page.goto('/more/data')
    await chosen(page, path)
    for (const [item, option] of Object.entries(pick)) await select(page, item).selectOption({ label: option })
    await expect(decision(page)).toContainText('There is nothing to import: your diary stays as it is.')
    await page.getByRole('button', { name: 'Cancel' }).click()

    await page.getByRole('button', { name: /^Undo import/ }).click()
    await expect(status(page)).toContainText(/^Took back/)
    await expectShown(page, shown, false)
    expect(heard).toEqual([])
  })
})

test('a table is read by the order of day and month that was chosen, and drawn in Trends', async ({ page }, info) => {
  const path = info.outputPath('table.csv')
  // Twelve days in a row have one week with enough of them, wherever weeks end; two such rows have two.
  const lines = [1, 2].flatMap((month) => Array.from({ length: 12 }, (_, i) => `${i + 1}/${month}/26,6`))
  await writeFile(path, ['Date,Gas', ...lines].join('\n'))
  await page.goto('/more/data')
  await chosen(page, path)
  await expect(page.getByLabel('Order of the date')).toHaveValue('dmy')
  await expect(decision(page)).toContainText('1 Jan 2026 – 12 Feb 2026')
  await page.getByLabel('Order of the date').selectOption('mdy')
  await expect(decision(page)).toContainText('1 Jan 2026 – 2 Dec 2026')
  await page.getByLabel('Order of the date').selectOption('dmy')
  await expect(decision(page)).toContainText('1 Jan 2026 – 12 Feb 2026')
  await select(page, 'Gas').selectOption({ label: 'Gas, converted' })
  await page.getByRole('button', { name: 'Import 24 days' }).click()
  await expect(status(page)).toContainText('Imported 24 days')
  await page.goto('/trends?period=all&of=gas')
  await expect(page.getByRole('heading', { level: 1, name: 'Trends' })).toBeVisible()
  const weeks = (await weekTable(page)).filter(([, value]) => value !== '–')
  expect(weeks.length).toBeGreaterThan(1)
  expect(new Set(weeks.map(([, value]) => value))).toEqual(new Set(['6']))
})

test('a file that is none changes nothing', async ({ page }, info) => {
  const path = info.outputPath('poem.txt')
  await writeFile(path, `Dear diary\n${UNCLEAR.slice(0, 4)}\n`)
  await page.goto('/more/data')
  await page.getByLabel('Import', { exact: true }).setInputFiles(path)
  await expect(page.getByRole('alert')).toContainText('This file is not one that Mend knows.')
  await expect(page.getByRole('alert')).toContainText('Nothing was changed.')
})
