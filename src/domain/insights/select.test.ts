import { describe, expect, it } from 'vitest'
import { dayAfter, type Day } from '#domain/day.ts'
import type { AnswerValue, DayRecord, EventRecord, EventValue } from '#domain/record.ts'
import { trackedOf, type Tracked } from '#domain/tracked.ts'
import { exposureOn, exposuresOf, selectPairs, symptomsOf, type InsightInput, type ReadyPair } from './select.ts'

const FIRST: Day = '2026-01-05'
const following = (...ids: string[]): Tracked[] =>
  trackedOf([]).map((item) => ({ ...item, active: ids.includes(item.id) }))
const recorded = (answers: Record<string, AnswerValue>, d: number): DayRecord => ({
  day: dayAfter(FIRST, d),
  answers,
  stamps: {}
})
const happened = (trackable: string, d: number, value: EventValue): EventRecord => ({
  id: `${dayAfter(FIRST, d)}/${trackable}`,
  day: dayAfter(FIRST, d),
  trackable,
  value,
  stamp: 1
})

/** `n` days with bloating and one more answer, null for none. */
function inputOf(n: number, id: string, answer: (d: number) => AnswerValue | null): InsightInput {
  const days = Array.from({ length: n }, (_, d) => {
    const value = answer(d)
    return recorded({ bloating: d % 7, ...(value !== null && { [id]: value }) }, d)
  })
  return {
    days,
    events: [],
    items: following('bloating', id),
    targets: ['bloating'],
    origin: null,
    from: FIRST,
    to: dayAfter(FIRST, n - 1)
  }
}
const onlyPair = (input: InsightInput) => {
  const { pairs } = selectPairs(input)
  expect(pairs).toHaveLength(1)
  return pairs[0]
}

describe('what is looked at', () => {
  it('are the targets, else the first three symptoms followed', () => {
    const items = following('bloating', 'gas', 'fatigue', 'low-mood', 'sleep-quality')
    expect(symptomsOf(items, ['fatigue']).map(({ id }) => id)).toEqual(['fatigue'])
    expect(symptomsOf(items, []).map(({ id }) => id)).toHaveLength(3)
    expect(symptomsOf(items, ['gone']).map(({ id }) => id)).toHaveLength(3)
    expect(symptomsOf(items, []).map(({ id }) => id)).not.toContain('sleep-quality')
  })

  it('are no symptoms, no environment, nothing that is not followed, and no reactions', () => {
    const ids = exposuresOf(
      following('bloating', 'gluten', 'alcohol', 'air-exposure', 'food-reaction', 'water', 'meal-pace', 'diet-pattern')
    ).map(({ id }) => id)
    expect(ids).toEqual(['gluten', 'alcohol', 'meal-pace'])
  })
})

describe('days with and without', () => {
  const item = (id: string) => following(id).find((one) => one.id === id) as Tracked

  it('need an answer, where one is asked for', () => {
    const days = [recorded({ gluten: 2 }, 0), recorded({ gluten: 0 }, 1), recorded({ alcohol: 10 }, 2)]
    const at = exposureOn(item('gluten'), { days, events: [] })
    expect([0, 1, 2, 3].map((d) => at(dayAfter(FIRST, d)))).toEqual([1, 0, null, null])
  })

  it('of a medicine are those it was noted on, and others with any record', () => {
    const days = [0, 1, 2, 4].map((d) => recorded({ bloating: 1 }, d))
    const events = [happened('nsaid-dose', 1, { drug: 'ibuprofen' }), happened('nsaid-dose', 1, { drug: 'ibuprofen' })]
    const at = exposureOn(item('nsaid-dose'), { days, events })
    expect([0, 1, 2, 3, 4].map((d) => at(dayAfter(FIRST, d)))).toEqual([0, 2, 0, null, 0])
    const later = exposureOn(item('nsaid-dose'), { days, events }, { fromFirst: true })
    expect([0, 1, 2].map((d) => later(dayAfter(FIRST, d)))).toEqual([null, 2, 0])
  })

  it('of a course are all that it covers; an open one goes on to the last record', () => {
    const days = [0, 1, 5, 6].map((d) => recorded({ bloating: 1 }, d))
    const course = { name: 'Amoxicillin', class: 'not sure' }
    const ended = exposureOn(item('antibiotic-course'), {
      days,
      events: [happened('antibiotic-course', 1, { ...course, end: dayAfter(FIRST, 3) })]
    })
    expect([0, 1, 2, 3, 4, 5].map((d) => ended(dayAfter(FIRST, d)))).toEqual([0, 1, 1, 1, null, 0])
    const open = exposureOn(item('antibiotic-course'), { days, events: [happened('antibiotic-course', 5, course)] })
    expect([4, 5, 6, 7].map((d) => open(dayAfter(FIRST, d)))).toEqual([null, 1, 1, null])
  })
})

