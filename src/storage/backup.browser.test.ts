import fc from 'fast-check'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { arbitraryTables } from '#domain/backup/arbitrary.ts'
import { gzipped, textOf } from '#domain/backup/container.ts'
import { differenceOf } from '#domain/backup/difference.ts'
import { backupText } from '#domain/backup/format.ts'
import { mergedTables } from '#domain/backup/merge.ts'
import { decrypted, encrypted } from '#domain/backup/passphrase.ts'
import { DEVICE_TABLES, emptyTables, TABLES, type Tables } from '#domain/backup/tables.ts'
import { findBackupText, findTables, saveTables, tablesOfText } from './backup.ts'
import { saveLastBackup, watchBackupState, type BackupState } from './backup-state.ts'
import { db, eraseDiary, MendDatabase } from './database.ts'
import { useDiary } from './diary.ts'
import { DATABASE_VERSION } from './shapes.ts'
import { saveAnswers } from './days.ts'
import { saveLocal } from './settings.ts'

const DAY = '2026-11-20'
const made = '2026-11-23T10:00:00.000Z'

beforeEach(async () => {
  vi.restoreAllMocks()
  await eraseDiary('own')
  useDiary('own')
})

const clear = () => db().transaction('rw', TABLES, () => Promise.all(TABLES.map((table) => db().table(table).clear())))

async function fill(tables: Tables) {
  await clear()
  for (const table of TABLES)
    await db()
      .table(table)
      .bulkPut(tables[table] as unknown[])
}

async function opened(text: string): Promise<Tables> {
  const backup = await tablesOfText(text)
  if (backup.is === 'refused') throw new Error(backup.message)
  return backup.tables
}

interface Place {
  holder: Record<string, unknown>
  key: string
}

/** Every value within rows and the rows themselves, by where they stand. */
function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return []
  const holder = value as Record<string, unknown>
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key])])
}

test('every table is in a backup, or named as one of this device', () => {
  const all = db().tables.map(({ name }) => name)
  expect([...TABLES, ...DEVICE_TABLES].sort()).toEqual(all.sort())
})

test('any diary that is backed up, erased and restored is what it was', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryTables, fc.constantFrom('merge', 'replace'), async (tables, mode) => {
      await fill(tables)
      const zip = await gzipped((await findBackupText()).text)
      await eraseDiary('own')
      const text = await textOf(zip)
      if (typeof text !== 'string') throw new Error(text.message)
      await saveTables(await opened(text), mode)
      expect(await findTables()).toEqual(tables)
    }),
    { numRuns: 25 }
  )
}, 60_000)

test('with a passphrase as well', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryTables, async (tables) => {
      await fill(tables)
      const locked = await encrypted(await gzipped((await findBackupText()).text), 'four or five words', 10)
      await eraseDiary('own')
      const zip = await decrypted(locked, 'four or five words')
      const text = zip instanceof Uint8Array ? await textOf(zip) : zip
      if (typeof text !== 'string') throw new Error(text.message)
      await saveTables(await opened(text), 'replace')
      expect(await findTables()).toEqual(tables)
    }),
    { numRuns: 8 }
  )
}, 120_000)

test('merging into a diary is what the rule says, in one transaction', async () => {
  const begin = IDBDatabase.prototype.transaction
  let begun = 0
  // Dexie takes hold of it when it opens, which it has not done yet.
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
    begun++
    return begin.apply(this, args)
  })
  await fc.assert(
    fc.asyncProperty(arbitraryTables, arbitraryTables, async (here, backup) => {
      await fill(here)
      begun = 0
      const difference = await saveTables(backup, 'merge')
      expect(begun).toBe(1)
      const after = await findTables()
      expect(after).toEqual(mergedTables(here, backup))
      expect(difference).toEqual(differenceOf(here, after))
    }),
    { numRuns: 20 }
  )
}, 60_000)

