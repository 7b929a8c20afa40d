import { describe, expect, it } from 'vitest'
import type { DayRecord, EventRecord } from '#domain/record.ts'
import { trackedOf, type ItemChoice, type Tracked } from '#domain/tracked.ts'
import { canShade, shadesOf, windowsOf } from './windows.ts'

const TODAY = '2026-11-23'
function itemOf(id: string, choice: Partial<ItemChoice> = {}): Tracked {
  const item = trackedOf([{ id, stamp: 0, ...choice }]).find((one) => one.id === id)
  if (!item) throw new Error(`nothing is called ${id}`)
  return item
}
const day = (day: string, answers: DayRecord['answers']): DayRecord => ({ day, answers, stamps: {} })
const course = (from: string, end?: string): EventRecord => ({
  id: `${from}/x`,
  day: from,
  trackable: 'antibiotic-course',
  value: { name: 'Amoxicillin', class: 'another kind', ...(end !== undefined && { end }) },
  stamp: 1
})

describe('the windows of a course', () => {
  it('reach two weeks beyond its end, or as long as the person says', () => {
    const events = [course('2026-10-01', '2026-10-07')]
    expect(windowsOf(itemOf('antibiotic-course'), { days: [], events }, TODAY)).toEqual([
      { from: '2026-10-01', to: '2026-10-21' }
    ])
    expect(windowsOf(itemOf('antibiotic-course', { after: 3 }), { days: [], events }, TODAY)).toEqual([
      { from: '2026-10-01', to: '2026-10-10' }
    ])
  })

  it('reach to today while it goes on, and never beyond', () => {
    expect(windowsOf(itemOf('antibiotic-course'), { days: [], events: [course('2026-11-20')] }, TODAY)).toEqual([
      { from: '2026-11-20', to: TODAY }
    ])
  })

  it('are one where they touch', () => {
    const events = [course('2026-10-20', '2026-10-22'), course('2026-10-01', '2026-10-07')]
    expect(windowsOf(itemOf('antibiotic-course'), { days: [], events }, TODAY)).toEqual([
      { from: '2026-10-01', to: '2026-11-05' }
    ])
  })
})

describe('what charts shade', () => {
  const diary = { days: [day('2026-11-05', { alcohol: 2 })], events: [course('2026-10-01', '2026-10-03')] }
  const items = [itemOf('antibiotic-course', { after: 1 }), itemOf('alcohol', { on: true }), itemOf('bloating')]

  it('is courses, unless something else is chosen', () => {
    expect(shadesOf(items, diary, TODAY)).toEqual([{ from: '2026-10-01', to: '2026-10-04', text: 'Antibiotic course' }])
    expect(shadesOf(items, diary, TODAY, ['alcohol']).map(({ from, to }) => [from, to])).toEqual([
      ['2026-11-05', '2026-11-05']
    ])
    expect(shadesOf(items, diary, TODAY, [])).toEqual([])
  })
})

describe('the windows of an exposure', () => {
  it('are the days with any of it; none and not recorded are no window', () => {
    const days = [
      day('2026-11-01', { gluten: 1 }),
      day('2026-11-02', { gluten: 2 }),
      day('2026-11-03', { gluten: 0 }),
      day('2026-11-04', {}),
      day('2026-11-05', { gluten: 1 })
    ]
    expect(windowsOf(itemOf('gluten'), { days, events: [] }, TODAY)).toEqual([
      { from: '2026-11-01', to: '2026-11-02' },
      { from: '2026-11-05', to: '2026-11-05' }
    ])
    expect(windowsOf(itemOf('gluten', { after: 2 }), { days, events: [] }, TODAY)).toEqual([
      { from: '2026-11-01', to: '2026-11-07' }
    ])
  })

  it('are not made of symptoms', () => {
    expect(canShade(itemOf('bloating'))).toBe(false)
    expect(canShade(itemOf('alcohol'))).toBe(true)
    expect(canShade(itemOf('nsaid-dose'))).toBe(true)
  })
})
