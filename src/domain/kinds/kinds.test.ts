import fc from 'fast-check'
import { cellsOf, rawOf } from '#domain/csv/cells.ts'
import { describe, expect, it } from 'vitest'
import { arbitraryJunkText, arbitraryValue } from '#domain/arbitrary.ts'
import { CATALOGUE } from '#domain/catalogue/index.ts'
import type { SleepValue, Value } from '#domain/record.ts'
import type { KindId, Trackable } from '#domain/trackable.ts'
import { DEFAULT_UNITS } from '#domain/units.ts'
import { courseLength } from './course.ts'
import { kindOf, KINDS } from './index.ts'
import { cleanText, isCleanText } from './kind.ts'
import { bandWord } from './scale.ts'

function itemNamed(id: string): Trackable {
  const item = CATALOGUE.find((candidate) => candidate.id === id)
  if (item === undefined) throw new Error(`no ${id} in the catalogue`)
  return item
}

const read = (item: Trackable, raw: unknown) => kindOf(item).read(raw, item)
const textOf = (id: string, value: Value, units = DEFAULT_UNITS) => {
  const item = itemNamed(id)
  return kindOf(item).text(value, item, units)
}
const numberOf = (id: string, value: Value) => kindOf(itemNamed(id)).number(value, itemNamed(id))

const NIGHT: SleepValue = {
  bed: { instant: '2026-01-10T22:15:00Z', zone: 'Europe/Oslo', offset: 60 },
  wake: { instant: '2026-01-11T05:45:00Z', zone: 'Europe/Oslo', offset: 60 }
}
const night = (bed: object, wake: object = {}) => ({
  bed: { ...NIGHT.bed, ...bed },
  wake: { ...NIGHT.wake, ...wake }
})

/** Nothing of this is a value of any kind. */
const JUNK: unknown[] = [
  NaN,
  Infinity,
  -Infinity,
  -1,
  1e9,
  null,
  undefined,
  '',
  ' ',
  '\u0000',
  [],
  [5],
  [[]],
  {},
  { value: 5 },
  new Date(0),
  new Map(),
  10n,
  Symbol('5'),
  () => 5
]

const VALID: Record<KindId, unknown[]> = {
  scale: [0, 5, 10],
  'yes-no': [true, false],
  count: [0, 1, 5],
  amount: [0, 250, 236.588237],
  duration: [0, 1, 720],
  sleep: [NIGHT, night({ instant: '2026-01-11T05:44:00Z' }), night({ instant: '2026-01-10T09:45:00Z' })],
  stool: [{ type: 1 }, { type: 7, urgency: true, blood: 'black' }],
  dose: [{ taken: true }, { taken: false }, { taken: true, amount: 2.5 }, { taken: true, amount: 0 }],
  exposure: [0, 1, 2],
  course: [
    { name: 'Amoxicillin', class: 'another kind' },
    { name: 'Doxycycline', class: 'tetracycline', end: '2026-03-04' }
  ],
  medicine: [{ drug: 'ibuprofen' }, { drug: 'aspirin', dose: 0.5 }],
  reaction: [
    { food: 'Onion soup', severity: 0 },
    { food: 'Milk', severity: 10, onset: 4320 }
  ],
  training: [
    { minutes: 1, effort: 0 },
    { minutes: 1440, effort: 10 }
  ],
  choice: [],
  text: ['a', 'Two\nlines', '🙂', 'x'.repeat(2000)]
}