describe('a pair that is left out', () => {
  it('has fewer than eight weeks', () => {
    expect(onlyPair(inputOf(42, 'gluten', (d) => d % 2))).toMatchObject({ why: 'weeks', more: 14, withDays: 21 })
    expect(onlyPair(inputOf(0, 'gluten', () => 0))).toMatchObject({ why: 'weeks', more: 56, withDays: 0 })
  })

  it('is not said on enough days', () => {
    // 35 of the 69 days from the first answer on: m more give (35 + m) / (69 + m) = 0.6.
    expect(onlyPair(inputOf(70, 'gluten', (d) => (d % 2 || d === 69 ? d % 3 && 1 : null)))).toMatchObject({
      why: 'recorded',
      more: 16
    })
  })

  it('is only said on days with it', () => {
    const ill = inputOf(70, 'confounder-illness', (d) => (d > 20 && d < 26 ? true : null))
    expect(onlyPair(ill)).toMatchObject({ why: 'recorded', more: 35, withDays: 5, withoutDays: 0 })
  })

  it('is there too rarely, in too few weeks, nearly always or hardly ever', () => {
    expect(onlyPair(inputOf(70, 'gluten', (d) => (d % 10 === 0 ? 1 : 0)))).toMatchObject({ why: 'with', more: 1 })
    expect(onlyPair(inputOf(70, 'gluten', (d) => (d < 14 ? 1 : 0)))).toMatchObject({ why: 'with', more: 2 })
    expect(onlyPair(inputOf(70, 'gluten', (d) => (d % 11 === 0 ? 0 : 1)))).toMatchObject({ why: 'contrast', more: 1 })
    expect(onlyPair(inputOf(70, 'gluten', () => 0))).toMatchObject({ why: 'contrast', withDays: 0, withoutDays: 70 })
    expect(onlyPair(inputOf(60, 'gluten', (d) => (d % 9 === 0 ? 0 : 1)))).toMatchObject({ why: 'without', more: 1 })
  })

  it('has a reason and a whole number of days, one at least, whatever the record', () => {
    for (const n of [1, 30, 56, 90, 200]) {
      for (const every of [2, 3, 5, 9, 30]) {
        for (const { is, ...pair } of selectPairs(inputOf(n, 'dairy', (d) => (d % every === 0 ? 1 : 0))).pairs) {
          if (is === 'ready') continue
          const { more } = pair as { more: number }
          expect(Number.isInteger(more) && more >= 1).toBe(true)
        }
      }
    }
  })
})

describe('a pair that is ready', () => {
  it('has whole weeks that end with the last record', () => {
    const pair = onlyPair(inputOf(60, 'gluten', (d) => d % 2)) as ReadyPair
    expect(pair).toMatchObject({ is: 'ready', kind: 'days' })
    expect(pair.x).toHaveLength(63)
    expect(pair.x.slice(0, 5)).toEqual([null, null, null, 0, 1])
    expect(pair.x.at(-1)).toBe(1)
    expect(pair).not.toHaveProperty('above')
  })

  it('counts weeks from the origin where there is one', () => {
    const pair = onlyPair({ ...inputOf(63, 'gluten', (d) => d % 2), origin: dayAfter(FIRST, 30) }) as ReadyPair
    expect(pair.x).toHaveLength(70)
    expect(pair.x.slice(0, 6)).toEqual([null, null, null, null, null, 0])
  })

  it('has its amounts, too, where there are five or more', () => {
    const drinks = [0, 0, 10, 0, 20, 30, 40]
    const { pairs } = selectPairs(inputOf(70, 'alcohol', (d) => drinks[d % 7] ?? 0))
    expect(pairs.map(({ kind }) => kind)).toEqual(['days', 'amount'])
    expect((pairs[1] as ReadyPair).x.slice(0, 7)).toEqual(drinks)
    expect((pairs[0] as ReadyPair).x.slice(0, 7)).toEqual([0, 0, 1, 0, 1, 1, 1])
    expect(selectPairs(inputOf(70, 'alcohol', (d) => 10 * (d % 4))).pairs).toHaveLength(1)
  })

  it('is divided at the personal median where it is there on most days', () => {
    const { pairs } = selectPairs(inputOf(70, 'walking', (d) => 10 * (1 + (d % 7))))
    expect(pairs[0]).toMatchObject({ is: 'ready', above: 40 })
    expect((pairs[0] as ReadyPair).x.slice(0, 7)).toEqual([0, 0, 0, 0, 1, 1, 1])
  })

  it('is one of ten exposures; those beyond are named', () => {
    const ids = ['gluten', 'dairy', 'upf', 'added-sugar', 'seed-oils', 'confounder-illness', 'confounder-travel']
    const habits = ['meal-pace', 'chewed-well', 'water-filtered', 'bs-postmeal-walk', 'bs-protein-first']
    const yes = (id: string, d: number) => (ids.slice(0, 5).includes(id) ? d % 2 : d % 2 === 0)
    const all = [...ids, ...habits]
    const days = Array.from({ length: 70 }, (_, d) =>
      recorded({ bloating: d % 5, ...Object.fromEntries(all.map((id) => [id, yes(id, d)])) }, d)
    )
    const input = { ...inputOf(70, 'gluten', () => 0), days, items: following('bloating', ...all) }
    const { pairs } = selectPairs(input)
    expect(pairs).toHaveLength(12)
    expect(pairs.filter(({ is }) => is === 'ready')).toHaveLength(10)
    const out = pairs.filter(({ is }) => is === 'untested')
    expect(out.map((pair) => ('why' in pair ? pair.why : ''))).toEqual(['limit', 'limit'])
    expect(out.every(({ exposure }) => habits.includes(exposure))).toBe(true)
  })
})
