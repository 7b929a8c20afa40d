import { describe, expect, it } from 'vitest'
import { ABOUT_YOU, type AboutId } from '#domain/care/about-you.ts'
import { dayAfter, type Day } from '#domain/day.ts'
import type { PresetId } from '#domain/elimination/protocol.ts'
import type { Regimen, Step, ZincForm } from '#domain/plan/step.ts'
import type { CourseValue, EventRecord } from '#domain/record.ts'
import { BANNED } from '#domain/stats/words.ts'
import { trackedOf, type ItemChoice } from '#domain/tracked.ts'
import { CAUTIONS, cautionsFor, type CautionInput } from './cautions.ts'

const TODAY: Day = '2026-11-23'

type Choice = Omit<ItemChoice, 'stamp'>
const itemsOf = (...choices: Choice[]) =>
  trackedOf(choices.map((choice) => ({ ...choice, stamp: 1 }))).filter(
    // Only what the test switches on.
    ({ id }) => choices.some((choice) => choice.id === id) || id.startsWith('sup-')
  )
const on = (...ids: string[]): Choice[] => ids.map((id) => ({ id, on: true }))
const own = (id: string, name: string, unit: string, usual?: number, times?: number): Choice => ({
  id,
  on: true,
  own: { name, category: 'supplement', kind: 'dose', unit },
  ...(usual !== undefined && { usual }),
  ...(times !== undefined && { times })
})

let made = 0
const step = (item: string | undefined, regimen: Partial<Regimen> = {}, more: Partial<Step> = {}): Step => ({
  id: `step-${++made}`,
  kind: 'supplement',
  ...(item !== undefined && { item }),
  name: 'A product',
  start: dayAfter(TODAY, -10),
  regimen: { timesPerDay: 1, slots: [], ...regimen },
  stamp: 1,
  ...more
})
const course = (kind: string, from: number, to: number | undefined, id = 'course'): EventRecord => ({
  id,
  day: dayAfter(TODAY, from),
  trackable: 'antibiotic-course',
  value: {
    name: 'Some tablets',
    class: kind,
    ...(to !== undefined && { end: dayAfter(TODAY, to) })
  } satisfies CourseValue,
  stamp: 1
})

const found = (given: Partial<CautionInput> = {}) =>
  cautionsFor({ today: TODAY, items: itemsOf(), steps: [], courses: [], about: [], ...given })
const ids = (given: Partial<CautionInput>) => found(given).map(({ id }) => id)
const has = (given: Partial<CautionInput>, start: string) => ids(given).some((id) => id.startsWith(start))
const amount = (given: Partial<CautionInput>) => found(given).find(({ where }) => where === 'amount')

describe('what is taken or eaten', () => {
  it('has nothing to be said about it where there is nothing', () => {
    expect(found({ about: ABOUT_YOU.map(({ id }) => id) })).toEqual([])
  })

  it.each<[string, string[]]>([
    ['sup-zinc', ['zinc-long', 'zinc-medicines']],
    ['sup-probiotic', ['probiotic']],
    ['sup-aloe', ['aloe-leaf', 'aloe-people']],
    ['sup-colostrum', ['colostrum-people']],
    ['sup-glutamine', ['glutamine-people']],
    ['organ-meat', ['liver']],
    ['nsaid-dose', ['nsaid']],
    ['alcohol', ['alcohol']],
    ['fermented-food', []],
    ['bs-regular-meals', []],
    ['water', []]
  ])('%s', (item, expected) => {
    expect(ids({ items: itemsOf(...on(item)) })).toEqual(expected)
    expect(ids({ items: itemsOf({ id: item, on: false }) })).toEqual([])
    for (const { of } of found({ items: itemsOf(...on(item)) })) expect(of).toEqual([item])
  })

  it.each<[string, string]>([
    ['Zinc picolinate', 'zinc'],
    ['Lactobacillus GG', 'probiotic'],
    ['Aloe Vera Gel', 'aloe'],
    ['Cod liver oil', 'vitamin-a'],
    ['Cod liver oil', 'omega-3'],
    ['Omega 3', 'omega-3'],
    ['Retinol', 'vitamin-a']
  ])('a product of one’s own is known by its name: %s', (name, caution) => {
    expect(has({ items: itemsOf(own('own-1', name, '{capsule}')) }, caution)).toBe(true)
    const noted = found({ steps: [step(undefined, {}, { name })] }).find(({ id }) => id.startsWith(caution))
    expect(noted?.of).toEqual([`step-${made}`])
    expect(has({ steps: [step(undefined, { product: name })] }, caution)).toBe(true)
  })

  it('is over when its last day is', () => {
    expect(ids({ steps: [step('sup-aloe', {}, { end: dayAfter(TODAY, -1) })] })).toEqual([])
    expect(has({ steps: [step('sup-aloe', {}, { end: TODAY })] }, 'aloe')).toBe(true)
    expect(has({ steps: [step('sup-aloe', {}, { start: dayAfter(TODAY, 9) })] }, 'aloe')).toBe(true)
    expect(ids({ steps: [step('sup-aloe', {}, { kind: 'other' })] })).toEqual([])
  })
})

