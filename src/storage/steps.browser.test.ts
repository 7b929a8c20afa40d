import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Step } from '#domain/plan/step.ts'
import { db, eraseDiary } from './database.ts'
import { useDiary } from './diary.ts'
import { findSteps, removeStep, saveStep, watchSteps } from './steps.ts'

beforeEach(async () => {
  await eraseDiary('own')
  useDiary('own')
})
afterEach(() => vi.restoreAllMocks())

const ZINC: Omit<Step, 'stamp'> = {
  id: 'zinc',
  kind: 'supplement',
  item: 'sup-zinc',
  name: 'Zinc',
  start: '2026-11-02',
  regimen: {
    product: 'Zinc 50',
    dose: 7.2,
    label: { amount: 50, form: 'gluconate' },
    timesPerDay: 2,
    slots: ['morning', 'with-meal']
  }
}
const SUGAR: Omit<Step, 'stamp'> = {
  id: 'sugar',
  kind: 'diet',
  name: 'Less sugar',
  start: '2026-10-01',
  end: '2026-12-01'
}
const odd = (() => 1) as unknown as number
const stampOf = async (id: string) => (await db().steps.get(id))?.stamp ?? Number.NaN

describe('a step', () => {
  it('is stored whole, with a stamp', async () => {
    await saveStep(ZINC)
    expect(await db().steps.get('zinc')).toEqual({ ...ZINC, stamp: expect.any(Number) })
    expect(await findSteps()).toEqual([{ ...ZINC, stamp: expect.any(Number) }])
  })

  it('that is saved again takes its own place, with a later stamp', async () => {
    await saveStep(ZINC)
    const stamp = await stampOf('zinc')
    vi.spyOn(Date, 'now').mockReturnValue(stamp - 3_600_000)
    const { regimen: _, ...plain } = ZINC
    await saveStep({ ...plain, end: '2026-11-20' })
    expect(await findSteps()).toEqual([{ ...plain, end: '2026-11-20', stamp: expect.any(Number) }])
    expect(await stampOf('zinc')).toBeGreaterThan(stamp)
  })

  it('is found in the order of the starts', async () => {
    await saveStep(ZINC)
    await saveStep({ ...ZINC, id: 'aloe', start: '2026-12-24' })
    await saveStep(SUGAR)
    expect((await findSteps()).map(({ id }) => id)).toEqual(['sugar', 'zinc', 'aloe'])
  })
})

describe('a step with choices of what is followed', () => {
  it('is written with them in one transaction', async () => {
    const begin = vi.spyOn(IDBDatabase.prototype, 'transaction')
    await saveStep(ZINC, { 'sup-zinc': { on: true, usual: 7.2, times: 2, slots: ['morning'] }, gas: { on: false } })
    expect(begin.mock.calls.filter(([, mode]) => mode === 'readwrite')).toHaveLength(1)
    expect(await db().items.get('sup-zinc')).toEqual({
      id: 'sup-zinc',
      on: true,
      usual: 7.2,
      times: 2,
      slots: ['morning'],
      stamp: expect.any(Number)
    })
    expect(await db().items.get('gas')).toMatchObject({ on: false })
  })

  it('is not written when a choice fails, and neither are the other choices', async () => {
    // Dexie prints where a write failed, on top of rejecting.
    vi.spyOn(console, 'trace').mockReturnValue(undefined)
    await saveStep(SUGAR)
    const failed = saveStep({ ...SUGAR, name: 'No sugar' }, { gas: { on: false }, bloating: { order: odd } })
    await expect(failed).rejects.toThrow(expect.objectContaining({ name: 'DataCloneError' }))
    await expect(saveStep(ZINC, { bloating: { order: odd } })).rejects.toThrow()
    expect((await findSteps()).map(({ name }) => name)).toEqual(['Less sugar'])
    expect(await db().items.count()).toBe(0)
  })

  it('does not change them when it fails itself', async () => {
    vi.spyOn(console, 'trace').mockReturnValue(undefined)
    const failed = saveStep(
      { ...ZINC, regimen: { dose: odd, timesPerDay: 1, slots: [] } },
      { 'sup-zinc': { on: true } }
    )
    await expect(failed).rejects.toThrow(expect.objectContaining({ name: 'DataCloneError' }))
    expect(await db().steps.count()).toBe(0)
    expect(await db().items.count()).toBe(0)
  })
})

describe('a removed step', () => {
  it('leaves a mark without content, with a later stamp', async () => {
    await saveStep(ZINC)
    const stamp = await stampOf('zinc')
    await removeStep({ id: 'zinc' })
    expect(await db().steps.toArray()).toEqual([{ id: 'zinc', deleted: true, stamp: expect.any(Number) }])
    expect(await stampOf('zinc')).toBeGreaterThan(stamp)
    expect(await findSteps()).toEqual([])
  })

  it('is there again when it is saved again, with a stamp later than that of the mark', async () => {
    await saveStep(ZINC)
    await removeStep(ZINC)
    const stamp = await stampOf('zinc')
    vi.spyOn(Date, 'now').mockReturnValue(stamp - 3_600_000)
    await saveStep(ZINC)
    expect(await findSteps()).toEqual([{ ...ZINC, stamp: expect.any(Number) }])
    expect(await stampOf('zinc')).toBeGreaterThan(stamp)
  })
})

describe('steps', () => {
  it('can be watched: each change is heard once it is stored', async () => {
    const heard: string[] = []
    const subscription = watchSteps().subscribe((steps) => heard.push(steps.map(({ id }) => id).join()))
    await expect.poll(() => heard).toEqual([''])
    await saveStep(ZINC)
    await expect.poll(() => heard).toEqual(['', 'zinc'])
    await saveStep(SUGAR)
    await expect.poll(() => heard.at(-1)).toBe('sugar,zinc')
    await removeStep(ZINC)
    await expect.poll(() => heard.at(-1)).toBe('sugar')
    subscription.unsubscribe()
  })
})
