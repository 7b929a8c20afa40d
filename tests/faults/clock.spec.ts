/** A clock that jumps, and a person who flies. The hour at which the day changes: tests/e2e/today.spec.ts. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import type { DayRecord, EventRow } from '../../src/domain/record.ts'
import { browser } from '../browser.ts'
import { addStool, severity, tapScore } from '../e2e/diary.ts'
import { contentsOf, expect, test } from './base.ts'

const daysOf = async (page: Page) => (await contentsOf(page))['days'] as DayRecord[]

test('a clock that is set back a day loses nothing, and what is answered then is newer all the same', async ({
  page
}) => {
  const at = (day: string) => page.clock.setFixedTime(new Date(`${day}T12:00:00`))
  await at('2026-03-10')
  await page.goto('/')
  await tapScore(page, 'Gas', 3)
  await page.goto('/?day=2026-03-09')
  await tapScore(page, 'Bloating', 4)
  const [first] = await daysOf(page)

  await at('2026-03-09')
  await page.goto('/')
  await expect(page.getByText('Monday 9 March')).toBeVisible()
  await expect(severity(page, 'Bloating', 4)).toBeChecked()
  await tapScore(page, 'Bloating', 6)
  const [second] = await daysOf(page)
  expect(second?.stamps['bloating']).toBeGreaterThan(first?.stamps['bloating'] ?? Infinity)
  await page.goto('/?day=2026-03-10')
  await expect(page.getByText('has not come yet')).toBeVisible()

  await at('2026-03-10')
  await page.goto('/')
  await expect(severity(page, 'Gas', 3)).toBeChecked()
  await page.goto('/?day=2026-03-09')
  await expect(severity(page, 'Bloating', 6)).toBeChecked()
})

test('days and times stay where they were lived, across midnight on a journey round the world', async ({ baseURL }) => {
  const folder = await mkdtemp(join(tmpdir(), 'mend-journey-'))
  /** The same phone in another place, an hour later each time. */
  let moment = Date.UTC(2026, 2, 10, 19)
  const arrive = async (timezoneId: string) => {
    const context = await chromium.launchPersistentContext(folder, {
      ...browser(),
      timezoneId,
      baseURL: baseURL ?? '',
      viewport: { width: 390, height: 844 }
    })
    const page = context.pages()[0] ?? (await context.newPage())
    await page.clock.setFixedTime(new Date((moment += 3_600_000)))
    await page.goto('/')
    return { context, page }
  }
  try {
    const berlin = await arrive('Europe/Berlin')
    await expect(berlin.page.getByText('Tuesday 10 March')).toBeVisible()
    await tapScore(berlin.page, 'Bloating', 5)
    await addStool(berlin.page, 4)
    await berlin.context.close()

    const auckland = await arrive('Pacific/Auckland')
    await expect(auckland.page.getByText('Wednesday 11 March')).toBeVisible()
    await expect(severity(auckland.page, 'Bloating', 5)).not.toBeChecked()
    await tapScore(auckland.page, 'Bloating', 2)
    await auckland.page.goto('/?day=2026-03-10')
    await expect(severity(auckland.page, 'Bloating', 5)).toBeChecked()
    await expect(auckland.page.getByRole('button', { name: /21:00\s*type 4/ })).toBeVisible()
    await auckland.context.close()

    const angeles = await arrive('America/Los_Angeles')
    await expect(angeles.page.getByText('Tuesday 10 March')).toBeVisible()
    await expect(severity(angeles.page, 'Bloating', 5)).toBeChecked()
    await tapScore(angeles.page, 'Gas', 1)
    const rows = await daysOf(angeles.page)
    expect(rows.map(({ day, answers }) => [day, answers])).toEqual([
      ['2026-03-10', { bloating: 5, gas: 1 }],
      ['2026-03-11', { bloating: 2 }]
    ])
    const events = (await contentsOf(angeles.page))['events'] as EventRow[]
    expect(events).toMatchObject([{ day: '2026-03-10', at: '2026-03-10T21:00+01:00' }])
    await angeles.context.close()
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