describe('what somebody said about themselves', () => {
  it.each<[AboutId, string, string]>([
    ['immunity', 'sup-probiotic', 'probiotic/immunity'],
    ['immunity', 'fermented-food', 'ferments/immunity'],
    ['kidney', 'sup-aloe', 'aloe-people/kidney'],
    ['milk-allergy', 'sup-colostrum', 'colostrum-people/milk-allergy'],
    ['bipolar', 'sup-glutamine', 'glutamine-people/bipolar'],
    ['pregnant', 'organ-meat', 'liver/pregnant'],
    ['penicillamine', 'sup-zinc', 'zinc-medicines/penicillamine'],
    ['diabetes', 'bs-regular-meals', 'blood-sugar/diabetes'],
    ['under-18', 'sup-zinc', 'any-supplement/under-18']
  ])('%s with %s', (about, item, id) => {
    const cautions = found({ items: itemsOf(...on(item)), about: [about] })
    const caution = cautions.find((one) => one.id === id)
    expect(caution?.yours).toEqual([ABOUT_YOU.find((one) => one.id === about)?.noun])
    // It comes first, and what was seen without it is shown anew.
    expect(cautions[0]?.yours).not.toEqual([])
    expect(ids({ items: itemsOf(...on(item)) })).not.toContain(id)
  })

  it('that does not matter here changes nothing', () => {
    const items = itemsOf(...on('sup-zinc'))
    expect(found({ items, about: ['from-50', 'bowel'] })).toEqual(found({ items }))
  })
})

describe('together', () => {
  const zinc = step('sup-zinc', { dose: 10 })
  it.each<[string, Partial<CautionInput>, boolean]>([
    ['an antibiotic that it binds', { courses: [course('tetracycline', -2, 3)] }, true],
    ['another such kind', { courses: [course('quinolone', -2, undefined)] }, true],
    ['one of which the kind is not known', { courses: [course('not sure', -2, 3)] }, true],
    ['another kind', { courses: [course('another kind', -2, 3)] }, false],
    ['one that ends today', { courses: [course('tetracycline', -5, 0)] }, true],
    ['one that is over', { courses: [course('tetracycline', -9, -1)] }, false],
    [
      'one that ends before the zinc begins',
      { steps: [step('sup-zinc', {}, { start: dayAfter(TODAY, 5) })], courses: [course('tetracycline', 0, 4)] },
      false
    ],
    [
      'one that begins after the zinc ends',
      { steps: [step('sup-zinc', {}, { end: dayAfter(TODAY, 2) })], courses: [course('tetracycline', 3, 9)] },
      false
    ],
    ['no zinc', { steps: [step('sup-glutamine')], courses: [course('tetracycline', -2, 3)] }, false]
  ])('zinc and %s', (_, given, expected) => {
    expect(has({ steps: [zinc], ...given }, 'zinc-antibiotic')).toBe(expected)
  })

  it('names the course, and says it again of the next one', () => {
    const of = (id: string) =>
      found({ steps: [zinc], courses: [course('not sure', -2, 3, id)] }).find(({ where }) => where === 'combination')
    expect(of('a')?.id).toBe('zinc-antibiotic/a')
    expect(of('b')?.id).toBe('zinc-antibiotic/b')
    expect(of('a')?.text).toContain('(Some tablets)')
    expect(of('a')?.of).toEqual([zinc.id, 'sup-zinc', 'antibiotic-course'])
  })

  it('probiotics up to a month after an antibiotic of any kind', () => {
    const steps = [step('sup-probiotic')]
    expect(has({ steps, courses: [course('another kind', -40, -30)] }, 'probiotic-antibiotic')).toBe(true)
    expect(has({ steps, courses: [course('another kind', -40, -31)] }, 'probiotic-antibiotic')).toBe(false)
  })

  it.each<[PresetId, boolean]>([
    ['dairy-free', true],
    ['aip', true],
    ['paleo', true],
    ['gluten-free', false],
    ['single-food', false]
  ])('colostrum and %s', (preset, expected) => {
    const given = { items: itemsOf(...on('sup-colostrum')), preset }
    expect(has(given, 'colostrum-dairy')).toBe(expected)
    expect(has({ preset }, 'colostrum-dairy')).toBe(false)
  })

  it('liver and vitamin A', () => {
    expect(has({ items: itemsOf(...on('organ-meat'), own('own-a', 'Vitamin A', 'ug')) }, 'vitamin-a-liver')).toBe(true)
    expect(has({ items: itemsOf(own('own-a', 'Vitamin A', 'ug')) }, 'vitamin-a-liver')).toBe(false)
  })

  it('carnivore has a caution of its own', () => {
    expect(ids({ preset: 'carnivore' })).toEqual(['carnivore'])
    expect(ids({ preset: 'carnivore', about: ['diabetes'] })).toEqual(['carnivore/diabetes'])
    expect(ids({ preset: 'aip' })).toEqual([])
  })
})

