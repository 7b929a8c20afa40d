import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Plan } from '#domain/plan/plan.ts'
import { sampleDiary } from '#domain/sample.ts'
import { db, eraseDiary, MendDatabase } from './database.ts'
import { useDiary } from './diary.ts'
import { findPlan, savePlan, watchPlans } from './plans.ts'
import { fillSample } from './sample.ts'

beforeEach(async () => {
  await eraseDiary('own')
  await eraseDiary('sample')
  useDiary('own')
})
afterEach(() => vi.restoreAllMocks())

const PLAN: Omit<Plan, 'stamp'> = {
  id: 'a',
  start: '2026-11-02',
  weeks: 26,
  isPostHoc: true,
  targets: ['bloating', 'fatigue'],
  pauses: [
    { from: '2026-11-20', to: '2026-11-24', why: 'illness' },
    { from: '2026-12-20', why: 'travel' }
  ]
}

describe('a plan', () => {
  it('is stored with its pauses and symptoms, and found as the one that is going on', async () => {
    expect(await findPlan()).toBeNull()
    await savePlan(PLAN)
    expect(await findPlan()).toEqual({ ...PLAN, stamp: expect.any(Number) })
  })

  it('that is saved again takes its own place, with a later stamp, and leaves nothing behind', async () => {
    await savePlan(PLAN)
    const first = await db().plans.get('a')
    vi.spyOn(Date, 'now').mockReturnValue((first?.stamp ?? 0) - 3_600_000)
    await savePlan({ id: 'a', start: '2026-11-09', weeks: 12 })
    const second = await findPlan()
    expect(second).toEqual({ id: 'a', start: '2026-11-09', weeks: 12, stamp: expect.any(Number) })
    expect(second?.stamp).toBeGreaterThan(first?.stamp ?? Infinity)
  })

  it('that was put aside is not going on, and is still there', async () => {
    await savePlan({ ...PLAN, ended: true, endedOn: '2026-12-01' })
    expect(await findPlan()).toBeNull()
    expect(await db().plans.toArray()).toEqual([
      { ...PLAN, ended: true, endedOn: '2026-12-01', stamp: expect.any(Number) }
    ])
  })
})

describe('plans', () => {
  it('can be watched, oldest first, those put aside among them', async () => {
    const heard: string[] = []
    const subscription = watchPlans().subscribe((plans) => heard.push(plans.map(({ id }) => id).join()))
    await expect.poll(() => heard).toEqual([''])
    await savePlan({ id: 'b', start: '2026-06-01', weeks: 12 })
    await expect.poll(() => heard.at(-1)).toBe('b')
    await savePlan({ id: 'a', start: '2026-11-02', weeks: 12 })
    await expect.poll(() => heard.at(-1)).toBe('b,a')
    await savePlan({ id: 'c', start: '2025-01-06', weeks: 12, ended: true })
    await expect.poll(() => heard.at(-1)).toBe('c,b,a')
    await savePlan({ id: 'b', start: '2027-06-01', weeks: 12 })
    await expect.poll(() => heard.at(-1)).toBe('c,a,b')
    subscription.unsubscribe()
  })
})

describe('the sample', () => {
  it('has steps and looks back of its plan, in the place of what was there', async () => {
    const sample = new MendDatabase('mend-sample')
    await sample.steps.put({ id: 'old', kind: 'other', name: 'Old', start: '2020-01-01', stamp: 1 })
    await sample.reviews.put({ id: 'old/4', plan: 'old', week: 4, day: '2020-01-28', text: 'Old', stamp: 1 })
    await sample.plans.put({ id: 'old', start: '2020-01-01', weeks: 12, stamp: 1 })
    await fillSample('2026-06-30')

    const [plan, ...more] = await sample.plans.toArray()
    expect(more).toEqual([])
    expect(plan).toMatchObject({ id: 'sample', start: '2026-01-14', targets: ['bloating', 'fatigue'] })
    const steps = await sample.steps.toArray()
    expect(steps.length).toBeGreaterThanOrEqual(4)
    for (const step of steps) {
      expect(step).toEqual(expect.objectContaining({ name: expect.any(String), stamp: expect.any(Number) }))
      expect('start' in step && step.start >= '2026-01-14' && step.start <= '2026-06-30').toBe(true)
    }
    const made = sampleDiary('2026-06-30').reviews
    expect(made.length).toBeGreaterThanOrEqual(3)
    const reviews = await sample.reviews.toArray()
    expect(reviews.sort((a, b) => a.week - b.week)).toEqual(
      made.map((review) => ({ ...review, id: `sample/${review.week}`, plan: 'sample', stamp: expect.any(Number) }))
    )
    const items = new Set((await sample.items.toArray()).map(({ id }) => id))
    expect(steps.filter((step) => 'item' in step && step.kind === 'supplement' && !items.has(step.item ?? ''))).toEqual(
      []
    )
    sample.close()

    await fillSample('2024-06-30')
    const again = new MendDatabase('mend-sample')
    expect(await again.steps.count()).toBe(steps.length)
    expect((await again.reviews.toArray()).every(({ day }) => day < '2024-06-30')).toBe(true)
    again.close()
  })

  it('leaves the own plan, steps and looks back alone', async () => {
    await savePlan(PLAN)
    await fillSample('2026-06-30')
    expect(await db().plans.count()).toBe(1)
    expect(await db().steps.count()).toBe(0)
    expect(await db().reviews.count()).toBe(0)
  })
})
