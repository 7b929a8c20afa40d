import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MendDatabase } from '#storage/database.ts'
import { VERSIONS } from '#storage/versions/index.ts'

// Everything here is frozen with the fourth version: nothing in it follows the code.

const NAME = 'mend-fourth-version'
/** Dexie counts in tenths: its version 4 is the browser's 40. */
const RAW_VERSION = 40

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
        'sup-glutamine': { taken: true, times: 2 },
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
        'sup-glutamine': 1795300000025,
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
    { id: 'sup-glutamine', on: true, usual: 5, times: 3, slots: ['empty-stomach'], stamp: 1795300000026 },
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
    {
      id: '0b0e7c1e-5d0f-4a44-8f0e-1f6a52f1c005',
      start: '2026-08-03',
      weeks: 12,
      stamp: 1795300000018,
      isPostHoc: true,
      ended: true,
      endedOn: '2026-10-01'
    },
    {
      id: '0b0e7c1e-5d0f-4a44-8f0e-1f6a52f1c006',
      start: '2026-11-02',
      weeks: 26,
      stamp: 1795300000019,
      targets: ['bloating', 'fatigue'],
      pauses: [
        { from: '2026-11-20', to: '2026-11-24', why: 'illness' },
        { from: '2026-12-20', why: 'travel' }
      ]
    }
  ],
  steps: [
    {
      id: '0b0e7c1e-5d0f-4a44-8f0e-1f6a52f1c007',
      kind: 'supplement',
      item: 'sup-zinc',
      name: 'Zinc',
      start: '2026-11-05',
      end: '2027-01-10',
      regimen: {
        product: 'Zinc 50 🙂',
        dose: 7.2,
        label: { amount: 50, form: 'gluconate' },
        timesPerDay: 2,
        slots: ['morning', 'with-meal']
      },
      stamp: 1795300000020
    },
    {
      id: '0b0e7c1e-5d0f-4a44-8f0e-1f6a52f1c008',
      kind: 'diet',
      name: 'Less added sugar',
      start: '2026-12-01',
      stamp: 1795300000021
    },
    { id: '0b0e7c1e-5d0f-4a44-8f0e-1f6a52f1c009', deleted: true, stamp: 1795300000022 }
  ],
  reviews: [
    {
      id: '0b0e7c1e-5d0f-4a44-8f0e-1f6a52f1c006/4',
      plan: '0b0e7c1e-5d0f-4a44-8f0e-1f6a52f1c006',
      week: 4,
      day: '2026-11-30',
      text: 'Quiet evenings.\nStill tired.',
      stamp: 1795300000023
    },
    {
      id: '0b0e7c1e-5d0f-4a44-8f0e-1f6a52f1c006/8',
      plan: '0b0e7c1e-5d0f-4a44-8f0e-1f6a52f1c006',
      week: 8,
      day: '2026-12-27',
      text: '',
      stamp: 1795300000024
    }
  ],
  protocols: [
    {
      id: '0b0e7c1e-5d0f-4a44-8f0e-1f6a52f1c010',
      preset: 'aip',
      targets: ['bloating'],
      eliminated: ['grains', 'eggs'],
      queue: ['egg-yolk', 'rice'],
      never: ['peanuts'],
      minDays: 30,
      maxDays: 42,
      challengeDays: 1,
      washoutDays: 5,
      events: [
        {
          is: 'safety-confirmed',
          answers: { eatingDisorder: false, fearOrLoss: false, vulnerable: false },
          id: '0b0e7c1e-5d0f-4a44-8f0e-1f6a52f1c011',
          at: 1795300000030,
          day: '2026-11-22'
        },
        {
          is: 'elimination-started',
          isWeak: true,
          id: '0b0e7c1e-5d0f-4a44-8f0e-1f6a52f1c012',
          at: 1795300000031,
          day: '2026-11-23'
        }
      ],
      stamp: 1795300000032
    }
  ],
  comparisons: [
    {
      id: '0b0e7c1e-5d0f-4a44-8f0e-1f6a52f1c013',
      item: 'gluten',
      outcome: 'bloating',
      lag: 1,
      start: '2026-11-24',
      blockDays: 4,
      blocks: ['with', 'without', 'without', 'with'],
      stamp: 1795300000033
    },
    { id: '0b0e7c1e-5d0f-4a44-8f0e-1f6a52f1c014', deleted: true, stamp: 1795300000034 }
  ],
  labs: [
    {
      id: '0b0e7c1e-5d0f-4a44-8f0e-1f6a52f1c015',
      day: '2026-10-30',
      test: 'zonulin-stool',
      name: '',
      value: 0.5,
      comparator: '<',
      unit: 'ug/g',
      high: 61,
      lab: 'Lab Nord 🙂',
      specimen: 'stool',
      method: 'ELISA',
      note: 'Sent by post,\ntwo days on the way',
      photo: '0b0e7c1e-5d0f-4a44-8f0e-1f6a52f1c016',
      stamp: 1795300000035
    },
    {
      id: '0b0e7c1e-5d0f-4a44-8f0e-1f6a52f1c017',
      day: '2026-11-02',
      test: 'other',
      name: 'tTG-IgA',
      text: 'negative',
      unit: '',
      lab: '',
      specimen: '',
      method: '',
      note: '',
      stamp: 1795300000036
    },
    {
      id: '0b0e7c1e-5d0f-4a44-8f0e-1f6a52f1c018',
      day: '2026-11-02',
      test: 'other',
      name: 'Ferritin',
      value: 41,
      unit: 'ug/L',
      low: 15,
      high: 150,
      lab: '',
      specimen: 'blood',
      method: '',
      note: '',
      stamp: 1795300000037
    },
    { id: '0b0e7c1e-5d0f-4a44-8f0e-1f6a52f1c019', deleted: true, stamp: 1795300000038 }
  ],
  scores: [
    {
      id: '0b0e7c1e-5d0f-4a44-8f0e-1f6a52f1c020',
      day: '2026-11-03',
      instrument: 'who-5',
      total: 52,
      note: 'At the practice',
      stamp: 1795300000039
    },
    {
      id: '0b0e7c1e-5d0f-4a44-8f0e-1f6a52f1c021',
      day: '2026-11-03',
      instrument: 'gsrs',
      total: 2.87,
      note: '',
      stamp: 1795300000040
    },
    { id: '0b0e7c1e-5d0f-4a44-8f0e-1f6a52f1c022', deleted: true, stamp: 1795300000041 }
  ],
  photos: [
    {
      id: '0b0e7c1e-5d0f-4a44-8f0e-1f6a52f1c016',
      data: 'data:image/jpeg;base64,/9j/2Q==',
      stamp: 1795300000042
    },
    { id: '0b0e7c1e-5d0f-4a44-8f0e-1f6a52f1c023', deleted: true, stamp: 1795300000043 }
  ],
  worries: [
    { id: '2026-11-21', day: '2026-11-21', signs: ['fever', 'blood'], stamp: 1795300000044 },
    { id: '2026-11-22', deleted: true, stamp: 1795300000045 }
  ],
  local: [{ key: 'asked-to-persist', value: true }]
}