const INVALID: Record<KindId, unknown[]> = {
  scale: [11, 0.5, '5', true, { type: 5 }],
  'yes-no': [0, 1, 'true', 'yes', { taken: true }],
  count: [1000, 0.5, '1', false],
  amount: [10_000.1, '250', true, { amount: 250 }],
  duration: [1441, 0.5, '30', true],
  sleep: [
    { ...NIGHT, bed: { ...NIGHT.bed, instant: '2026-02-30T22:15:00Z' } },
    { ...NIGHT, bed: { ...NIGHT.bed, instant: '2026-01-10T24:00:00Z' } },
    5,
    '450',
    true,
    { bed: NIGHT.bed },
    { bed: NIGHT.bed, wake: null },
    { bed: NIGHT.bed, wake: '2026-01-11T05:45:00Z' },
    { bed: NIGHT.wake, wake: NIGHT.bed },
    { bed: NIGHT.bed, wake: NIGHT.bed },
    night({ instant: '2026-01-10T09:44:59Z' }),
    night({ instant: '2026-01-10 22:15:00Z' }),
    night({ instant: '2026-01-10T22:15:00' }),
    night({ instant: '2026-01-10T22:15:00+00:00' }),
    night({ instant: '2026-13-10T22:15:00Z' }),
    night({ instant: '2026-01-10T25:15:00Z' }),
    night({ instant: Date.UTC(2026, 0, 10) }),
    night({}, { zone: '' }),
    night({}, { zone: 'Europe/Oslo"' }),
    night({}, { zone: '=1+1' }),
    night({}, { zone: 'x'.repeat(65) }),
    night({}, { zone: undefined }),
    night({}, { offset: 60.5 }),
    night({}, { offset: '60' }),
    night({}, { offset: 1081 }),
    night({}, { offset: NaN })
  ],
  stool: [
    4,
    { type: 0 },
    { type: 8 },
    { type: 3.5 },
    { type: '4' },
    { type: null },
    { urgency: true },
    { type: 4, urgency: false },
    { type: 4, urgency: 'true' },
    { type: 4, pain: 1 },
    { type: 4, blood: true },
    { type: 4, blood: 'some' },
    { type: 4, blood: null }
  ],
  dose: [
    true,
    5,
    { taken: 'true' },
    { taken: 1 },
    { amount: 5 },
    { taken: true, amount: '5' },
    { taken: true, amount: null },
    { taken: true, amount: NaN },
    { taken: true, amount: -1 },
    { taken: true, amount: 1001 }
  ],
  exposure: [3, 0.5, '1', true],
  course: [
    'Amoxicillin',
    { name: 'Amoxicillin' },
    { name: '', class: 'quinolone' },
    { name: ' Amoxicillin', class: 'quinolone' },
    { name: 'x'.repeat(101), class: 'quinolone' },
    { name: 5, class: 'quinolone' },
    { name: 'Amoxicillin', class: 'penicillin' },
    { name: 'Amoxicillin', class: 'another kind', end: '2026-02-30' },
    { name: 'Amoxicillin', class: 'another kind', end: null }
  ],
  medicine: [
    'ibuprofen',
    { drug: 'Ibuprofen' },
    { drug: 'sugar' },
    { dose: 400 },
    { drug: 'ibuprofen', dose: '400' },
    { drug: 'ibuprofen', dose: 5001 },
    { drug: 'ibuprofen', dose: null }
  ],
  reaction: [
    'Milk',
    { food: 'Milk' },
    { food: '', severity: 5 },
    { food: 'x'.repeat(201), severity: 5 },
    { food: 'Milk', severity: 11 },
    { food: 'Milk', severity: '5' },
    { food: 'Milk', severity: 5, onset: 4321 },
    { food: 'Milk', severity: 5, onset: 1.5 },
    { food: 'Milk', severity: 5, onset: null }
  ],
  training: [
    40,
    { minutes: 40 },
    { minutes: 0, effort: 5 },
    { minutes: 1441, effort: 5 },
    { minutes: 40.5, effort: 5 },
    { minutes: 40, effort: 11 },
    { minutes: 40, effort: '6' }
  ],
  choice: ['not an option', 'None in particular', 0, true, 'toString'],
  text: [' untrimmed', 'bell\u0007', 'half \uD83D', 'x'.repeat(2001), 'a\r\nb', 5, true, { text: 'a' }]
}

