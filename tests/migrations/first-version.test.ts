import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MendDatabase } from '#storage/database.ts'
import { VERSIONS } from '#storage/versions/index.ts'

// Everything here is frozen with the first version: nothing in it follows the code.

const NAME = 'mend-first-version'
/** Dexie counts in tenths: its version 1 is the browser's 10. */
const RAW_VERSION = 10

const ROWS = {
  days: [
    {
      day: '2026-11-22',
      answers: {
        bloating: 0,
        'meal-pace': false,
        water: 1750,
        gluten: 2,
        'sup-zinc': { taken: true, amount: 15 },
        'sup-aloe': { taken: false },
        sleep: {
          bed: { instant: '2026-11-21T22:15:00Z', zone: 'Europe/Oslo', offset: 60 },
          wake: { instant: '2026-11-22T06:00:00Z', zone: 'Europe/Oslo', offset: 60 }
        },
        'diet-pattern': 'low-fodmap',
        note: 'Soup 🙂\nand an early night'
      },
      stamps: {
        bloating: 1795300000000,
        'meal-pace': 1795300000001,
        water: 1795300000002,
        gluten: 1795300000003,
        'sup-zinc': 1795300000004,
        'sup-aloe': 1795300000005,
        sleep: 1795300000006,
        'diet-pattern': 1795300000007,
        note: 1795300000008,
        gas: 1795300000009
      }
    },
    { day: '2026-11-23', answers: {}, stamps: { bloating: 1795390000000 } }
  ],
  events: [
    {
      id: '2026-11-22/0b0e7c1e-5d0f-4a44-8f0e-1f6a52f1c001',
      day: '2026-11-22',
      at: '2026-11-22T07:40+01:00',
      trackable: 'bowel-movement',
      value: { type: 6, urgency: true, blood: 'streaks' },
      stamp: 1795300000010
    },
    {
      id: '2026-11-22/0b0e7c1e-5d0f-4a44-8f0e-1f6a52f1c002',
      day: '2026-11-22',
      trackable: 'antibiotic-course',
      value: { name: 'Amoxicillin', class: 'another kind', end: '2026-11-28' },
      stamp: 1795300000011
    },
    {
      id: '2026-11-23/0b0e7c1e-5d0f-4a44-8f0e-1f6a52f1c003',
      day: '2026-11-23',
      trackable: 'nsaid-dose',
      stamp: 1795390000012,
      deleted: true
    }
  ],
  items: [
    {
      id: 'own-0b0e7c1e-5d0f-4a44-8f0e-1f6a52f1c004',
      stamp: 1795300000013,
      on: true,
      order: 14500,
      own: { name: 'Hiccups', category: 'systemic', kind: 'scale' }
    },
    {
      id: 'walking',
      stamp: 1795300000015,
      archived: true,
      target: { per: 'day', at: 'least', value: 45 }
    },
    { id: 'water', stamp: 1795300000014, target: null }
  ],
  settings: [
    { key: 'dayStart', value: 5, stamp: 1795300000016 },
    { key: 'units', value: { volume: 'fl-oz', ethanol: 'drink-14' }, stamp: 1795300000017 }
  ],
  plans: [
    { id: '0b0e7c1e-5d0f-4a44-8f0e-1f6a52f1c005', start: '2026-08-03', weeks: 12, stamp: 1795300000018, ended: true },
    { id: '0b0e7c1e-5d0f-4a44-8f0e-1f6a52f1c006', start: '2026-11-02', weeks: 26, stamp: 1795300000019 }
  ],
  local: [{ key: 'asked-to-persist', value: true }]
}

const KEYS = { days: 'day', events: 'id', items: 'id', settings: 'key', plans: 'id', local: 'key' } as const

/** The database as the first version left it on a disk, made without Dexie. */
function writeFirstVersion(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, RAW_VERSION)
    request.addEventListener('error', () => reject(request.error ?? new Error('not opened')))
    request.addEventListener('upgradeneeded', () => {
      for (const [name, keyPath] of Object.entries(KEYS)) {
        const store = request.result.createObjectStore(name, { keyPath })
        if (name === 'events') store.createIndex('trackable', 'trackable')
        for (const row of ROWS[name as keyof typeof ROWS]) store.add(row)
      }
    })
    request.addEventListener('success', () => {
      request.result.close()
      resolve()
    })
  })
}

const erase = () =>
  new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase(NAME)
    request.addEventListener('success', () => resolve())
    request.addEventListener('error', () => reject(request.error ?? new Error('not erased')))
  })

describe('a diary of the first version', () => {
  let database: MendDatabase
  beforeEach(async () => {
    await erase()
    await writeFirstVersion()
    database = new MendDatabase(NAME)
  })
  afterEach(async () => {
    database.close()
    await erase()
  })

  it('is opened by this one', async () => {
    await database.open()
    expect(database.tables.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(ROWS)))
    expect(Math.floor(database.backendDB().version / 10)).toBe(VERSIONS.length)
  })

  it.each(Object.keys(ROWS) as (keyof typeof ROWS)[])('has every row of its %s, unchanged', async (name) => {
    expect(await database.table(name).toArray()).toEqual(ROWS[name])
  })

  it('has nothing in the stores that came later', async () => {
    await database.open()
    const later = database.tables.filter(({ name }) => !(name in ROWS))
    expect(later.length).toBeGreaterThan(0)
    expect(await Promise.all(later.map((table) => table.count()))).toEqual(later.map(() => 0))
  })

  it('is found by the keys and the index that it was stored with', async () => {
    expect(await database.days.where('day').between('2026-11-23', '2026-11-30').primaryKeys()).toEqual(['2026-11-23'])
    expect(await database.events.where('trackable').equals('antibiotic-course').count()).toBe(1)
    expect(await database.plans.get('0b0e7c1e-5d0f-4a44-8f0e-1f6a52f1c006')).toEqual(ROWS.plans[1])
  })

  it('has all of it still when it is opened again', async () => {
    await database.open()
    database.close()
    database = new MendDatabase(NAME)
    expect(await database.days.toArray()).toEqual(ROWS.days)
    expect(await database.events.toArray()).toEqual(ROWS.events)
  })
})

describe('the versions of the database', () => {
  it('are numbered from one on, without a gap', () => {
    expect(VERSIONS.length).toBeGreaterThan(0)
    expect(VERSIONS.map(({ number }) => number)).toEqual(VERSIONS.map((_, i) => i + 1))
  })

  it('have a file each, named by its number', () => {
    const files = Object.keys(import.meta.glob('/src/storage/versions/[0-9]*.ts')).sort()
    const numbers = files.map((file) => Number(/\/(\d{3})-[a-z0-9-]+\.ts$/.exec(file)?.[1]))
    expect(numbers).toEqual(VERSIONS.map(({ number }) => number))
  })

  it('begin with this one, which no change may touch any more', () => {
    expect(VERSIONS[0]).toStrictEqual({
      number: 1,
      stores: {
        days: 'day',
        events: 'id, trackable',
        items: 'id',
        settings: 'key',
        plans: 'id',
        local: 'key'
      }
    })
  })
})