describe('amounts', () => {
  it.each<[string, Partial<CautionInput>, string | undefined]>([
    ['25 mg of zinc', { steps: [step('sup-zinc', { dose: 25 })] }, undefined],
    ['25.1 mg', { steps: [step('sup-zinc', { dose: 25.1 })] }, 'zinc-over-25/25.1'],
    ['twice 15 mg', { steps: [step('sup-zinc', { dose: 15, timesPerDay: 2 })] }, 'zinc-over-25/30'],
    ['40 mg', { steps: [step('sup-zinc', { dose: 40 })] }, 'zinc-over-25/40'],
    ['41 mg', { steps: [step('sup-zinc', { dose: 41 })] }, 'zinc-over-40/41'],
    ['35 mg under 18', { steps: [step('sup-zinc', { dose: 35 })], about: ['under-18'] }, 'zinc-over-34/35'],
    ['34 mg under 18', { steps: [step('sup-zinc', { dose: 34 })], about: ['under-18'] }, 'zinc-over-25/34'],
    [
      'two products',
      {
        steps: [step('sup-zinc', { dose: 15 }), step('own-z', { dose: 0.012 })],
        items: itemsOf(own('own-z', 'Zinc lozenge', 'g'))
      },
      'zinc-over-25/27'
    ],
    [
      'one on the plan, one only followed',
      { steps: [step('sup-zinc', { dose: 15 })], items: itemsOf(own('own-z', 'Zinc lozenge', 'mg', 6, 2)) },
      'zinc-over-25/27'
    ],
    [
      'one on the plan and followed',
      { steps: [step('sup-zinc', { dose: 15 })], items: itemsOf({ id: 'sup-zinc', on: true, usual: 15 }) },
      undefined
    ],
    [
      'two that follow each other',
      {
        steps: [
          step('sup-zinc', { dose: 15 }, { end: TODAY }),
          step('sup-zinc', { dose: 15 }, { start: dayAfter(TODAY, 1) })
        ]
      },
      undefined
    ],
    [
      'two that overlap later',
      {
        steps: [
          step('sup-zinc', { dose: 15 }, { end: dayAfter(TODAY, 1) }),
          step('sup-zinc', { dose: 15 }, { start: dayAfter(TODAY, 1) })
        ]
      },
      'zinc-over-25/30'
    ],
    ['15 g of glutamine', { steps: [step('sup-glutamine', { dose: 5, timesPerDay: 3 })] }, undefined],
    ['16 g', { steps: [step('sup-glutamine', { dose: 16 })] }, 'glutamine-over-15/16'],
    ['41 g', { steps: [step('sup-glutamine', { dose: 41 })] }, 'glutamine-over-40/41'],
    ['16,000 mg', { items: itemsOf(own('own-g', 'Glutamine powder', 'mg', 16_000)) }, 'glutamine-over-15/16'],
    ['1500 µg of vitamin A', { items: itemsOf(own('own-a', 'Vitamin A', 'ug', 1500)) }, undefined],
    ['5001 units of it', { items: itemsOf(own('own-a', 'Vitamin A', '[iU]', 5001)) }, 'vitamin-a-over-1500/1500.3'],
    ['10,010 units of it', { items: itemsOf(own('own-a', 'Vitamin A', '[iU]', 10_010)) }, 'vitamin-a-over-3000/3003'],
    ['5000 mg of fish liver oil', { items: itemsOf(own('own-a', 'Cod liver oil', 'mg', 5000)) }, undefined],
    ['zinc in units', { items: itemsOf(own('own-z', 'Zinc', '[iU]', 5000)) }, undefined]
  ])('%s', (_, given, id) => {
    expect(amount(given)?.id).toBe(id)
    expect(found(given).filter(({ where }) => where === 'amount')).toHaveLength(id === undefined ? 0 : 1)
  })

  it.each<[ZincForm, number, number]>([
    ['gluconate', 200, 28.6],
    ['sulfate', 200, 45.4],
    ['picolinate', 200, 42],
    ['citrate', 200, 68]
  ])('counts the zinc in %s', (form, labelled, elemental) => {
    const given = { steps: [step('sup-zinc', { label: { amount: labelled, form } })] }
    expect(amount(given)?.text).toContain(` ${elemental} mg a day`)
    expect(amount({ steps: [step('sup-zinc', { label: { amount: 70, form } })] })?.id).toBe(undefined)
  })

  it('says what is in the sum, what is not, and whose limit it is', () => {
    const given = {
      steps: [step('sup-zinc', { dose: 15 }), step('own-z', { dose: 12 }), step('own-c', { dose: 2 })],
      items: itemsOf(own('own-z', 'Zinc lozenge', 'mg'), own('own-c', 'Zinc tablets', '{capsule}'))
    }
    expect(amount(given)?.text).toBe(
      'Your zinc adds up to 27 mg a day from 2 products, above the European upper limit for adults of 25 mg. 1 more without a known amount is not in it.'
    )
    expect(amount(given)?.source).toBe('European Food Safety Authority, summary of upper levels, 2018')
    expect(amount(given)?.of).toEqual(expect.arrayContaining(['sup-zinc', 'own-z', 'own-c']))
  })
})

