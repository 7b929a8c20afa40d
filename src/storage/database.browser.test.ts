import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { db, eraseDiary, MendDatabase } from './database.ts'
import { diaryName, DIARIES, onTrouble, useDiary, type Trouble } from './diary.ts'
import { findDays, saveAnswers } from './days.ts'
import { removeEvent, saveEvent } from './events.ts'
import { saveItems } from './items.ts'
import { savePlan } from './plans.ts'
import { fillSample } from './sample.ts'
import { saveLocal, saveSetting } from './settings.ts'

const DAY = '2026-11-23'

beforeEach(async () => {
  await eraseDiary('own')
  await eraseDiary('sample')
  useDiary('own')
})
const foreign: IDBDatabase[] = []
afterEach(() => {
  vi.restoreAllMocks()
  for (const database of foreign.splice(0)) database.close()
})

/** Opens a database without Dexie, as another tab with other code would. */
function openRaw(name: string, version: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version)
    request.addEventListener('error', () => reject(request.error ?? new Error('not opened')))
    request.addEventListener('success', () => {
      foreign.push(request.result)
      resolve(request.result)
    })
  })
}

/** Every transaction from now on, in a list that grows; `onComplete` hears of each that has reached the disk. */
function transactions(onComplete: (transaction: IDBTransaction) => void = () => undefined): IDBTransaction[] {
  const list: IDBTransaction[] = []
  const begin = IDBDatabase.prototype.transaction
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
    const begun = begin.apply(this, args)
    begun.addEventListener('complete', () => onComplete(begun))
    list.push(begun)
    return begun
  })
  return list
}

/** The diaries there are; what other tests kept beside them is no diary. */
async function names(): Promise<string[]> {
  const all = (await indexedDB.databases()).flatMap(({ name }) => name ?? [])
  return all.filter((name) => Object.values<string>(DIARIES).includes(name)).sort()
}

describe('every write', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['answers', () => saveAnswers(DAY, { bloating: 3 })],
    ['an event', () => saveEvent({ id: `${DAY}/a`, day: DAY, trackable: 'bowel-movement', value: { type: 4 } })],
    [
      'a removed event',
      () => removeEvent({ id: `${DAY}/a`, day: DAY, trackable: 'bowel-movement', value: { type: 4 }, stamp: 1 })
    ],
    ['a choice', () => saveItems({ gas: { on: false } })],
    ['a setting', () => saveSetting('dayStart', () => 5)],
    ['a plan', () => savePlan({ id: 'a', start: DAY, weeks: 12 })],
    ['a thing of this device', () => saveLocal('asked', true)]
  ])('of %s is on the disk before it is confirmed', async (_, save) => {
    const begun = transactions()
    await save()
    const writes = begun.filter(({ mode }) => mode === 'readwrite')
    expect(writes.map(({ durability }) => durability)).toEqual(['strict'])
  })

  it('is not confirmed before its transaction is complete', async () => {
    const order: string[] = []
    transactions(({ mode }) => mode === 'readwrite' && order.push('complete'))
    await saveAnswers(DAY, { bloating: 3 }).then(() => order.push('confirmed'))
    expect(order).toEqual(['complete', 'confirmed'])
  })
})

describe('the own diary and the sample', () => {
  it('have databases of their own', () => {
    expect(DIARIES).toEqual({ own: 'mend', sample: 'mend-sample' })
    expect(diaryName()).toBe('own')
    expect(db().name).toBe('mend')
  })

  it('never share a row', async () => {
    await saveAnswers('2026-06-30', { bloating: 9 })
    await saveEvent({ id: '2026-06-30/a', day: '2026-06-30', trackable: 'bowel-movement', value: { type: 7 } })
    await saveItems({ gas: { on: false } })
    const before = await Promise.all(db().tables.map((table) => table.toArray()))
    await fillSample('2026-06-30')
    expect(await Promise.all(db().tables.map((table) => table.toArray()))).toEqual(before)

    const sample = new MendDatabase('mend-sample')
    expect(await sample.days.count()).toBeGreaterThan(150)
    expect((await sample.days.get('2026-06-30'))?.answers['bloating']).toBe(5)
    expect(await sample.events.get('2026-06-30/a')).toBeUndefined()
    expect(await sample.items.get('gas')).toBeUndefined()
    sample.close()
  })

  it('are filled anew, not on top of what was there', async () => {
    await fillSample('2026-06-30')
    await fillSample('2026-06-30')
    await fillSample('2024-06-30')
    const sample = new MendDatabase('mend-sample')
    expect((await sample.days.toCollection().last())?.day).toBe('2024-06-30')
    expect(await sample.plans.count()).toBe(1)
    sample.close()
  })

  it('are not changed under an open page', async () => {
    await saveAnswers(DAY, { bloating: 3 })
    expect(() => useDiary('sample')).toThrow('reload the page')
    expect(() => useDiary('own')).not.toThrow()
    expect(await findDays(DAY, DAY)).toHaveLength(1)
  })

  it('are read by a page that chose the sample first', async () => {
    await fillSample('2026-06-30')
    useDiary('sample')
    expect(db().name).toBe('mend-sample')
    expect(await findDays('2026-06-30', '2026-06-30')).toHaveLength(1)
    await eraseDiary('sample')
    useDiary('own')
  })
})

