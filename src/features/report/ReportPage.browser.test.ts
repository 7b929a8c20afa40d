import '/src/app.css'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'
import type { Day } from '#domain/day.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { sampleDiary } from '#domain/sample.ts'
import { trackedOf, type Tracked } from '#domain/tracked.ts'
import { db, eraseDiary } from '#storage/database.ts'
import { useDiary } from '#storage/diary.ts'
import ReportPage from './ReportPage.svelte'

const TODAY: Day = '2026-06-30'

beforeEach(async () => {
  await eraseDiary('own')
  useDiary('own')
})
afterEach(() => vi.restoreAllMocks())

const open = (items: readonly Tracked[] = trackedOf([]), plan: Plan | null = null) =>
  render(ReportPage, {
    today: TODAY,
    items,
    plan,
    version: '1.2.3',
    backHref: '/plan',
    insightsHref: '/trends/insights'
  })

/** The sample half year as one's own diary. */
async function openSample() {
  const { days, events, choices, plan, steps } = sampleDiary(TODAY)
  const own: Plan = { ...plan, id: 'plan', stamp: 1 }
  await db().days.bulkPut(days)
  await db().events.bulkPut(events)
  await db().steps.bulkPut(steps.map((step) => ({ ...step, stamp: 1 })))
  return open(trackedOf(choices.map((choice) => ({ ...choice, stamp: 1 }))), own)
}

const paper = () => page.getByRole('article')
const section = (name: string) => paper().getByRole('region', { name, exact: true })
const button = (name: string) => page.getByRole('button', { name, exact: true })
const questions = () => page.getByRole('textbox', { name: 'My questions' })

it('shows the whole plan of a diary, with real tables', async () => {
  await openSample()
  await expect.element(paper()).toHaveTextContent('31 Dec 2025 to 30 Jun 2026')
  const table = section('Symptoms').getByRole('table')
  await expect.element(table.getByRole('columnheader', { name: 'Difference (plausible range)' })).toBeVisible()
  await expect.element(table.getByRole('rowheader', { name: 'Bloating' })).toBeVisible()
  await expect.element(table.getByRole('img').first()).toHaveAccessibleName(/weeks; lowest/)
  await expect.element(paper()).toHaveTextContent('with Mend, version 1.2.3.')
  expect(
    page
      .getByRole('heading')
      .elements()
      .map(({ tagName }) => tagName)
  ).toEqual(expect.arrayContaining(['H1', 'H2', 'H3']))
})

it('leaves out each part that is not ticked', async () => {
  await openSample()
  await expect.element(section('Bowel movements')).toBeVisible()
  await page.getByText('Parts: 11 of 11').click()
  await page.getByRole('checkbox', { name: 'Bowel movements' }).click()
  await expect.element(section('Bowel movements')).not.toBeInTheDocument()
  await expect.element(section('Symptoms')).toBeVisible()
  await expect.element(page.getByText('Parts: 10 of 11')).toBeVisible()
  await page.getByRole('checkbox', { name: 'Bowel movements' }).click()
  await expect.element(section('Bowel movements')).toBeVisible()
})

it('is about the days that are chosen', async () => {
  await openSample()
  await page.getByRole('radio', { name: '4 weeks' }).click()
  await expect.element(paper()).toHaveTextContent('3 Jun 2026 to 30 Jun 2026')
  await page.getByRole('radio', { name: 'Own dates' }).click()
  await page.getByLabelText('First day').fill('2026-02-01')
  await page.getByLabelText('Last day').fill('2026-03-31')
  await expect.element(paper()).toHaveTextContent('1 Feb 2026 to 31 Mar 2026')
})

it('keeps the questions, and neither name nor date of birth', async () => {
  const screen = await openSample()
  await expect.element(section('Symptoms')).toBeVisible()
  await questions().fill('Why?\nAnd what next?')
  await page.getByLabelText('Name', { exact: true }).fill('Ada Example')
  await page.getByLabelText('Date of birth').fill('1984-05-03')
  await expect.element(section('My questions')).toHaveTextContent('Why?And what next?')
  await expect.element(paper()).toHaveTextContent('Ada Example')
  await expect.element(paper()).toHaveTextContent('3 May 1984')
  await vi.waitFor(async () =>
    expect((await db().settings.get('report-questions'))?.value).toBe('Why?\nAnd what next?')
  )
  const rows = await Promise.all(db().tables.map((table) => table.toArray()))
  expect(JSON.stringify(rows)).not.toMatch(/Ada|1984-05/)

  await screen.unmount()
  await open()
  await expect.element(questions()).toHaveValue('Why?\nAnd what next?')
  await expect.element(page.getByLabelText('Name', { exact: true })).toHaveValue('')
})

it('says what could not be kept', async () => {
  await open()
  await expect.element(paper()).toBeVisible()
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('The disk is full.', 'QuotaExceededError')
  })
  await questions().fill('Why?')
  await expect.element(page.getByRole('alert')).toBeVisible()
})

it('prints, and tells when it was made', async () => {
  await openSample()
  await expect.element(section('Symptoms')).toBeVisible()
  const print = vi.spyOn(window, 'print').mockReturnValue(undefined)
  await button('Print or save as PDF').click()
  expect(print).toHaveBeenCalledOnce()
  await expect.element(paper()).toHaveTextContent(/Made on \d+ \w+ \d{4} at \d\d:\d\d \(.*UTC[+−]\d\d:\d\d\)/)
})

it('gives its text to the clipboard', async () => {
  await openSample()
  await expect.element(section('Symptoms')).toBeVisible()
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue(undefined)
  await button('Share as text').click()
  await expect.element(page.getByText('Copied.')).toBeVisible()
  const text = write.mock.calls[0]?.[0] ?? ''
  expect(text).toContain('Report from a symptom diary')
  expect(text).toMatch(/- Bloating: before, mean: /)
  expect(text).toContain('MEDICINES AND SUPPLEMENTS')
})

it('saves its text as a file where there is no clipboard', async () => {
  await openSample()
  await expect.element(section('Symptoms')).toBeVisible()
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('', 'NotAllowedError'))
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue(undefined)
  await button('Share as text').click()
  await expect.element(page.getByText('Saved as mend-report-2026-06-30.txt.')).toBeVisible()
  expect(click).toHaveBeenCalledOnce()
})

it('an empty diary says so and offers no plan', async () => {
  await open()
  await expect.element(paper()).toHaveTextContent('Nothing was recorded in this time.')
  await expect.element(page.getByRole('radio', { name: 'Whole plan' })).not.toBeInTheDocument()
  await expect.element(page.getByRole('table')).not.toBeInTheDocument()
})

it('fits a narrow phone', async () => {
  await page.viewport(320, 640)
  await openSample()
  await expect.element(section('Symptoms')).toBeVisible()
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
  await page.viewport(390, 844)
})
