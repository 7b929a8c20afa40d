import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DayRecord } from '#domain/record.ts'
import { db, eraseDiary } from './database.ts'
import { useDiary } from './diary.ts'
import type { Observable } from './live.ts'
import { findDays, findSpan, saveAnswers, watchDays, watchSpan } from './days.ts'
import { saveEvent } from './events.ts'

const DAY = '2026-11-23'

beforeEach(async () => {
  await eraseDiary('own')
  useDiary('own')
})
afterEach(() => vi.restoreAllMocks())

/** Dexie prints where a write failed, on top of rejecting. */
const quiet = () => vi.spyOn(console, 'trace').mockReturnValue(undefined)

const rowOf = (day: string) => db().days.get(day)
const stampOf = async (id: string) => (await rowOf(DAY))?.stamps[id] ?? -1

/** Everything the observable says, as it comes. */
function heard<T>(source: Observable<T>) {
  const values: T[] = []
  const subscription = source.subscribe((value) => values.push(value))
  return { values, stop: () => subscription.unsubscribe() }
}

describe('the days of a stretch', () => {
  it('come in order and whole, over as many years as it has', async () => {
    const days = ['2023-12-31', '2024-01-01', '2024-12-31', '2025-06-01', '2026-01-01', '2026-11-23']
    for (const day of days) await saveAnswers(day, { bloating: 1 })
    const found = async (from: string, to: string) => (await findDays(from, to)).map(({ day }) => day)
    expect(await found('2023-12-31', '2026-11-23')).toEqual(days)
    expect(await found('2024-01-01', '2026-01-01')).toEqual(days.slice(1, 5))
    expect(await found('2024-02-01', '2024-12-30')).toEqual([])
    expect(await found('2025-06-01', '2025-06-01')).toEqual(['2025-06-01'])
    expect(await found('2026-11-23', '2023-12-31')).toEqual([])
  })
})

describe('an answer', () => {
  it('is stored with its day and a stamp of now', async () => {
    const before = Date.now()
    await saveAnswers(DAY, { bloating: 3 })
    const row = await rowOf(DAY)
    expect(row).toEqual({ day: DAY, answers: { bloating: 3 }, stamps: { bloating: expect.any(Number) } })
    expect(row?.stamps['bloating']).toBeGreaterThanOrEqual(before)
    expect(row?.stamps['bloating']).toBeLessThan(before + 60_000)
  })

  it('leaves the others of the day as they were, with their stamps', async () => {
    await saveAnswers(DAY, { bloating: 3, note: 'Soup.' })
    const first = await rowOf(DAY)
    await saveAnswers(DAY, { gas: 0 })
    const second = await rowOf(DAY)
    expect(second?.answers).toEqual({ bloating: 3, note: 'Soup.', gas: 0 })
    expect(second?.stamps).toEqual({ ...first?.stamps, gas: expect.any(Number) })
    expect(second?.stamps['gas']).toBeGreaterThan(first?.stamps['bloating'] ?? Infinity)
  })

  it('leaves other days alone', async () => {
    await saveAnswers('2026-11-22', { bloating: 9 })
    const yesterday = await rowOf('2026-11-22')
    await saveAnswers(DAY, { bloating: 1 })
    expect(await rowOf('2026-11-22')).toEqual(yesterday)
    expect(await db().days.count()).toBe(2)
  })

  it('can be of any shape that is recorded', async () => {
    const answers = {
      'meal-pace': false,
      gas: 0,
      'sup-zinc': { taken: true, amount: 15 },
      sleep: {
        bed: { instant: '2026-11-22T22:15:00Z', zone: 'Europe/Oslo', offset: 60 },
        wake: { instant: '2026-11-23T06:00:00Z', zone: 'Europe/Oslo', offset: 60 }
      },
      note: 'Felt almost normal 🙂\nand slept'
    }
    await saveAnswers(DAY, answers)
    expect((await rowOf(DAY))?.answers).toEqual(answers)
  })

  it('that is cleared is gone, and keeps the stamp of being cleared', async () => {
    await saveAnswers(DAY, { bloating: 3, gas: 1 })
    const given = await stampOf('bloating')
    await saveAnswers(DAY, { bloating: undefined })
    const row = await rowOf(DAY)
    expect(row?.answers).toEqual({ gas: 1 })
    expect(Object.keys(row?.answers ?? {})).toEqual(['gas'])
    expect(row?.stamps['bloating']).toBeGreaterThan(given)
  })

  it('is not written as part of another that is cleared on an empty day', async () => {
    await saveAnswers(DAY, { bloating: undefined })
    expect(await rowOf(DAY)).toEqual({ day: DAY, answers: {}, stamps: { bloating: expect.any(Number) } })
  })
})

