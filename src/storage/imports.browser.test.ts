import { beforeEach, expect, test, vi } from 'vitest'
import { BEARABLE_2020 } from '#domain/import/bearable/fixture.ts'
import { applied } from '#domain/import/apply.ts'
import { readDiary, ZONE } from '#domain/import/fixture.ts'
import { suggestionsFor } from '#domain/import/suggest.ts'
import { db, eraseDiary } from './database.ts'
import { saveAnswers } from './days.ts'
import { useDiary } from './diary.ts'
import { findHeld } from './entries.ts'
import {
  findUndone,
  saveForeignImport,
  undoImport,
  watchImports,
  type ForeignImport,
  type ImportBatch
} from './imports.ts'
import { findItems, saveItems } from './items.ts'
import { savePlan } from './plans.ts'

const TODAY = '2026-11-23'

beforeEach(async () => {
  await eraseDiary('own')
  useDiary('own')
})

async function asked(text = BEARABLE_2020, more: Partial<ForeignImport> = {}): Promise<ForeignImport> {
  const diary = await readDiary(text)
  const items = await findItems()
  const choices = new Map(suggestionsFor(diary, items).map(({ from, choice }) => [from.id, choice]))
  const writes = applied(diary, choices, { items, today: TODAY, zone: ZONE, stamp: 0 })
  return { app: 'Bearable', day: TODAY, writes, again: false, switchOn: [], switchOnMade: true, ...more }
}

async function imported(): Promise<ImportBatch> {
  const { batch } = await saveForeignImport(await asked())
  if (batch === null) throw new Error('nothing came in')
  return batch
}

const batches = () =>
  new Promise<ImportBatch[]>((resolve, reject) => {
    const watching = watchImports().subscribe((list) => {
      resolve(list)
      setTimeout(() => watching.unsubscribe())
    }, reject)
  })
const everything = async () => ({
  days: await db().days.toArray(),
  events: await db().events.toArray(),
  items: await db().items.toArray()
})
const answers = async () => (await db().days.toArray()).flatMap((row) => Object.keys(row.answers))

test('all of an import bears one stamp and is remembered', async () => {
  const batch = await imported()
  const { days, events, items } = await everything()
  const stamps = new Set([...days.flatMap((row) => Object.values(row.stamps)), ...events.map(({ stamp }) => stamp)])
  expect([...stamps]).toEqual([batch.stamp])
  expect(batch).toMatchObject({ app: 'Bearable', day: TODAY, days: 4, entries: 8 })
  expect(items.map(({ id }) => id).sort()).toEqual([...batch.made].sort())
  expect(await batches()).toEqual([batch])
})

test('the same file once more changes nothing and is not remembered', async () => {
  const batch = await imported()
  const before = await everything()
  const again = await saveForeignImport(await asked())
  expect(again).toMatchObject({ batch: null, preview: { new: 0, unchanged: 8 } })
  expect(await everything()).toEqual(before)
  expect(await batches()).toEqual([batch])
})

test('an import is taken back with the items it made, and may then come in again', async () => {
  await db().days.put({ day: '2020-09-22', answers: { gas: 3 }, stamps: { gas: 9 } })
  const batch = await imported()
  expect(await undoImport(batch.stamp)).toEqual({ days: 4, entries: 8, stays: 0 })
  expect(await answers()).toEqual(['gas'])
  expect((await db().events.toArray()).every((row) => 'deleted' in row)).toBe(true)
  expect(await db().items.count()).toBe(0)
  expect(await batches()).toEqual([])
  expect((await findUndone()).size).toBe(1)
  expect(await undoImport(batch.stamp)).toBeNull()

  const again = await saveForeignImport(await asked())
  expect(again.preview).toMatchObject({ new: 8, removed: 0 })
  expect(await answers()).toHaveLength(8)
})

test('what the person changed since stays, and so do items that are used or were set', async () => {
  const batch = await imported()
  const items = await findItems()
  const made = (name: string) => items.find((item) => item.name.startsWith(name))?.id ?? ''
  await saveAnswers('2020-09-22', { note: 'mine' })
  await saveAnswers('2026-11-20', { [made('Stress (')]: 2 })
  await saveItems({ [made('Clomipramine')]: { usual: 50 } })
  await savePlan({ id: 'plan', start: TODAY, weeks: 26, targets: [made('Back')] } as Parameters<typeof savePlan>[0])
  expect(await undoImport(batch.stamp)).toEqual({ days: 4, entries: 7, stays: 1 })
  expect((await answers()).sort()).toEqual(['note', made('Stress (')].sort())
  const left = (await db().items.toArray()).map(({ id }) => id)
  expect(left.sort()).toEqual([made('Stress ('), made('Clomipramine'), made('Back')].sort())
})

test('what the person removed stays out unless it is asked for', async () => {
  await imported()
  await saveAnswers('2020-09-22', { note: undefined })
  expect((await saveForeignImport(await asked())).preview).toMatchObject({ new: 0, removed: 1 })
  expect((await db().days.get('2020-09-22'))?.answers).not.toHaveProperty('note')
  const { batch } = await saveForeignImport(await asked(BEARABLE_2020, { again: true }))
  expect(batch).toMatchObject({ entries: 1 })
  expect((await db().days.get('2020-09-22'))?.answers['note']).toBe('after the long drive')
})

test('items of the diary are switched on where they get entries, and off again with it', async () => {
  await saveItems({ note: { on: false }, water: { on: false } })
  const { batch } = await saveForeignImport(await asked(BEARABLE_2020, { switchOn: ['note', 'water'] }))
  const isOn = async (id: string) => (await findItems()).find((item) => item.id === id)?.active
  expect([await isOn('note'), await isOn('water')]).toEqual([true, false])
  await undoImport(batch?.stamp ?? 0)
  expect([await isOn('note'), await isOn('water')]).toEqual([false, false])
})

test('new items are kept off Today where the person wants that', async () => {
  const { batch } = await saveForeignImport(await asked(BEARABLE_2020, { switchOnMade: false }))
  const made = (await findItems()).filter(({ id }) => batch?.made.includes(id))
  expect(made.length).toBeGreaterThan(2)
  expect(made.every(({ active }) => !active)).toBe(true)
})

test('an import that fails half-way changes nothing', async () => {
  const put = IDBObjectStore.prototype.put
  const broken = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, row) {
    if (this.name === 'items') throw new Error('no space')
    return put.call(this, row)
  })
  await expect(saveForeignImport(await asked())).rejects.toThrow('no space')
  broken.mockRestore()
  expect(await everything()).toEqual({ days: [], events: [], items: [] })
  expect(await batches()).toEqual([])
})

test('a stamp is later than all that stands on its days, whatever the clock says', async () => {
  const late = Date.UTC(2040, 0, 1)
  await db().days.put({ day: '2020-09-22', answers: { gas: 3 }, stamps: { gas: late } })
  const batch = await imported()
  expect(batch.stamp).toBeGreaterThan(late)
  expect((await findHeld('2020-09-22', '2020-09-22')).days[0]?.stamps['gas']).toBe(late)
})

test('ten imports are remembered, the newest first', async () => {
  for (let i = 1; i <= 11; i++) {
    const day = `2026-01-${String(i).padStart(2, '0')}`
    const one = await asked(`day,Gluten\n${day},yes\n`)
    await saveForeignImport({ ...one, app: `App ${i}` })
  }
  expect((await batches()).map(({ app }) => app)).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2].map((i) => `App ${i}`))
})