describe.each(CATALOGUE)('$id ($kind)', (item) => {
  const kind = kindOf(item)

  it('accepts valid values', () => {
    const valid = item.kind === 'choice' ? item.options.map(({ id }) => id) : VALID[item.kind]
    expect(valid.length).toBeGreaterThan(1)
    for (const value of valid) expect(read(item, value)).toStrictEqual(value)
  })

  it('refuses junk without throwing', () => {
    expect([...JUNK, ...INVALID[item.kind]].filter((junk) => read(item, junk) !== null)).toEqual([])
  })

  it('accepts its bounds and nothing outside', () => {
    if (item.kind !== 'count' && item.kind !== 'amount' && item.kind !== 'duration') return
    const { min, max } = item.bounds
    expect([min, max].map((value) => read(item, value))).toEqual([min, max])
    expect([min - 1, max + 1].map((value) => read(item, value))).toEqual([null, null])
  })

  it('reads anything at all to null or to a value that it reads again', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true, withSparseArray: true }), (raw) => {
        const value = read(item, raw)
        if (value !== null) expect(read(item, value)).toStrictEqual(value)
      }),
      { numRuns: 50 }
    )
  })

  it('comes back from the cells of a file as it was', () => {
    fc.assert(
      fc.property(arbitraryValue(item), (value) => {
        expect(read(item, value)).toStrictEqual(value)
        const cells = cellsOf(value, item)
        const fields = cells.map(({ field }) => field)
        expect(new Set(fields).size).toBe(fields.length)
        // One of the two is in a cell, so that nothing is lost between number and text.
        expect(cells.every(({ num, text }) => (num === undefined) !== (text === undefined))).toBe(true)
        expect(read(item, rawOf(cells, item))).toStrictEqual(value)
      })
    )
  })

  it('reads cells of any content to null or to a valid value', () => {
    const fields = ['', 'type', 'urgency', 'blood', 'taken', 'amount', 'bed', 'bed_zone', 'wake', 'name', 'end', 'food']
    const cell = fc.record(
      {
        field: fc.constantFrom(...fields),
        num: fc.oneof(fc.double(), fc.integer({ min: -2, max: 12 })),
        text: fc.oneof(arbitraryJunkText, fc.constantFrom('true', 'false', '2026-01-10T23:15:00+01:00', 'Europe/Oslo')),
        unit: fc.constantFrom('mg', 'mL', '')
      },
      { requiredKeys: ['field'] }
    )
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 5 }), (cells) => {
        const value = read(item, rawOf(cells, item))
        if (value !== null) expect(read(item, value)).toStrictEqual(value)
      }),
      { numRuns: 50 }
    )
  })

  it('says something short of every value, in words and in numbers', () => {
    fc.assert(
      fc.property(arbitraryValue(item), (value) => {
        expect(kind.text(value, item, DEFAULT_UNITS)).not.toMatch(/undefined|NaN|\[object|^$/)
        const number = kind.number(value, item)
        expect(number === null || Number.isFinite(number)).toBe(true)
        const { factor, min = -Infinity, max = Infinity } = kind.measure(item, DEFAULT_UNITS)
        if (number !== null) expect(number / factor >= min && number / factor <= max).toBe(true)
      }),
      { numRuns: 30 }
    )
  })
})

describe('reading', () => {
  it('leaves behind what does not belong to the value', () => {
    expect(read(itemNamed('sup-zinc'), { taken: true, amount: 15, html: '<b>' })).toStrictEqual({
      taken: true,
      amount: 15
    })
    expect(read(itemNamed('bowel-movement'), { type: 4, colour: 'brown' })).toStrictEqual({ type: 4 })
    expect(read(itemNamed('training-session'), { minutes: 40, effort: 6, load: 240 })).toStrictEqual({
      minutes: 40,
      effort: 6
    })
    expect(read(itemNamed('sleep'), { ...NIGHT, minutes: 450 })).toStrictEqual(NIGHT)
  })

  it('does not take a choice for an option by an inherited name', () => {
    expect(read(itemNamed('diet-kept'), 'constructor')).toBeNull()
  })
})