describe('a diary that is erased', () => {
  it('is gone whole, and the other one stays', async () => {
    await saveAnswers(DAY, { bloating: 3 })
    await fillSample('2026-06-30')
    expect(await names()).toEqual(['mend', 'mend-sample'])
    await eraseDiary('sample')
    expect(await names()).toEqual(['mend'])
    expect(await findDays(DAY, DAY)).toHaveLength(1)
    await eraseDiary('own')
    expect(await names()).toEqual([])
    expect(await findDays(DAY, DAY)).toEqual([])
  })

  it('is gone though another tab has it open, and that tab learns of it', async () => {
    const troubles: Trouble[] = []
    const other = new MendDatabase('mend', (trouble) => troubles.push(trouble))
    await other.open()
    await saveAnswers(DAY, { bloating: 3 })
    await eraseDiary('own')
    expect(await names()).toEqual([])
    expect(troubles).toEqual(['newer-version'])
    expect(other.isOpen()).toBe(false)
  })
})

describe('another version of the app in another tab', () => {
  it('is let through when it is newer: this page stops writing and says so', async () => {
    await saveAnswers(DAY, { bloating: 3 })
    const troubles: Trouble[] = []
    const stop = onTrouble((trouble) => troubles.push(trouble))
    const newer = await openRaw('mend', 1000)
    await expect.poll(() => troubles).toEqual(['newer-version'])
    await expect(saveAnswers(DAY, { bloating: 5 })).rejects.toThrow(expect.objectContaining({ name: 'VersionError' }))
    const kept = newer.transaction('days').objectStore('days').get(DAY)
    await expect.poll(() => kept.readyState).toBe('done')
    expect(kept.result).toMatchObject({ answers: { bloating: 3 } })
    newer.close()
    stop()
  })

  it('is not heard of any more by whoever stopped listening', async () => {
    await db().open()
    const tell = vi.fn()
    onTrouble(tell)()
    const closed = new Promise((resolve) => onTrouble(resolve))
    const newer = await openRaw('mend', 1000)
    expect(await closed).toBe('newer-version')
    expect(tell).not.toHaveBeenCalled()
    newer.close()
  })

  it('is refused when the database is newer than this page: nothing is read as something it is not', async () => {
    await saveAnswers(DAY, { bloating: 3 })
    db().close()
    const newer = await openRaw('mend', 1000)
    newer.close()

    const troubles: Trouble[] = []
    const older = new MendDatabase('mend', (trouble) => troubles.push(trouble))
    await expect(older.days.put({ day: DAY, answers: {}, stamps: {} })).rejects.toThrow(
      expect.objectContaining({ name: 'DatabaseClosedError', inner: expect.objectContaining({ name: 'VersionError' }) })
    )
    await expect(older.open()).rejects.toThrow(expect.objectContaining({ name: 'VersionError' }))
    expect(troubles).toContain('newer-version')
    expect(older.isOpen()).toBe(false)
  })

  it('that is older holds this page up, which says so and goes on when it is closed', async () => {
    const older = await openRaw('mend', 1)
    const troubles: Trouble[] = []
    const stop = onTrouble((trouble) => troubles.push(trouble))
    const saved = saveAnswers(DAY, { bloating: 3 })
    await expect.poll(() => troubles).toEqual(['blocked'])
    older.close()
    await saved
    expect((await findDays(DAY, DAY))[0]?.answers).toEqual({ bloating: 3 })
    stop()
  })
})
