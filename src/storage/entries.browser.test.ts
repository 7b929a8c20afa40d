import { beforeEach, expect, test, vi } from 'vitest'
import { CATALOGUE } from '#domain/catalogue/index.ts'
import type { ReadEntry } from '#domain/csv/read-entry.ts'
import type { Stretch } from '#domain/csv/table.ts'
import { db, eraseDiary } from './database.ts'
import { saveAnswers } from './days.ts'
import { useDiary } from './diary.ts'
import { findHeld, findStretches, saveImport, watchRecordedDays } from './entries.ts'

beforeEach(async () => {
  await eraseDiary('own')
  useDiary('own')
})

const item = (id: string) => {
  const found = CATALOGUE.find((each) => each.id === id)
  if (found === undefined) throw new Error(`no ${id}`)
  return found
}
const gas = (value: number, stamp: number): ReadEntry => ({
  id: '2026-11-20/gas',
  day: '2026-11-20',
  item: item('gas'),
  value,
  stamp
})
const movement: ReadEntry = {
  id: '2026-11-20/a',
  day: '2026-11-20',
  at: '2026-11-20T07:40+01:00',
  item: item('bowel-movement'),
  value: { type: 4 },
  stamp: 7
}
const rash = { id: 'own-1', own: { name: 'Rash', category: 'systemic', kind: 'scale' } as const }

async function stretches(onProgress?: (share: number) => void): Promise<Stretch[]> {
  const all = []
  for await (const stretch of findStretches(onProgress)) all.push(stretch)
  return all
}

test('an import writes days, events and own items', async () => {
  await saveImport({ entries: [gas(3, 5), movement], items: [rash] })
  expect(await db().days.toArray()).toEqual([{ day: '2026-11-20', answers: { gas: 3 }, stamps: { gas: 5 } }])
  expect(await db().events.toArray()).toEqual([
    {
      id: '2026-11-20/a',
      day: '2026-11-20',
      at: '2026-11-20T07:40+01:00',
      trackable: 'bowel-movement',
      value: { type: 4 },
      stamp: 7
    }
  ])
  expect(await db().items.toArray()).toEqual([{ ...rash, stamp: expect.any(Number) }])
})

test('an import that fails half-way changes nothing', async () => {
  await db().days.put({ day: '2026-11-20', answers: { gas: 1 }, stamps: { gas: 1 } })
  const put = IDBObjectStore.prototype.put
  const broken = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, row) {
    if (this.name === 'items') throw new Error('no space')
    return put.call(this, row)
  })
  await expect(saveImport({ entries: [gas(3, 5), movement], items: [rash] })).rejects.toThrow('no space')
  broken.mockRestore()
  expect(await db().days.toArray()).toEqual([{ day: '2026-11-20', answers: { gas: 1 }, stamps: { gas: 1 } }])
  expect(await db().events.count()).toBe(0)
})

test('what was recorded after the preview is not overwritten', async () => {
  await db().days.put({ day: '2026-11-20', answers: { gas: 9, stress: 1 }, stamps: { gas: 100, stress: 1 } })
  await saveImport({ entries: [gas(3, 5)], items: [] })
  expect((await db().days.get('2026-11-20'))?.answers).toEqual({ gas: 9, stress: 1 })
})

test('a choice made for an own item stays when its definition comes back', async () => {
  await db().items.put({ id: 'own-1', on: false, stamp: 3 })
  await saveImport({ entries: [], items: [rash] })
  expect(await db().items.get('own-1')).toMatchObject({ on: false, own: rash.own })
})

test('the diary is read in stretches, each day and event once, with the share that is done', async () => {
  const days = ['2026-01-01', '2026-04-30', '2026-05-01', '2026-11-20']
  await db().days.bulkPut(days.map((day) => ({ day, answers: { gas: 1 }, stamps: { gas: 1 } })))
  await db().events.put({
    id: '2026-11-25/a',
    day: '2026-11-25',
    trackable: 'bowel-movement',
    value: { type: 4 },
    stamp: 1
  })
  const told: number[] = []
  const all = await stretches((share) => told.push(share))
  expect(all.map(({ from, to }) => [from, to])).toEqual([
    ['2026-01-01', '2026-04-30'],
    ['2026-05-01', '2026-08-28'],
    ['2026-08-29', '2026-11-25']
  ])
  expect(all.flatMap((stretch) => stretch.days.map(({ day }) => day))).toEqual(days)
  expect(all.flatMap((stretch) => stretch.events.map(({ id }) => id))).toEqual(['2026-11-25/a'])
  expect(told.at(-1)).toBe(1)
})

test('an empty diary has no stretches', async () => {
  expect(await stretches()).toEqual([])
})

test('what was cleared and removed is held, and not counted as recorded', async () => {
  await db().days.put({ day: '2026-11-20', answers: {}, stamps: { gas: 1 } })
  await db().events.put({ id: '2026-11-21/a', day: '2026-11-21', trackable: 'bowel-movement', deleted: true, stamp: 1 })
  await db().events.put({
    id: '2026-11-22/b',
    day: '2026-11-22',
    trackable: 'bowel-movement',
    value: { type: 4 },
    stamp: 1
  })
  const held = await findHeld('2026-11-20', '2026-11-22')
  expect(held.days.length).toBe(1)
  expect(held.events.map(({ id }) => id)).toEqual(['2026-11-21/a', '2026-11-22/b'])
  const counts: number[] = []
  const watching = watchRecordedDays().subscribe((count) => counts.push(count))
  await vi.waitFor(() => expect(counts).toEqual([1]))
  await saveAnswers('2026-11-20', { gas: 0 })
  await vi.waitFor(() => expect(counts.at(-1)).toBe(2))
  watching.unsubscribe()
})