describe('cells', () => {
  it('of a night show both clocks with offset and zone, and the minutes between', () => {
    expect(cellsOf(NIGHT, itemNamed('sleep'))).toEqual([
      { field: 'bed', text: '2026-01-10T23:15:00+01:00' },
      { field: 'bed_zone', text: 'Europe/Oslo' },
      { field: 'wake', text: '2026-01-11T06:45:00+01:00' },
      { field: 'wake_zone', text: 'Europe/Oslo' },
      { field: 'asleep', num: 450, unit: 'min' }
    ])
  })

  it('of an offset west of Greenwich that is no whole hour have its sign on both parts', () => {
    const stJohns = night({ zone: 'America/St_Johns', offset: -210 })
    expect(cellsOf(stJohns, itemNamed('sleep'))[0]?.text).toBe('2026-01-10T18:45:00-03:30')
  })

  it('carry the unit that the number is in', () => {
    const unitOf = (id: string, value: Value) => cellsOf(value, itemNamed(id)).at(-1)?.unit
    expect(unitOf('bloating', 5)).toBe('{score}')
    expect(unitOf('water', 250)).toBe('mL')
    expect(unitOf('alcohol', 20)).toBe('g')
    expect(unitOf('walking', 30)).toBe('min')
    expect(unitOf('sup-probiotic', { taken: true, amount: 10 })).toBe('10*9.[CFU]')
    expect(unitOf('nsaid-dose', { drug: 'ibuprofen', dose: 400 })).toBe('mg')
  })

  it('of a stool name only the flags that are set', () => {
    const item = itemNamed('bowel-movement')
    expect(cellsOf({ type: 6, urgency: true, blood: 'streaks' }, item)).toEqual([
      { field: 'type', num: 6 },
      { field: 'urgency', text: 'true' },
      { field: 'blood', text: 'streaks' }
    ])
  })
})

describe('in words', () => {
  it('says a value the way a person would', () => {
    expect(textOf('bloating', 5)).toBe('5 moderate')
    expect(textOf('sleep-quality', 8)).toBe('8 good')
    expect(textOf('meal-pace', false)).toBe('no')
    expect(textOf('fermented-food', 1)).toBe('1 portion')
    expect(textOf('fermented-food', 2)).toBe('2 portions')
    expect(textOf('water', 1250)).toBe('1,250 ml')
    expect(textOf('water', 236.588237, { ...DEFAULT_UNITS, volume: 'fl-oz' })).toBe('8 fl oz')
    expect(textOf('alcohol', 10)).toBe('1 drink')
    expect(textOf('alcohol', 20, { ...DEFAULT_UNITS, ethanol: 'drink-8' })).toBe('2.5 drinks')
    expect(textOf('walking', 90)).toBe('1 h 30')
    expect(textOf('sleep', NIGHT)).toBe('7 h 30')
    expect(textOf('bowel-movement', { type: 6, urgency: true, blood: 'mixed' })).toBe('type 6, urgent, blood mixed in')
    expect(textOf('sup-zinc', { taken: true, amount: 15 })).toBe('taken, 15 mg')
    expect(textOf('sup-zinc', { taken: true })).toBe('taken')
    expect(textOf('sup-zinc', { taken: false, amount: 15 })).toBe('not taken')
    expect(textOf('gluten', 2)).toBe('a lot')
    expect(textOf('nsaid-dose', { drug: 'ibuprofen', dose: 400 })).toBe('ibuprofen 400 mg')
    expect(textOf('food-reaction', { food: 'Milk', severity: 4, onset: 90 })).toBe('Milk, severity 4, after 1 h 30')
    expect(textOf('training-session', { minutes: 40, effort: 6 })).toBe('40 min, effort 6')
    expect(textOf('diet-pattern', 'low-fodmap')).toBe('Low FODMAP')
  })

  it('calls 0 none, 1–3 mild, 4–6 moderate and 7–10 severe', () => {
    const words = [0, 1, 3, 4, 6, 7, 10].map((score) => bandWord(score, 'severity'))
    expect(words).toEqual(['none', 'mild', 'mild', 'moderate', 'moderate', 'severe', 'severe'])
    expect([0, 1, 4, 7].map((score) => bandWord(score, 'quality'))).toEqual(['very poor', 'poor', 'fair', 'good'])
  })
})

