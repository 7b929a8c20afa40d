import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { EventRecord } from '#domain/record.ts'
import { db, eraseDiary } from './database.ts'
import { useDiary } from './diary.ts'
import { saveAnswers } from './days.ts'
import { eventId, findEvents, removeEvent, saveEvent, watchCourses, watchEvents } from './events.ts'

const DAY = '2026-11-23'

beforeEach(async () => {
  await eraseDiary('own')
  useDiary('own')
})
afterEach(() => vi.restoreAllMocks())

const movement = (id: string, day = DAY): Omit<EventRecord, 'stamp'> => ({
  id: `${day}/${id}`,
  day,
  at: `${day}T07:40+01:00`,
  trackable: 'bowel-movement',
  value: { type: 4, urgency: true }
})
const course = (id: string, day: string, end?: string): Omit<EventRecord, 'stamp'> => ({
  id: `${day}/${id}`,
  day,
  trackable: 'antibiotic-course',
  value: { name: 'Amoxicillin', class: 'another kind', ...(end !== undefined && { end }) }
})
const stored = (id: string) => db().events.get(`${DAY}/${id}`)
async function recorded(id: string): Promise<EventRecord> {
  const event = await stored(id)
  if (!event || 'deleted' in event) throw new Error(`${id} is not recorded`)
  return event
}

describe('an event', () => {
  it('is stored as it happened, with a stamp of now', async () => {
    const before = Date.now()
    await saveEvent(movement('a'))
    expect(await stored('a')).toEqual({ ...movement('a'), stamp: expect.any(Number) })
    expect((await recorded('a')).stamp).toBeGreaterThanOrEqual(before)
  })

  it('has an id that begins with its day, another one each time', () => {
    expect(eventId(DAY)).toMatch(/^2026-11-23\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    expect(eventId(DAY)).not.toBe(eventId(DAY))
  })

  it('that is saved again is changed, with a later stamp, though the clock was set back', async () => {
    await saveEvent(movement('a'))
    const { stamp } = await recorded('a')
    vi.spyOn(Date, 'now').mockReturnValue(stamp - 3_600_000)
    await saveEvent({ ...movement('a'), value: { type: 6 } })
    const changed = await recorded('a')
    expect(changed.value).toEqual({ type: 6 })
    expect(changed.stamp).toBeGreaterThan(stamp)
    expect(await db().events.count()).toBe(1)
  })

  it('does not touch others of the same day', async () => {
    await Promise.all([saveEvent(movement('a')), saveEvent(movement('b'))])
    expect((await findEvents(DAY, DAY)).map(({ id }) => id)).toEqual([`${DAY}/a`, `${DAY}/b`])
  })
})

describe('an event that is removed', () => {
  it('leaves a stamped mark and nothing of its content', async () => {
    await saveEvent(movement('a'))
    const event = await recorded('a')
    await removeEvent(event)
    const mark = await stored('a')
    expect(mark).toEqual({
      id: `${DAY}/a`,
      day: DAY,
      trackable: 'bowel-movement',
      deleted: true,
      stamp: expect.any(Number)
    })
    expect(mark?.stamp).toBeGreaterThan(event.stamp)
  })

  it('is not found any more', async () => {
    await saveEvent(movement('a'))
    await saveEvent(movement('b'))
    await removeEvent(await recorded('a'))
    expect((await findEvents(DAY, DAY)).map(({ id }) => id)).toEqual([`${DAY}/b`])
  })

  it('comes back, with a later stamp, when it is saved again', async () => {
    await saveEvent(movement('a'))
    const event = await recorded('a')
    await removeEvent(event)
    const mark = await stored('a')
    const { stamp: _, ...rest } = event
    await saveEvent(rest)
    expect(await recorded('a')).toEqual({ ...movement('a'), stamp: expect.any(Number) })
    expect((await recorded('a')).stamp).toBeGreaterThan(mark?.stamp ?? Infinity)
  })
})

describe('a bowel movement', () => {
  it('clears the answer that there was none, and nothing else of the day', async () => {
    await saveAnswers(DAY, { 'no-bowel-movement': true, bloating: 3 })
    const before = await db().days.get(DAY)
    await saveEvent(movement('a'))
    const after = await db().days.get(DAY)
    expect(after?.answers).toEqual({ bloating: 3 })
    expect(after?.stamps['bloating']).toBe(before?.stamps['bloating'])
    expect(after?.stamps['no-bowel-movement']).toBeGreaterThan(before?.stamps['no-bowel-movement'] ?? Infinity)
  })

  it('leaves other days and days without that answer as they were', async () => {
    await saveAnswers('2026-11-22', { 'no-bowel-movement': true })
    await saveAnswers(DAY, { bloating: 3 })
    const before = await db().days.toArray()
    await saveEvent(movement('a'))
    expect(await db().days.toArray()).toEqual(before)
  })

  it('makes no row for a day without answers', async () => {
    await saveEvent(movement('a'))
    expect(await db().days.count()).toBe(0)
  })

  it('is not stored where the answer cannot be cleared: both or neither', async () => {
    // Dexie prints where a write failed, on top of rejecting.
    vi.spyOn(console, 'trace').mockReturnValue(undefined)
    await saveAnswers(DAY, { 'no-bowel-movement': true })
    const before = await db().days.get(DAY)
    const put = IDBObjectStore.prototype.put
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, row: unknown) {
      if (this.name === 'days') throw new DOMException('The disk is full.', 'QuotaExceededError')
      return put.call(this, row)
    })
    await expect(saveEvent(movement('a'))).rejects.toThrow('disk is full')
    vi.restoreAllMocks()
    expect(await db().events.count()).toBe(0)
    expect(await db().days.get(DAY)).toEqual(before)
  })

  it('is the only event that does so', async () => {
    await saveAnswers(DAY, { 'no-bowel-movement': true })
    await saveEvent({ ...movement('a'), trackable: 'training-session', value: { minutes: 30, effort: 4 } })
    expect((await db().days.get(DAY))?.answers).toEqual({ 'no-bowel-movement': true })
  })
})