describe('the words', () => {
  const everything = [
    ...found({
      items: itemsOf(
        ...on(
          'sup-probiotic',
          'sup-aloe',
          'sup-colostrum',
          'organ-meat',
          'nsaid-dose',
          'alcohol',
          'fermented-food',
          'bs-regular-meals'
        ),
        own('own-a', 'Vitamin A', 'ug', 4000),
        own('own-o', 'Omega-3', '{capsule}')
      ),
      steps: [step('sup-zinc', { dose: 60 }), step('sup-glutamine', { dose: 60 })],
      courses: [course('tetracycline', -2, 3), course('not sure', -2, 3, 'other')],
      preset: 'aip',
      about: ABOUT_YOU.map(({ id }) => id)
    }),
    ...found({
      steps: [step('sup-zinc', { dose: 35 }), step('sup-glutamine', { dose: 20 })],
      about: ['under-18'],
      preset: 'carnivore'
    }),
    ...found({ steps: [step('sup-zinc', { dose: 30 })], items: itemsOf(own('own-a', 'Vitamin A', 'ug', 2000)) })
  ]

  it('are held against the rules for all of them', () => {
    const shown = new Set(everything.map(({ id }) => id.split('/')[0]))
    expect(CAUTIONS.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([])
  })

  it('fit on two lines or little more, name a source, and claim nothing', () => {
    for (const { title, text, source } of everything) {
      expect(text.length, text).toBeGreaterThan(20)
      expect(text.length, text).toBeLessThanOrEqual(200)
      expect(source).toMatch(/20\d\d|not checked|leaves out/)
      for (const one of [title, text]) {
        expect(one).not.toMatch(BANNED)
        expect(one).not.toMatch(/!|undefined|null|NaN|\s{2}/)
      }
    }
  })

  it('never say how many hours', () => {
    for (const { text } of everything) expect(text).not.toMatch(/(\d|one|two|three|four|five|six) ?(h|hrs?|hours?)\b/i)
  })

  it('have an id each', () => {
    const all = found({
      steps: [step('sup-zinc', { dose: 60 }), step('sup-aloe')],
      courses: [course('not sure', -2, 3)]
    })
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    expect(new Set(CAUTIONS.map(({ id }) => id)).size).toBe(CAUTIONS.length)
  })
})