describe('in numbers', () => {
  it('counts a day with some and a day with a lot as days with it', () => {
    expect([0, 1, 2].map((level) => numberOf('gluten', level))).toEqual([0, 1, 1])
  })

  it('counts an explicit no as 0, which is not the same as nothing recorded', () => {
    expect(numberOf('meal-pace', false)).toBe(0)
    expect(numberOf('sup-zinc', { taken: false })).toBe(0)
    expect(numberOf('bloating', 0)).toBe(0)
  })

  it('has none for a stool type, a text and a choice: they are not amounts', () => {
    expect(numberOf('bowel-movement', { type: 7 })).toBeNull()
    expect(numberOf('note', '7')).toBeNull()
    expect(numberOf('diet-kept', 'yes')).toBeNull()
  })

  it('measures sleep in minutes and draws it in hours', () => {
    expect(numberOf('sleep', NIGHT)).toBe(450)
    expect(kindOf(itemNamed('sleep')).measure(itemNamed('sleep'), DEFAULT_UNITS)).toMatchObject({
      factor: 60,
      unit: 'h'
    })
  })

  it('counts both ends of a course, and an open one until today', () => {
    const value = { name: 'Amoxicillin', class: 'another kind', end: '2026-03-04' }
    const event = { id: '2026-02-26/1', day: '2026-02-26', trackable: 'antibiotic-course', value, stamp: 1 }
    expect(courseLength(event, value, '2026-06-30')).toBe(7)
    expect(courseLength(event, { name: 'Amoxicillin', class: 'another kind' }, '2026-02-27')).toBe(2)
  })
})

describe('kinds', () => {
  it('are answers, one a day, or events that happen at a time', () => {
    const events = Object.entries(KINDS).filter(([, kind]) => kind.record === 'event')
    expect(events.map(([id]) => id)).toEqual(['stool', 'course', 'medicine', 'reaction', 'training'])
  })
})

describe('clean text', () => {
  it.each([
    ['plain', 'plain'],
    ['  trimmed \n', 'trimmed'],
    ['two\nlines', 'two\nlines'],
    ['Windows\r\nand\rMac', 'Windows\nand\nMac'],
    ['nul\u0000l', 'null'],
    ['bell\u0007, escape\u001B[31m, delete\u007F, next\u009F', 'bell, escape[31m, delete, next'],
    ['lone \uD83D high', 'lone \uFFFD high'],
    ['lone \uDE42 low', 'lone \uFFFD low'],
    ['👩🏽‍🚀 🇳🇴 e\u0301', '👩🏽‍🚀 🇳🇴 e\u0301'],
    ['בטן ＝１＋１ \u200Fabc', 'בטן ＝１＋１ \u200Fabc'],
    ['turned \u202Eexe.png\u202C round \u2067x\u2069', 'turned exe.png round x'],
    ['=HYPERLINK("x")', '=HYPERLINK("x")'],
    ['\u0000 \n', '']
  ])('%j is kept as %j', (raw, clean) => {
    expect(cleanText(raw)).toBe(clean)
  })

  it('has at most 2,000 code points, and an emoji is never cut in two', () => {
    expect(cleanText('x'.repeat(2001))).toBe('x'.repeat(2000))
    expect(cleanText('🙂'.repeat(2001))).toBe('🙂'.repeat(2000))
    expect(cleanText('🙂🙂🙂', 2)).toBe('🙂🙂')
    expect(isCleanText('🙂'.repeat(2000))).toBe(true)
    expect(isCleanText('🙂'.repeat(2001))).toBe(false)
  })

  it('is not left with a space at its end by the cut', () => {
    expect(cleanText('ab cd', 3)).toBe('ab')
  })

  it('of clean text is the same text', () => {
    fc.assert(
      fc.property(arbitraryJunkText, fc.integer({ min: 1, max: 20 }), (raw, max) => {
        const once = cleanText(raw, max)
        expect(cleanText(once, max)).toBe(once)
        expect(isCleanText(once, max)).toBe(once !== '')
        expect(Array.from(once).length).toBeLessThanOrEqual(max)
      })
    )
  })

  it('is never empty where it counts as a value', () => {
    expect(isCleanText('')).toBe(false)
    expect(isCleanText(5)).toBe(false)
    expect(isCleanText(null)).toBe(false)
  })
})