describe('a restore', () => {
  test('leaves what is of this device alone', async () => {
    await saveLocal('persist', 'granted')
    await saveTables(emptyTables(), 'replace')
    expect(await db().local.get('persist')).toEqual({ key: 'persist', value: 'granted' })
  })

  test('that fails half-way changes nothing', async () => {
    await saveAnswers(DAY, { gas: 3 })
    const before = await findTables()
    const broken = { ...emptyTables(), plans: [{ start: DAY, weeks: 12, stamp: 1 }] } as unknown as Tables
    await expect(saveTables(broken, 'replace')).rejects.toThrow()
    expect(await findTables()).toEqual(before)
  })
})

test('a backup whose rows are not what they should be is read whole or changes nothing', async () => {
  const wrong = fc.constantFrom<unknown[]>(null, true, -1, 1e308, '', '2026-02-30', [], {}, [[null]], {
    toString: null
  })
  const versions = fc.constantFrom(1, 2, DATABASE_VERSION)
  const reasons = new Set<string>()
  await fc.assert(
    fc.asyncProperty(arbitraryTables, fc.nat(), wrong, versions, async (tables, at, value, database) => {
      await fill(tables)
      const before = await findTables()
      const altered = structuredClone(tables)
      const places = placesIn(altered)
      const place = places[at % places.length]
      if (place) place.holder[place.key] = value
      const text = await backupText({ app: 'mend', format: 1, database, made, tables: altered })
      const backup = await tablesOfText(text)
      if (backup.is === 'refused') {
        reasons.add(backup.why)
        expect(backup.message).toMatch(/^\S.+\.$/su)
      } else {
        await saveTables(backup.tables, 'replace')
        expect(await findTables()).toEqual(backup.tables)
        await saveTables(before, 'replace')
      }
      expect(await findTables()).toEqual(before)
      expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('mend-upgrade')
    }),
    { numRuns: 30, seed: 1 }
  )
  expect(reasons).toContain('unreadable')
}, 120_000)

describe('an older backup', () => {
  test('goes through the upgrades and leaves nothing behind', async () => {
    const tables = { ...emptyTables(), days: [{ day: DAY, answers: { gas: 3 }, stamps: { gas: 1 } }] }
    for (const database of [1, 2]) {
      const text = await backupText({ app: 'mend', format: 1, database, made, tables })
      expect(await opened(text)).toEqual(tables)
    }
    const names = (await indexedDB.databases()).map(({ name }) => name)
    expect(names).not.toContain('mend-upgrade')
  })

  test('with a row without its key is refused', async () => {
    const tables = { ...emptyTables(), days: [{ answers: {}, stamps: {} }] } as unknown as Tables
    const text = await backupText({ app: 'mend', format: 1, database: 1, made, tables })
    expect(await tablesOfText(text)).toMatchObject({ is: 'refused', why: 'unreadable' })
  })

  test('of a newer database is refused', async () => {
    const text = await backupText({
      app: 'mend',
      format: 1,
      database: DATABASE_VERSION + 1,
      made,
      tables: emptyTables()
    })
    expect(await tablesOfText(text)).toMatchObject({ is: 'refused', why: 'newer' })
  })
})

test('a backup is asked for where something is new', async () => {
  let state: BackupState | undefined
  const subscription = watchBackupState().subscribe((now) => (state = now))
  try {
    await expect.poll(() => state).toEqual({ backup: null, check: null, hasNew: false })
    for (let i = 10; i < 17; i++) await saveAnswers(`2026-11-${i}`, { gas: 1 })
    await expect.poll(() => state?.hasNew).toBe(true)
    await saveLastBackup('2026-11-16', (await findBackupText()).at)
    await expect.poll(() => state?.hasNew).toBe(false)
    expect(state?.backup?.day).toBe('2026-11-16')
    await saveAnswers('2026-11-17', { gas: 1 })
    await expect.poll(() => state?.hasNew).toBe(true)
  } finally {
    subscription.unsubscribe()
  }
})

test('the version is the one that the database has', () => {
  const database = new MendDatabase('mend-none')
  expect(database.verno).toBe(DATABASE_VERSION)
})
