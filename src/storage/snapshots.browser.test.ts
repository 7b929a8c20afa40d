import Dexie from 'dexie'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { emptyTables } from '#domain/backup/tables.ts'
import { findTables, saveTables } from './backup.ts'
import { eraseDiary } from './database.ts'
import { DIARIES, useDiary } from './diary.ts'
import { saveAnswers } from './days.ts'
import { eraseSnapshots, snapshots } from './snapshots.ts'
import { findSnapshotTables, takeSnapshot, takeUpgradeSnapshot } from './take-snapshot.ts'
import { version001 } from './versions/001-first.ts'

const TODAY = '2026-11-23'

beforeEach(async () => {
  vi.restoreAllMocks()
  await eraseDiary('own')
  await eraseDiary('sample')
  await eraseSnapshots()
  useDiary('own')
})

const list = () => snapshots().list.toArray()

async function taken(why: 'restore' | 'daily', day = TODAY) {
  const result = await takeSnapshot(why, day)
  if (result.is !== 'kept') throw new Error(result.is)
  return result.id
}

test('a snapshot is the diary as it was, and can be gone back to', async () => {
  await saveAnswers(TODAY, { gas: 3 })
  const before = await findTables()
  const id = await taken('restore')
  expect(await list()).toMatchObject([
    { id, day: TODAY, why: 'restore', days: 1, answers: 1, first: TODAY, last: TODAY }
  ])
  await saveAnswers(TODAY, { gas: 5, stress: 1 })
  const tables = await findSnapshotTables(id)
  if (tables === null || 'is' in tables) throw new Error('not read')
  expect(await saveTables(tables, 'replace')).toEqual({ days: 1, added: 0, changed: 1, gone: 1, others: 0 })
  expect(await findTables()).toEqual(before)
})

describe('kept', () => {
  test('one a day, where something is new, and the newest seven', async () => {
    expect(await takeSnapshot('daily', TODAY)).toEqual({ is: 'unneeded' })
    for (let i = 1; i <= 9; i++) {
      const day = `2026-11-0${i}`
      await saveAnswers(day, { gas: 1 })
      await taken('daily', day)
      expect(await takeSnapshot('daily', day)).toEqual({ is: 'unneeded' })
    }
    expect(await takeSnapshot('daily', TODAY)).toEqual({ is: 'unneeded' })
    expect((await list()).map(({ day }) => day)).toEqual([3, 4, 5, 6, 7, 8, 9].map((n) => `2026-11-0${n}`))
    expect(await snapshots().contents.count()).toBe(7)
  })

  test('the newest thirteen of the others, beside the daily ones', async () => {
    await saveAnswers(TODAY, { gas: 1 })
    await taken('daily')
    for (let i = 0; i < 15; i++) await taken('restore')
    const reasons = (await list()).map(({ why }) => why)
    expect(reasons.filter((why) => why === 'restore').length).toBe(13)
    expect(reasons.filter((why) => why === 'daily').length).toBe(1)
  })

  test('none of the sample diary', async () => {
    await eraseDiary('own')
    useDiary('sample')
    expect(await takeSnapshot('restore', TODAY)).toEqual({ is: 'unneeded' })
  })
})

describe('without room', () => {
  const full = () => new DOMException('full', 'QuotaExceededError')

  test('older ones make way', async () => {
    await saveAnswers(TODAY, { gas: 1 })
    for (let i = 0; i < 6; i++) await taken('restore')
    const put = IDBObjectStore.prototype.put
    let failures = 0
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (this.name === 'contents' && failures++ === 0) throw full()
      return put.apply(this, args)
    })
    await taken('restore')
    expect((await list()).length).toBe(4)
  })

  test('it is said, and nothing is thrown', async () => {
    await saveAnswers(TODAY, { gas: 1 })
    const put = IDBObjectStore.prototype.put
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (this.name === 'contents') throw full()
      return put.apply(this, args)
    })
    expect(await takeSnapshot('restore', TODAY)).toMatchObject({
      is: 'failed',
      message: expect.stringContaining('no room')
    })
    expect(await list()).toEqual([])
  })
})

describe('before an upgrade', () => {
  test('the older diary is kept, and read in the shapes of today', async () => {
    const old = new Dexie(DIARIES.own)
    old.version(1).stores(version001.stores)
    await old.table('days').put({ day: TODAY, answers: { gas: 3 }, stamps: { gas: 1 } })
    old.close()
    const result = await takeUpgradeSnapshot(TODAY)
    if (result.is !== 'kept') throw new Error(result.is)
    expect(await list()).toMatchObject([{ why: 'upgrade', days: 1 }])
    expect(await findSnapshotTables(result.id)).toEqual({
      ...emptyTables(),
      days: [{ day: TODAY, answers: { gas: 3 }, stamps: { gas: 1 } }]
    })
  })

  test('nothing is done where there is nothing to upgrade', async () => {
    expect(await takeUpgradeSnapshot(TODAY)).toEqual({ is: 'unneeded' })
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(DIARIES.own)
    await saveAnswers(TODAY, { gas: 1 })
    expect(await takeUpgradeSnapshot(TODAY)).toEqual({ is: 'unneeded' })
  })
})
