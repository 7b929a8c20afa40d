import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { dayAfter, dayOf } from '#domain/day.ts'
import { db, eraseDiary } from './database.ts'
import { findSpan, saveAnswers, spanOf } from './days.ts'
import { useDiary } from './diary.ts'
import { forgetEarly } from './early.ts'
import { watchFrame, type Frame } from './frame.ts'
import { saveItems } from './items.ts'
import { savePlan } from './plans.ts'
import { connect, disconnect, reading, readingEarly } from './rows.ts'
import { stretchOf } from './stretch.ts'

const TODAY = dayOf(new Date())
const WEEK_AGO = dayAfter(TODAY, -6)
const LONG_AGO = dayAfter(TODAY, -400)
const elsewhere = new BroadcastChannel('mend-changes')

beforeEach(async () => {
  await eraseDiary('own')
  useDiary('own')
  localStorage.setItem('mend.since', TODAY)
})
afterEach(() => {
  forgetEarly()
  localStorage.clear()
  vi.restoreAllMocks()
})

/** As each page starts it. */
async function runEarly(): Promise<void> {
  const script = document.createElement('script')
  script.src = '/src/early.js'
  await new Promise((resolve, reject) => {
    script.onload = resolve
    script.onerror = reject
    document.head.append(script)
  })
  script.remove()
}

describe('what is opened before the app’s own files are there', () => {
  it('is gone on with', async () => {
    await saveAnswers(TODAY, { bloating: 3 })
    await disconnect()
    await runEarly()
    const opened = vi.spyOn(indexedDB, 'open')
    expect(await reading(['days'], ({ days }) => days.get(TODAY))).toMatchObject({ answers: { bloating: 3 } })
    expect(opened).not.toHaveBeenCalled()
  })

  it('is no diary without its tables, where there was none', async () => {
    await runEarly()
    await saveAnswers(TODAY, { bloating: 4 })
    expect(await db().days.get(TODAY)).toMatchObject({ answers: { bloating: 4 } })
  })

  it('is let go where the page works on another diary', async () => {
    await saveAnswers(TODAY, { bloating: 5 })
    await disconnect()
    localStorage.setItem('mend.diary', 'sample')
    await runEarly()
    expect(await thisWeek()).toMatchObject({ days: [{ answers: { bloating: 5 } }] })
  })

  it('does not keep anybody from erasing the diary', async () => {
    await saveAnswers(TODAY, { bloating: 6 })
    await disconnect()
    await runEarly()
    await eraseDiary('own')
    expect(await reading(['days'], ({ days }) => days.count())).toBe(0)
  })

  it('is not there for somebody who has no diary', async () => {
    localStorage.clear()
    const opened = vi.spyOn(indexedDB, 'open')
    await runEarly()
    expect(opened).not.toHaveBeenCalled()
  })
})

const thisWeek = () => readingEarly(['days', 'events'], ({ days, events }) => stretchOf(days, events, WEEK_AGO, TODAY))

async function frame(): Promise<Frame> {
  const heard: Frame[] = []
  const subscription = watchFrame().subscribe((one) => heard.push(one))
  await expect.poll(() => heard).toHaveLength(1)
  subscription.unsubscribe()
  return heard[0] as Frame
}

describe('what is read before the app’s own files are there', () => {
  beforeEach(async () => {
    await saveAnswers(LONG_AGO, { bloating: 1 })
    await saveAnswers(WEEK_AGO, { bloating: 2 })
    await saveItems({ gas: { on: false } })
    await savePlan({ id: 'a', start: WEEK_AGO, weeks: 12 })
    await disconnect()
    await runEarly()
    await connect()
  })
  /** How often the diary is asked from here on. */
  const asked = () => vi.spyOn(IDBDatabase.prototype, 'transaction')

  it('is not asked for again by what a start needs, and is the same', async () => {
    const questions = asked()
    const early = [
      await frame(),
      await thisWeek(),
      await readingEarly(['days', 'events'], ({ days, events }) => spanOf(days, events))
    ]
    expect(questions).not.toHaveBeenCalled()
    forgetEarly()
    const later = [await frame(), await thisWeek(), await findSpan()]
    expect(questions).toHaveBeenCalled()
    expect(early).toEqual(later)
    expect(later).toMatchObject([
      { plan: { id: 'a' }, hasTests: false, hasWorries: false },
      { days: [{ day: WEEK_AGO, answers: { bloating: 2 } }], events: [] },
      { first: LONG_AGO, last: WEEK_AGO }
    ])
    expect((later[0] as Frame).items.find(({ id }) => id === 'gas')?.active).toBe(false)
  })

  it('does not stand for days before it', async () => {
    const found = await readingEarly(['days', 'events'], ({ days, events }) =>
      stretchOf(days, events, dayAfter(LONG_AGO, -1), TODAY)
    )
    expect(found.days.map(({ day }) => day)).toEqual([LONG_AGO, WEEK_AGO])
    expect(await readingEarly(['days'], ({ days }) => days.get(LONG_AGO))).toMatchObject({ answers: { bloating: 1 } })
    expect(await readingEarly(['events'], ({ events }) => events.all(IDBKeyRange.only('course'), 'trackable'))).toEqual(
      []
    )
  })

  it('does not stand for what was not read', async () => {
    expect(await readingEarly(['local'], ({ local }) => local.all())).toEqual([])
  })

  it('holds no longer once something was written here', async () => {
    await saveAnswers(TODAY, { bloating: 7 })
    expect(await thisWeek()).toMatchObject({ days: [{ day: WEEK_AGO }, { day: TODAY, answers: { bloating: 7 } }] })
  })

  it('holds no longer once another tab has said that it wrote', async () => {
    const questions = asked()
    elsewhere.postMessage({ diary: 'own', tables: ['days'] })
    await expect
      .poll(async () => {
        await thisWeek()
        return questions.mock.calls.length
      })
      .toBeGreaterThan(0)
  })

  it('never held where another tab wrote before the app had an ear of its own', async () => {
    await disconnect()
    await runEarly()
    elsewhere.postMessage({ diary: 'own', tables: ['days'] })
    await expect.poll(() => (globalThis as { mendOpening?: { isStale?: true } }).mendOpening?.isStale).toBe(true)
    await connect()
    const questions = asked()
    await thisWeek()
    expect(questions).toHaveBeenCalled()
  })

  it('is an error where the question itself fails', async () => {
    await expect(readingEarly(['days'], () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  })
})