describe('events', () => {
  it('are found by day from one to another, both included', async () => {
    const days = ['2026-11-01', '2026-11-02', '2026-11-02', '2026-11-03', '2026-11-04']
    await Promise.all(days.map((day, i) => saveEvent(movement(`${i}`, day))))
    expect((await findEvents('2026-11-02', '2026-11-03')).map(({ id }) => id)).toEqual([
      '2026-11-02/1',
      '2026-11-02/2',
      '2026-11-03/3'
    ])
    expect(await findEvents('2026-11-05', '2026-11-30')).toEqual([])
  })

  it('have any id behind the day', async () => {
    const ids = ['', '0', 'ffffffff-ffff-4fff-bfff-ffffffffffff', 'ÿ']
    await Promise.all(ids.map((id) => saveEvent(movement(id))))
    expect(await findEvents(DAY, DAY)).toHaveLength(4)
  })

  it('can be watched: what is added and removed is heard', async () => {
    const heard: number[] = []
    const subscription = watchEvents(DAY, DAY).subscribe((events) => heard.push(events.length))
    await expect.poll(() => heard).toEqual([0])
    await saveEvent(movement('a'))
    await expect.poll(() => heard.at(-1)).toBe(1)
    await removeEvent(await recorded('a'))
    await expect.poll(() => heard.at(-1)).toBe(0)
    subscription.unsubscribe()
  })

  it('that last are heard of whenever they began, and not those that were removed', async () => {
    await saveEvent(course('a', '2025-01-01'))
    await saveEvent(course('b', '2026-11-01', '2026-11-07'))
    await saveEvent(course('c', DAY))
    await saveEvent(movement('d'))
    await removeEvent(await recorded('c'))
    let heard: string[] = []
    const subscription = watchCourses().subscribe((events) => (heard = events.map(({ id }) => id)))
    await expect.poll(() => heard).toEqual(['2025-01-01/a', '2026-11-01/b'])
    subscription.unsubscribe()
  })
})
