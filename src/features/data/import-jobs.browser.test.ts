import { afterEach, beforeEach, expect, test } from 'vitest'
import { APPLE_HEALTH } from '#domain/import/apple-health/fixture.ts'
import { sampleDiary } from '#domain/sample.ts'
import { db, eraseDiary } from '#storage/database.ts'
import { useDiary } from '#storage/diary.ts'
import { snapshots } from '#storage/snapshots.ts'
import { DataJobs } from './data-jobs.ts'
import { Stopped } from '#ui/worker-jobs.ts'
import { ImportJobs } from './import-jobs.ts'

const TODAY = '2026-11-23'
const open: { close(): void }[] = []
const kept = <T extends { close(): void }>(made: T): T => {
  open.push(made)
  return made
}
const imports = () => kept(new ImportJobs())

beforeEach(async () => {
  await eraseDiary('own')
  useDiary('own')
})
afterEach(() => open.splice(0).forEach((each) => each.close()))

const nothing = () => undefined

async function made(kind: 'long' | 'daily') {
  const result = await kept(new DataJobs()).exportCsv(kind, false, nothing)
  if (result === null) throw new Error('nothing was made')
  return result
}

test('what is exported and erased comes back as it was, and a second time changes nothing', async () => {
  const { days, events, choices } = sampleDiary(TODAY)
  const own = { id: 'own-1', stamp: 5, own: { name: 'Itching', category: 'systemic', kind: 'scale' } as const }
  const firstDay = days[0]
  if (firstDay === undefined) throw new Error('the sample is empty')
  firstDay.answers['own-1'] = 3
  firstDay.stamps['own-1'] = 77
  await db().days.bulkPut(days)
  await db().events.bulkPut(events)
  await db().items.bulkPut([own, ...choices.map((choice) => ({ ...choice, stamp: 1 }))])
  const { file } = await made('long')

  await eraseDiary('own')
  const importer = imports()
  const preview = await importer.open(file, TODAY, nothing)
  expect(preview).toMatchObject({
    is: 'own',
    changed: 0,
    unchanged: 0,
    kept: 0,
    refusedLines: 0,
    items: ['Itching']
  })
  expect(await db().days.count()).toBe(0)

  expect(await importer.importOwn(TODAY)).toBe(null)
  expect(await db().days.toArray()).toEqual(days)
  expect(await db().events.toArray()).toEqual([...events].sort((a, b) => (a.id < b.id ? -1 : 1)))
  expect(await db().items.toArray()).toEqual([{ id: 'own-1', own: own.own, stamp: expect.any(Number) }])

  const again = await imports().open(file, TODAY, nothing)
  expect(again).toMatchObject({ new: 0, changed: 0, kept: 0, refusedLines: 0, items: [] })
})

test('an import that is stopped changes nothing', async () => {
  await db().days.put({ day: '2026-11-20', answers: { gas: 1 }, stamps: { gas: 1 } })
  const { file } = await made('long')
  await eraseDiary('own')
  const importer = imports()
  await importer.open(file, TODAY, nothing)
  importer.close()
  await expect(importer.importOwn(TODAY)).rejects.toBeInstanceOf(Stopped)
  expect(await db().days.count()).toBe(0)
})

test('Apple Health of many megabytes is read in pieces, with word of how far it is', { timeout: 60_000 }, async () => {
  const beat = ' <Record type="HKQuantityTypeIdentifierHeartRate" startDate="2026-03-02 09:00:00 -0500" value="61"/>\n'
  const start = APPLE_HEALTH.indexOf(' <Record')
  const block = beat.repeat(20_000)
  const file = new File(
    [APPLE_HEALTH.slice(0, start), ...Array<string>(12).fill(block), APPLE_HEALTH.slice(start)],
    'x'
  )
  expect(file.size).toBeGreaterThan(20e6)
  const told: number[] = []
  const found = await imports().open(file, TODAY, (share) => told.push(share))
  expect(found).toMatchObject({ is: 'foreign', app: { id: 'apple-health' }, isSure: true, diary: { is: 'read' } })
  expect(told.length).toBeGreaterThan(10)
  expect(told).toEqual([...told].sort((a, b) => a - b))
})

test('a snapshot is taken before another app’s file comes in', async () => {
  await db().days.put({ day: '2026-11-20', answers: { gas: 1 }, stamps: { gas: 1 } })
  const jobs = imports()
  const found = await jobs.open(new File(['day,Gluten\n2026-11-21,yes\n'], 'a.csv'), TODAY, nothing)
  expect(found).toMatchObject({ is: 'foreign', app: { id: 'any-csv' } })
  const before = await snapshots().list.count()
  const choices = { choices: [['gluten', { to: 'item', item: 'gluten', way: 'as-is' }]], again: false, follow: true }
  const done = await jobs.importForeign(choices as Parameters<typeof jobs.importForeign>[0])
  expect(done).toMatchObject({ is: 'imported', batch: { days: 1, entries: 1, switchedOn: ['gluten'] } })
  expect(await snapshots().list.count()).toBe(before + 1)
  expect((await db().days.get('2026-11-21'))?.answers).toEqual({ gluten: 1 })
})
