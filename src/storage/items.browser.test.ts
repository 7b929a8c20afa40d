import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { db, eraseDiary } from './database.ts'
import { useDiary } from './diary.ts'
import { watchFrame } from './frame.ts'
import { findItems, saveItems, saveOwnItem } from './items.ts'

beforeEach(async () => {
  await eraseDiary('own')
  useDiary('own')
})
afterEach(() => vi.restoreAllMocks())

const itemOf = async (id: string) => (await findItems()).find((item) => item.id === id)
const stored = (id: string) => db().items.get(id)

describe('a choice', () => {
  it('is none at first: the catalogue is not written into the database', async () => {
    expect((await findItems()).length).toBeGreaterThan(50)
    expect(await db().items.count()).toBe(0)
  })

  it('is stored with a stamp and laid over the catalogue', async () => {
    await saveItems({ 'sup-zinc': { on: true, usual: 15 } })
    expect(await stored('sup-zinc')).toEqual({ id: 'sup-zinc', on: true, usual: 15, stamp: expect.any(Number) })
    expect(await itemOf('sup-zinc')).toMatchObject({ name: 'Zinc', active: true, usual: 15 })
  })

  it('leaves as they were the choices that it does not name', async () => {
    await saveItems({ walking: { on: true, target: { per: 'day', at: 'least', value: 45 } } })
    const first = await stored('walking')
    await saveItems({ walking: { on: false } })
    const second = await stored('walking')
    expect(second).toEqual({ ...first, on: false, stamp: expect.any(Number) })
    expect(second?.stamp).toBeGreaterThan(first?.stamp ?? Infinity)
  })

  it('can take a target away, which is not the same as never having chosen one', async () => {
    await saveItems({ water: { target: null } })
    expect(await itemOf('water')).not.toHaveProperty('target')
    expect(await itemOf('walking')).toHaveProperty('target')
  })

  it('keeps its stamp from going backwards when the clock is set back', async () => {
    await saveItems({ gas: { on: false } })
    const stamp = (await stored('gas'))?.stamp ?? Infinity
    vi.spyOn(Date, 'now').mockReturnValue(stamp - 3_600_000)
    await saveItems({ gas: { on: true } })
    expect((await stored('gas'))?.stamp).toBeGreaterThan(stamp)
  })

  it('to put an item away keeps everything else of it', async () => {
    await saveItems({ gas: { order: 7, on: true } })
    await saveItems({ gas: { archived: true } })
    expect(await itemOf('gas')).toMatchObject({ active: false, archived: true, order: 7 })
    await saveItems({ gas: { archived: false } })
    expect(await itemOf('gas')).toMatchObject({ active: true, archived: false, order: 7 })
  })
})

describe('choices that are made together', () => {
  it('change places in one step', async () => {
    await saveItems({ bloating: { order: 2000 }, gas: { order: 1000 } })
    expect((await findItems()).slice(0, 2).map(({ id }) => id)).toEqual(['gas', 'bloating'])
  })

  it('are all stored, or none', async () => {
    // Dexie prints where a write failed, on top of rejecting.
    vi.spyOn(console, 'trace').mockReturnValue(undefined)
    const odd = { order: (() => 1) as unknown as number }
    await expect(saveItems({ bloating: { order: 2000 }, gas: odd })).rejects.toThrow(
      expect.objectContaining({ name: 'DataCloneError' })
    )
    expect(await db().items.count()).toBe(0)
  })

  it('from two places at once both survive', async () => {
    await Promise.all([saveItems({ walking: { on: false } }), saveItems({ walking: { order: 3 } })])
    expect(await stored('walking')).toMatchObject({ on: false, order: 3 })
  })
})

describe('an item of one’s own', () => {
  it('is followed from the start, under an id that no built-in item has', async () => {
    const id = await saveOwnItem({ name: 'Hiccups', category: 'systemic', kind: 'scale' }, 14_500)
    expect(id).toMatch(/^own-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    expect(await itemOf(id)).toMatchObject({ name: 'Hiccups', kind: 'scale', active: true, isOwn: true, order: 14_500 })
  })

  it('keeps its definition when it is put away', async () => {
    const id = await saveOwnItem({ name: 'Ginger', category: 'supplement', kind: 'dose', unit: 'g' }, 1)
    await saveItems({ [id]: { archived: true } })
    expect(await itemOf(id)).toMatchObject({ name: 'Ginger', unit: 'g', archived: true, active: false })
  })

  it('of the same name twice is two items', async () => {
    const own = { name: 'Ginger', category: 'limit', kind: 'exposure' } as const
    expect(await saveOwnItem(own, 1)).not.toBe(await saveOwnItem(own, 2))
    expect((await findItems()).filter(({ name }) => name === 'Ginger')).toHaveLength(2)
  })
})

describe('items', () => {
  it('can be watched: a choice is heard once it is stored', async () => {
    const heard: (boolean | undefined)[] = []
    const subscription = watchFrame().subscribe(({ items }) => heard.push(items.find(({ id }) => id === 'gas')?.active))
    await expect.poll(() => heard).toEqual([true])
    await saveItems({ gas: { on: false } })
    await expect.poll(() => heard).toEqual([true, false])
    subscription.unsubscribe()
  })
})