const KEYS = {
  days: 'day',
  events: 'id',
  items: 'id',
  settings: 'key',
  plans: 'id',
  steps: 'id',
  reviews: 'id',
  protocols: 'id',
  comparisons: 'id',
  labs: 'id',
  scores: 'id',
  photos: 'id',
  worries: 'id',
  local: 'key'
} as const

/** The database as the fourth version left it on a disk, made without Dexie. */
function writeFourthVersion(): Promise<void> {
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

describe('a diary of the fourth version', () => {
  let database: MendDatabase
  beforeEach(async () => {
    await erase()
    await writeFourthVersion()
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

  it('is found by the keys and the index that it was stored with', async () => {
    expect(await database.days.where('day').between('2026-11-23', '2026-11-30').primaryKeys()).toEqual(['2026-11-23'])
    expect(await database.events.where('trackable').equals('antibiotic-course').count()).toBe(1)
    expect(await database.plans.get('0b0e7c1e-5d0f-4a44-8f0e-1f6a52f1c006')).toEqual(ROWS.plans[1])
    expect(await database.steps.get('0b0e7c1e-5d0f-4a44-8f0e-1f6a52f1c009')).toEqual(ROWS.steps[2])
    expect(await database.reviews.get('0b0e7c1e-5d0f-4a44-8f0e-1f6a52f1c006/8')).toEqual(ROWS.reviews[1])
    expect(await database.labs.get('0b0e7c1e-5d0f-4a44-8f0e-1f6a52f1c018')).toEqual(ROWS.labs[2])
    expect(await database.photos.get('0b0e7c1e-5d0f-4a44-8f0e-1f6a52f1c016')).toEqual(ROWS.photos[0])
    expect(await database.worries.get('2026-11-22')).toEqual(ROWS.worries[1])
  })

  it('has all of it still when it is opened again', async () => {
    await database.open()
    database.close()
    database = new MendDatabase(NAME)
    expect(await database.days.toArray()).toEqual(ROWS.days)
    expect(await database.events.toArray()).toEqual(ROWS.events)
    expect(await database.steps.toArray()).toEqual(ROWS.steps)
    expect(await database.labs.toArray()).toEqual(ROWS.labs)
    expect(await database.photos.toArray()).toEqual(ROWS.photos)
  })
})

describe('the fourth version', () => {
  it('is one that no change may touch any more', () => {
    expect(VERSIONS[3]).toStrictEqual({ number: 4, stores: { labs: 'id', scores: 'id', photos: 'id', worries: 'id' } })
  })
})
