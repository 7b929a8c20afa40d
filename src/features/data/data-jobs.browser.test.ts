import { cellsOf } from '#domain/csv/cells.ts'
import Papa from 'papaparse'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sampleDiary } from '#domain/sample.ts'
import { trackedOf } from '#domain/tracked.ts'
import { db, eraseDiary } from '#storage/database.ts'
import { useDiary } from '#storage/diary.ts'
import { fillSample } from '#storage/sample.ts'
import { DataJobs } from './data-jobs.ts'
import { Stopped } from '#ui/worker-jobs.ts'

const TODAY = '2026-11-23'
const open: DataJobs[] = []
const jobs = () => {
  const made = new DataJobs()
  open.push(made)
  return made
}

beforeEach(async () => {
  await eraseDiary('own')
  await eraseDiary('sample')
  useDiary('own')
})
afterEach(() => {
  for (const each of open.splice(0)) each.close()
  vi.unstubAllGlobals()
})

const nothing = () => undefined
const rowsOf = async (file: File) =>
  Papa.parse<Record<string, string>>(await file.text(), { header: true, skipEmptyLines: true }).data

async function made(kind: 'long' | 'daily', excel = false) {
  const result = await jobs().exportCsv(kind, excel, nothing)
  if (result === null) throw new Error('nothing was made')
  return result
}

test('the sample diary is exported with a row for each cell of its values', async () => {
  await fillSample(TODAY)
  await eraseDiary('own')
  useDiary('sample')
  const { days, events } = sampleDiary(TODAY)
  const items = new Map(trackedOf([]).map((item) => [item.id, item]))
  const cells = [
    ...days.flatMap(({ answers }) => Object.entries(answers)),
    ...events.map((e) => [e.trackable, e.value] as const)
  ]
    .map(([id, value]) => {
      const item = items.get(id)
      return item ? cellsOf(value, item).length : 0
    })
    .reduce((a, b) => a + b, 0)

  const { file, rows } = await made('long')
  expect(file.name).toBe(`mend-entries-${days[0]?.day}-to-${days.at(-1)?.day}.csv`)
  expect(rows).toBe(cells)
  const read = await rowsOf(file)
  expect(read.length).toBe(cells)
  const first = read.find((row) => row['item_id'] === 'bloating')
  expect(first?.['value_num']).toBe(String(days.find(({ day }) => day === first?.['day'])?.answers['bloating']))
})

test('the daily table has every day once, logged or not', async () => {
  await fillSample(TODAY)
  await eraseDiary('own')
  useDiary('sample')
  const { days } = sampleDiary(TODAY)
  const { file, rows } = await made('daily', true)
  expect(file.name).toBe(`mend-daily-${days[0]?.day}-to-${days.at(-1)?.day}-excel.csv`)
  expect([...new Uint8Array(await file.slice(0, 3).arrayBuffer())]).toEqual([0xef, 0xbb, 0xbf])
  const read = await rowsOf(file)
  expect(read.length).toBe(rows)
  expect(read[0]?.['day']).toBe(days[0]?.day)
  expect(read.at(-1)).toMatchObject({ logged: 'true', weekday: 'Mon' })
  expect(read.some((row) => row['logged'] === 'false' && row['bloating'] === '')).toBe(true)
})

test('an empty diary makes no file', async () => {
  expect(await jobs().exportCsv('long', false, nothing)).toBe(null)
  expect(await jobs().exportCsv('daily', false, nothing)).toBe(null)
})

test.each(['long', 'daily'] as const)(
  'ten years are made in a worker, which tells how far it is (%s)',
  async (kind) => {
    const workers: string[] = []
    const RealWorker = Worker
    vi.stubGlobal(
      'Worker',
      class extends RealWorker {
        constructor(url: string | URL, options?: WorkerOptions) {
          super(url, options)
          workers.push(String(url))
        }
      }
    )
    const { days, events } = sampleDiary(TODAY, 3650)
    await db().transaction('rw', db().days, db().events, async () => {
      await db().days.bulkPut(days)
      await db().events.bulkPut(events)
    })
    const told: number[] = []
    const result = await jobs().exportCsv(kind, false, (share) => told.push(share))
    expect(workers).toEqual([expect.stringContaining('data-worker')])
    expect(told.length).toBeGreaterThan(10)
    expect(told).toEqual([...told].sort((a, b) => a - b))
    expect(told.at(-1)).toBe(1)
    expect(result?.rows).toBeGreaterThan(kind === 'long' ? 50_000 : 3600)
  },
  60_000
)

test('a stopped export says that it was stopped', async () => {
  const each = jobs()
  const result = each.exportCsv('long', false, nothing)
  each.close()
  await expect(result).rejects.toBeInstanceOf(Stopped)
})
