import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { db, eraseDiary, MendDatabase } from './database.ts'
import { saveAnswers } from './days.ts'
import { onTrouble, useDiary, type Trouble } from './diary.ts'
import { connect, disconnect, reading, writing } from './rows.ts'
import { BROWSER_VERSION } from './shapes.ts'
import { eraseSnapshots, snapshots } from './snapshots.ts'
import { VERSIONS } from './versions/index.ts'

const DAY = '2026-11-23'

beforeEach(async () => {
  await eraseDiary('own')
  useDiary('own')
})
afterEach(() => vi.restoreAllMocks())

const shapeOf = (database: IDBDatabase) =>
  [...database.objectStoreNames].map((name) => {
    const store = database.transaction(name).objectStore(name)
    const indexes = [...store.indexNames].map((index) => {
      const { keyPath, unique, multiEntry } = store.index(index)
      return { index, keyPath, unique, multiEntry }
    })
    return { name, keyPath: store.keyPath, autoIncrement: store.autoIncrement, indexes }
  })

function openRaw(version?: number, upgrade: (database: IDBDatabase) => void = () => undefined): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('mend', version)
    request.onupgradeneeded = () => upgrade(request.result)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('not opened'))
  })
}

describe('a new diary', () => {
  it('has the shape that Dexie gives it', async () => {
    await reading(['days'], ({ days }) => days.count())
    const made = await connect()
    const shape = shapeOf(made)
    expect(made.version).toBe(BROWSER_VERSION)
    await eraseDiary('own')
    const database = new MendDatabase('mend')
    await database.open()
    const dexies = database.backendDB()
    expect(shape).toEqual(shapeOf(dexies))
    expect(dexies.version).toBe(BROWSER_VERSION)
    database.close()
  })

  it('is opened by Dexie as it is', async () => {
    await saveAnswers(DAY, { bloating: 3 })
    const said = vi.spyOn(console, 'warn')
    expect(await db().days.get(DAY)).toMatchObject({ answers: { bloating: 3 } })
    expect(db().backendDB().version).toBe(BROWSER_VERSION)
    expect(said).not.toHaveBeenCalled()
  })
})

describe('a diary of an older shape', () => {
  const first = VERSIONS[0]
  const makeFirst = (database: IDBDatabase) => {
    for (const [table, declared] of Object.entries(first?.stores ?? {})) {
      const [key = '', index] = (declared ?? '').split(', ')
      const store = database.createObjectStore(table, { keyPath: key })
      if (index !== undefined) store.createIndex(index, index)
    }
  }

  it('is upgraded before it is read, after a snapshot of what it was', async () => {
    await eraseSnapshots()
    const old = await openRaw(10, makeFirst)
    const put = old
      .transaction('days', 'readwrite')
      .objectStore('days')
      .put({ day: DAY, answers: { gas: 4 }, stamps: { gas: 1 } })
    await expect.poll(() => put.readyState).toBe('done')
    old.close()

    const row = await reading(['days', 'labs'], ({ days }) => days.get(DAY))
    expect(row?.answers).toEqual({ gas: 4 })
    expect((await connect()).version).toBe(BROWSER_VERSION)
    expect(await snapshots().list.toArray()).toMatchObject([{ why: 'upgrade' }])
    await eraseSnapshots()
  })
})

describe('a diary that a newer Mend has upgraded', () => {
  it('is refused, and stays refused', async () => {
    const newer = await openRaw(BROWSER_VERSION + 10)
    newer.close()
    const troubles: Trouble[] = []
    const stop = onTrouble((trouble) => troubles.push(trouble))
    await expect(saveAnswers(DAY, { gas: 1 })).rejects.toMatchObject({ name: 'VersionError' })
    await expect(saveAnswers(DAY, { gas: 1 })).rejects.toMatchObject({ name: 'VersionError' })
    expect(troubles).toEqual(['newer-version'])
    stop()
  })

  it('is read where only Dexie’s own count has gone on', async () => {
    await saveAnswers(DAY, { gas: 1 })
    await disconnect()
    const counted = await openRaw(BROWSER_VERSION + 1)
    counted.close()
    expect((await reading(['days'], ({ days }) => days.get(DAY)))?.answers).toEqual({ gas: 1 })
  })
})

describe('a browser that stores nothing', () => {
  it('says so where there is no IndexedDB', async () => {
    vi.stubGlobal('indexedDB', undefined)
    await expect(saveAnswers(DAY, { gas: 1 })).rejects.toMatchObject({ name: 'MissingAPIError' })
    vi.unstubAllGlobals()
    await saveAnswers(DAY, { gas: 1 })
  })

  it('says so where it cannot be opened, and tries again the next time', async () => {
    const { open } = IDBFactory.prototype
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementationOnce(function (this: IDBFactory) {
      return open.call(this, 'mend', -1 as unknown as number)
    })
    await expect(saveAnswers(DAY, { gas: 1 })).rejects.toThrow()
    await saveAnswers(DAY, { gas: 1 })
  })
})

describe('a transaction', () => {
  it('leaves nothing behind where its work fails after a write', async () => {
    const failing = writing(['days', 'settings'], async ({ days, settings }) => {
      await days.put({ day: DAY, answers: { gas: 1 }, stamps: { gas: 1 } })
      await settings.put({ key: 'dayStart', value: 5, stamp: 1 })
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(
      await reading(['days', 'settings'], async ({ days, settings }) => [await days.count(), await settings.count()])
    ).toEqual([0, 0])
  })

  it('removes a row', async () => {
    await saveAnswers(DAY, { gas: 1 })
    await writing(['days'], ({ days }) => days.delete(DAY))
    expect(await reading(['days'], ({ days }) => days.get(DAY))).toBeUndefined()
  })
})
