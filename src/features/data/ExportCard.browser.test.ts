import Papa from 'papaparse'
import { unzipSync } from 'fflate'
import { beforeEach, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-svelte'
import { page } from 'vitest/browser'
import { protocolOf } from '#domain/elimination/presets.ts'
import type { ProtocolEvent } from '#domain/elimination/protocol.ts'
import { dayAfter } from '#domain/day.ts'
import { sampleDiary } from '#domain/sample.ts'
import { db, eraseDiary } from '#storage/database.ts'
import { useDiary } from '#storage/diary.ts'
import '#ui/tokens/tokens.css'
import ExportCard from './ExportCard.svelte'

const saved: File[] = []

beforeEach(async () => {
  await eraseDiary('own')
  useDiary('own')
  saved.length = 0
  vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    saved.push(file as File)
    return 'blob:test'
  })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
})

const button = (name: string) => page.getByRole('button', { name, exact: true })
const fill = async () => {
  const { days, events } = sampleDiary('2026-11-23', 40)
  await db().days.bulkPut(days)
  await db().events.bulkPut(events)
  return { first: days[0]?.day ?? '', last: days.at(-1)?.day ?? '', days, events }
}
async function json(): Promise<Record<string, unknown>> {
  return JSON.parse((await saved[0]?.text()) ?? '') as Record<string, unknown>
}

/** A food that two tests spoke against. */
async function likelyFood() {
  const test = (n: number) => [
    { n, is: 'challenge-started', food: 'Onions', plannedDays: 1 },
    { n, is: 'dose-taken', challengeDay: 1, size: 'small' },
    { n: n + 1, is: 'observation-begun' },
    { n: n + 5, is: 'verdict-given', auto: 'possible-reaction', alone: 'possible-reaction' },
    { n: n + 9, is: 'washout-ended' }
  ]
  const log = [
    { n: 0, is: 'safety-confirmed', answers: { eatingDisorder: false, fearOrLoss: false, vulnerable: false } },
    { n: 0, is: 'elimination-started' },
    { n: 20, is: 'ready-confirmed' },
    ...test(21),
    ...test(40)
  ]
  const events = log.map(
    ({ n, ...body }, i) => ({ ...body, id: `e${i}`, at: i, day: dayAfter('2026-06-01', n) }) as ProtocolEvent
  )
  await db().protocols.put({
    ...protocolOf('single-food', { id: 'p', targets: ['gas'], food: 'Onions' }),
    stamp: 1,
    events
  })
}

test('all tables come in one zip, named by its days', async () => {
  const { first, last, days } = await fill()
  await render(ExportCard)
  await button('All tables (zip)').click()
  await expect.element(page.getByText(`Saved mend-tables-${first}-to-${last}.zip`)).toBeVisible()
  const files = unzipSync(new Uint8Array((await saved[0]?.arrayBuffer()) ?? new ArrayBuffer(0)))
  expect(saved[0]?.type).toBe('application/zip')
  await expect.element(page.getByText(`${Object.keys(files).length} files`)).toBeVisible()
  const daily = Papa.parse<Record<string, string>>(new TextDecoder().decode(files['daily_wide.csv']), {
    header: true,
    skipEmptyLines: true
  })
  expect(daily.errors).toEqual([])
  expect(daily.data.find(({ day }) => day === last)?.['bloating']).toBe(String(days.at(-1)?.answers['bloating'] ?? ''))
})

test('with “For Excel” the tables of the zip have its mark', async () => {
  await fill()
  await render(ExportCard)
  await page.getByLabelText('For Excel').click()
  await button('All tables (zip)').click()
  await expect.poll(() => saved.length).toBe(1)
  expect(saved[0]?.name).toMatch(/-excel\.zip$/)
  const files = unzipSync(new Uint8Array((await saved[0]?.arrayBuffer()) ?? new ArrayBuffer(0)))
  expect([...(files['sleep.csv'] ?? [])].slice(0, 3)).toEqual([0xef, 0xbb, 0xbf])
})

test('FHIR is a bundle, with food reactions only where somebody ticks them', async () => {
  const { first, days } = await fill()
  await likelyFood()
  await render(ExportCard)
  const box = page.getByLabelText('Include likely food reactions')
  await expect.element(box).not.toBeChecked()
  await button('FHIR').click()
  await expect.poll(() => saved.length).toBe(1)
  expect(saved[0]?.name).toBe(`mend-fhir-2026-06-01-to-2026-11-23.json`)
  const bundle = await json()
  expect(bundle).toMatchObject({ resourceType: 'Bundle', type: 'collection' })
  expect(JSON.stringify(bundle)).toContain(`"effectiveDateTime":"${first}"`)
  expect(JSON.stringify(bundle).match(/"code":"bloating"/g)?.length).toBe(
    days.filter(({ answers }) => 'bloating' in answers).length + 1
  )
  expect(JSON.stringify(bundle)).not.toContain('AllergyIntolerance')

  saved.length = 0
  await box.click()
  await button('FHIR').click()
  await expect.poll(() => saved.length).toBe(1)
  expect(JSON.stringify(await json())).toContain('AllergyIntolerance')
})

test('JSON has everything, and says what it is', async () => {
  const { first, last, days, events } = await fill()
  await render(ExportCard)
  await button('JSON').click()
  const count = days.length + events.length
  await expect
    .element(page.getByText(`Saved mend-all-${first}-to-${last}.json, ${count} days and events`))
    .toBeVisible()
  expect(await json()).toMatchObject({ format: 'mend-json', version: 1, tables: { days } })
})

test.each(['All tables (zip)', 'FHIR', 'JSON'])('an empty diary makes no file (%s)', async (name) => {
  await render(ExportCard)
  await button(name).click()
  await expect.element(page.getByText('Nothing is recorded yet, so there is nothing to export.')).toBeVisible()
  expect(saved).toEqual([])
})