describe('what stood there before', () => {
  it('is handed back, and undoes the change when it is saved', async () => {
    await saveAnswers(DAY, { bloating: 7, gas: 2 })
    const { before } = await saveAnswers(DAY, { bloating: 0, gas: 0, fatigue: 0 })
    expect(before).toEqual({ bloating: 7, gas: 2, fatigue: undefined })
    await saveAnswers(DAY, before)
    expect((await rowOf(DAY))?.answers).toEqual({ bloating: 7, gas: 2 })
  })

  it('leaves alone what was answered in the meantime', async () => {
    const { before } = await saveAnswers(DAY, { bloating: 0, gas: 0 })
    await saveAnswers(DAY, { fatigue: 5 })
    await saveAnswers(DAY, before)
    expect((await rowOf(DAY))?.answers).toEqual({ fatigue: 5 })
  })

  it('is undone with newer stamps, so that other copies of the diary learn of it', async () => {
    const { before } = await saveAnswers(DAY, { bloating: 0 })
    const done = await stampOf('bloating')
    await saveAnswers(DAY, before)
    expect(await stampOf('bloating')).toBeGreaterThan(done)
  })
})

describe('stamps', () => {
  it('do not go backwards when the clock is set back', async () => {
    await saveAnswers(DAY, { bloating: 3 })
    const first = await stampOf('bloating')
    vi.spyOn(Date, 'now').mockReturnValue(first - 3_600_000)
    await saveAnswers(DAY, { bloating: 4 })
    const second = await stampOf('bloating')
    expect(second).toBeGreaterThan(first)
    await saveAnswers(DAY, { gas: 1 })
    expect(await stampOf('gas')).toBeGreaterThan(second)
    await saveAnswers('2026-11-22', { gas: 1 })
    expect((await rowOf('2026-11-22'))?.stamps['gas']).toBeGreaterThan(await stampOf('gas'))
  })

  it('are later than those of the row, though another device wrote them ahead of its time', async () => {
    const ahead = Date.now() + 86_400_000
    await db().days.put({ day: DAY, answers: { bloating: 3 }, stamps: { bloating: ahead, gas: ahead - 5 } })
    await saveAnswers(DAY, { bloating: 4 })
    expect(await stampOf('bloating')).toBeGreaterThan(ahead)
    expect(await stampOf('gas')).toBe(ahead - 5)
  })

  it('of one change are the same, and of two changes in a millisecond are not', async () => {
    await saveAnswers(DAY, { bloating: 1, gas: 1 })
    expect(await stampOf('gas')).toBe(await stampOf('bloating'))
    vi.spyOn(Date, 'now').mockReturnValue(await stampOf('gas'))
    await saveAnswers(DAY, { bloating: 2 })
    await saveAnswers(DAY, { gas: 2 })
    expect(await stampOf('gas')).toBeGreaterThan(await stampOf('bloating'))
  })
})

describe('two changes at once', () => {
  it('to one day both survive', async () => {
    await Promise.all([
      saveAnswers(DAY, { bloating: 3 }),
      saveAnswers(DAY, { gas: 4 }),
      saveAnswers(DAY, { fatigue: 5 }),
      saveAnswers(DAY, { 'brain-fog': 6 })
    ])
    expect((await rowOf(DAY))?.answers).toEqual({ bloating: 3, gas: 4, fatigue: 5, 'brain-fog': 6 })
  })

  it('to one answer end with the later', async () => {
    const [first, second] = await Promise.all([saveAnswers(DAY, { water: 250 }), saveAnswers(DAY, { water: 500 })])
    expect([first.before, second.before]).toEqual([{ water: undefined }, { water: 250 }])
    expect((await rowOf(DAY))?.answers).toEqual({ water: 500 })
  })
})

describe('a write that fails', () => {
  let stored: DayRecord | undefined
  beforeEach(async () => {
    quiet()
    await saveAnswers(DAY, { bloating: 3 })
    stored = await rowOf(DAY)
  })

  it('says so and changes nothing: a value that cannot be stored', async () => {
    const odd = { bloating: 5, note: (() => 'a function') as unknown as string }
    await expect(saveAnswers(DAY, odd)).rejects.toThrow(expect.objectContaining({ name: 'DataCloneError' }))
    expect(await rowOf(DAY)).toEqual(stored)
  })

  it('says so and changes nothing: a full disk', async () => {
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('The disk is full.', 'QuotaExceededError')
    })
    await expect(saveAnswers(DAY, { bloating: 5 })).rejects.toThrow('disk is full')
    vi.restoreAllMocks()
    expect(await rowOf(DAY)).toEqual(stored)
  })

  it('says so and changes nothing: a transaction that is aborted after the row was put', async () => {
    const put = IDBObjectStore.prototype.put
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, row: unknown) {
      const request = put.call(this, row)
      request.addEventListener('success', () => this.transaction.abort())
      return request
    })
    await expect(saveAnswers(DAY, { bloating: 5 })).rejects.toThrow()
    vi.restoreAllMocks()
    expect(await rowOf(DAY)).toEqual(stored)
  })

  it('is tried once more where the browser had closed the database without a word', async () => {
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(() => {
      throw new DOMException('The database connection is closing.', 'InvalidStateError')
    })
    await saveAnswers(DAY, { bloating: 5 })
    expect((await rowOf(DAY))?.answers).toEqual({ bloating: 5 })
  })

  it('does not stand in the way of the next', async () => {
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
      throw new DOMException('The disk is full.', 'QuotaExceededError')
    })
    const results = await Promise.allSettled([saveAnswers(DAY, { bloating: 5 }), saveAnswers(DAY, { gas: 2 })])
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
    expect(full).toHaveBeenCalledTimes(2)
    expect((await rowOf(DAY))?.answers).toEqual({ bloating: 3, gas: 2 })
  })
})

describe('days', () => {
  const WRITTEN = ['2026-10-31', '2026-11-01', '2026-11-15', '2026-11-30', '2026-12-01']
  const write = () => Promise.all(WRITTEN.map((day) => saveAnswers(day, { bloating: 1 })))

  it('are found from one to another, both included, oldest first', async () => {
    await write()
    const found = await findDays('2026-11-01', '2026-11-30')
    expect(found.map(({ day }) => day)).toEqual(['2026-11-01', '2026-11-15', '2026-11-30'])
    expect(await findDays('2026-11-02', '2026-11-14')).toEqual([])
    expect(await findDays('2026-11-15', '2026-11-15')).toHaveLength(1)
  })

  it('reach from the first to the last row of either table', async () => {
    expect(await findSpan()).toBeNull()
    await write()
    expect(await findSpan()).toEqual({ first: '2026-10-31', last: '2026-12-01' })
    const value = { type: 4 }
    await saveEvent({ id: '2026-10-02/x', day: '2026-10-02', trackable: 'bowel-movement', value })
    await saveEvent({ id: '2026-12-24/x', day: '2026-12-24', trackable: 'bowel-movement', value })
    expect(await findSpan()).toEqual({ first: '2026-10-02', last: '2026-12-24' })
  })

  it('can be watched: each change is heard once it is stored', async () => {
    const day = heard(watchDays(DAY, DAY))
    const days = heard(watchDays('2026-11-01', '2026-11-30'))
    const span = heard(watchSpan())
    await expect.poll(() => day.values).toEqual([[]])
    await expect.poll(() => [days.values, span.values]).toEqual([[[]], [null]])
    await saveAnswers(DAY, { bloating: 3 })
    await expect.poll(() => day.values.at(-1)?.[0]?.answers).toEqual({ bloating: 3 })
    await expect.poll(() => days.values.at(-1)).toHaveLength(1)
    await expect.poll(() => span.values.at(-1)).toEqual({ first: DAY, last: DAY })
    for (const { stop } of [day, days, span]) stop()
  })

  it('that are watched are not heard of while a write fails', async () => {
    quiet()
    await saveAnswers(DAY, { bloating: 3 })
    const day = heard(watchDays(DAY, DAY))
    await expect.poll(() => day.values.length).toBe(1)
    const odd = { bloating: 5, note: (() => 'a function') as unknown as string }
    await expect(saveAnswers(DAY, odd)).rejects.toThrow()
    await saveAnswers(DAY, { gas: 1 })
    await expect.poll(() => day.values.at(-1)?.[0]?.answers).toEqual({ bloating: 3, gas: 1 })
    expect(day.values.map(([row]) => row?.answers['bloating'])).toEqual([3, 3])
    day.stop()
  })
})
