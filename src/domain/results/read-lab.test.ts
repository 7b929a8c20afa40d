import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Lab } from './lab.ts'
import { LAB_TESTS, LAB_UNITS, labName, unitOfText, unitText } from './lab-tests.ts'
import { labGroups, labRangeText, labValueText } from './lab-text.ts'
import { draftOfLab, emptyLab, LAB_MAX, NO_UNIT, OWN_UNIT, readLab, type LabDraft } from './read-lab.ts'

const TODAY = '2026-11-23'
const draft = (more: Partial<LabDraft> = {}): LabDraft => ({
  ...emptyLab('a'),
  test: 'zonulin-serum',
  day: '2026-11-02',
  value: '38.5',
  unit: 'ng/mL',
  ...more
})
const read = (more: Partial<LabDraft> = {}) => readLab(draft(more), TODAY)
function lab(more: Partial<LabDraft> = {}): Omit<Lab, 'stamp'> {
  const result = read(more)
  if (result.is !== 'lab') throw new Error(JSON.stringify(result.problems))
  return result.lab
}
const problems = (more: Partial<LabDraft>) => {
  const result = read(more)
  return result.is === 'refused' ? Object.keys(result.problems) : []
}
const questions = (more: Partial<LabDraft>) => {
  const result = read(more)
  return result.is === 'lab' ? Object.keys(result.questions) : ['refused']
}

describe('a lab result', () => {
  it('is read whole', () => {
    expect(
      lab({
        test: 'other',
        name: ' Calprotectin ',
        comparator: '<',
        value: '30',
        unit: 'ug/g',
        low: '0',
        high: '50',
        text: 'not raised',
        lab: 'Lab Nord',
        specimen: 'stool',
        method: 'ELISA',
        note: 'first\nsecond',
        photo: 'p'
      })
    ).toEqual({
      id: 'a',
      day: '2026-11-02',
      test: 'other',
      name: 'Calprotectin',
      value: 30,
      comparator: '<',
      text: 'not raised',
      unit: 'ug/g',
      low: 0,
      high: 50,
      lab: 'Lab Nord',
      specimen: 'stool',
      method: 'ELISA',
      note: 'first\nsecond',
      photo: 'p'
    })
  })

  it('has no key for what was not given', () => {
    expect(Object.keys(lab()).sort()).toEqual(
      ['day', 'id', 'lab', 'method', 'name', 'note', 'specimen', 'test', 'unit', 'value'].sort()
    )
  })

  it.each([
    ['38.5', 38.5, undefined],
    ['38,5', 38.5, undefined],
    [' 0,035 ', 0.035, undefined],
    ['<0.5', 0.5, '<'],
    ['> 1000', 1000, '>'],
    ['< 0,5', 0.5, '<'],
    ['0', 0, undefined]
  ])('%j is the number that is meant', (value, number, comparator) => {
    expect(lab({ value })).toMatchObject({ value: number })
    expect(lab({ value }).comparator).toBe(comparator)
  })

  it.each(['high', '1e3', '-2', '0x10', '1.2.3', '≤ 5', '<', '1,234,567', '5 ng', 'NaN', '1234567890'])(
    '%j is no number, and is said to be none',
    (value) => expect(problems({ value })).toEqual(['value'])
  )

  it('may say its sign in the number or beside it, but not two of them', () => {
    expect(lab({ comparator: '>', value: '5' }).comparator).toBe('>')
    expect(lab({ comparator: '>', value: '> 5' }).comparator).toBe('>')
    expect(problems({ comparator: '>', value: '< 5' })).toEqual(['value'])
    expect(problems({ comparator: '>', value: '', text: 'positive' })).toEqual(['value'])
  })

  it('is a number, words, or a photo', () => {
    expect(problems({ value: '' })).toEqual(['value'])
    expect(lab({ value: '', text: 'negative' })).toMatchObject({ text: 'negative' })
    expect(lab({ value: '', text: 'negative' })).not.toHaveProperty('value')
    expect(lab({ value: '', photo: 'p' })).toMatchObject({ photo: 'p' })
    expect(problems({ value: '', text: ' \n ' })).toEqual(['value'])
  })

  it('needs a test, and another test its name', () => {
    expect(problems({ test: '' })).toContain('test')
    expect(problems({ test: 'elsewhere' })).toContain('test')
    expect(problems({ test: 'other', name: ' ' })).toEqual(['name'])
    expect(lab({ name: 'left over from before' }).name).toBe('')
  })

  it.each(['', '2026-02-30', '1999-12-31', '2026-11-24', '23.11.2026'])('is of no day %j', (day) =>
    expect(problems({ day })).toEqual(['day'])
  )

  it('may be of today', () => expect(lab({ day: TODAY }).day).toBe(TODAY))

  it('needs the unit of its number', () => {
    expect(problems({ unit: '' })).toEqual(['unit'])
    expect(problems({ unit: 'U/mL' })).toEqual(['unit']) // not one of this test
    expect(lab({ unit: NO_UNIT }).unit).toBe('')
    expect(lab({ unit: '', value: '', text: 'negative' }).unit).toBe('')
    expect(lab({ test: 'lm-ratio', value: '0,03', unit: '' }).unit).toBe('')
    expect(problems({ unit: OWN_UNIT, ownUnit: ' ' })).toEqual(['ownUnit'])
    expect(lab({ unit: OWN_UNIT, ownUnit: ' mg/24 h ' }).unit).toBe('mg/24 h')
    expect(lab({ unit: OWN_UNIT, ownUnit: 'μg/g' }).unit).toBe('ug/g') // a Greek mu
    expect(lab({ unit: OWN_UNIT, ownUnit: 'IU/ml' }).unit).toBe('[IU]/mL')
  })

  it('has a range as printed, with one end or two', () => {
    expect(lab({ low: '20', high: '48,5' })).toMatchObject({ low: 20, high: 48.5 })
    expect(lab({ high: '48' })).not.toHaveProperty('low')
    expect(problems({ low: 'a', high: '5' })).toEqual(['low'])
    expect(problems({ high: '< 5' })).toEqual(['high'])
    expect(problems({ low: '50', high: '5' })).toEqual(['low'])
    expect(lab({ low: '5', high: '5' })).toMatchObject({ low: 5, high: 5 })
  })

  it.each(Object.entries(LAB_MAX))('keeps %s up to %i letters and refuses more instead of cutting it', (field, max) => {
    const more = field === 'ownUnit' ? { unit: OWN_UNIT } : field === 'name' ? { test: 'other', unit: 'U/mL' } : {}
    const kept = lab({ ownUnit: '', ...more, [field]: '🙂'.repeat(max) })
    expect(kept[(field === 'ownUnit' ? 'unit' : field) as 'note']).toBe('🙂'.repeat(max))
    expect(problems({ ...more, [field]: 'x'.repeat(max + 1) })).toEqual([field])
  })

  it('says all that is wrong at once, and returns nothing', () => {
    expect(problems({ test: '', day: '', value: 'x', low: 'y' }).sort()).toEqual([
      'day',
      'low',
      'test',
      'unit',
      'value'
    ])
  })
})

describe('a question', () => {
  it.each([
    ['zonulin-serum', 'ng/mL', 1000],
    ['zonulin-serum', 'mg/L', 1],
    ['zonulin-stool', 'ug/g', 1],
    ['lm-ratio', '', 5],
    ['microbiome', '', 10]
  ])('is asked of a %s in %j beyond %d, never at it', (test, unit, limit) => {
    expect(questions({ test, unit, value: String(limit) })).toEqual([])
    expect(questions({ test, unit, value: String(limit + 0.01) })).toEqual(['value'])
  })

  it('is asked where a comma may stand for thousands', () => {
    expect(questions({ value: '1,250', unit: NO_UNIT })).toEqual(['value'])
    expect(lab({ value: '1,250', unit: NO_UNIT }).value).toBe(1.25)
    expect(questions({ value: '0,250' })).toEqual([])
    expect(questions({ value: '1.250' })).toEqual([])
    expect(questions({ high: '1,250' })).toEqual(['high'])
  })

  it('is asked of no test that Mend has no idea of', () => {
    expect(questions({ test: 'other', name: 'Ferritin', unit: 'ug/L', value: '99999' })).toEqual([])
  })
})

describe('a stored result', () => {
  it('stands in the form as it was typed, and is read to the same again', () => {
    const texts = fc.string({ maxLength: 20 }).map((text) => text.replace(/[^\x20-\x7e]/g, '').trim())
    const number = fc.integer({ min: 0, max: 99_999_999 }).map((n) => n / 1000)
    fc.assert(
      fc.property(
        fc.record(
          {
            test: fc.constantFrom(...LAB_TESTS.map(({ id }) => id)),
            value: number,
            comparator: fc.constantFrom('<' as const, '>' as const),
            unit: fc.constantFrom('', 'mg/24 h', ...Object.keys(LAB_UNITS)),
            text: texts.filter((text) => text !== ''),
            photo: fc.uuid(),
            lab: texts,
            note: texts,
            range: fc.tuple(number, number)
          },
          { requiredKeys: ['test', 'value', 'unit', 'lab', 'note'] }
        ),
        ({ range, ...row }) => {
          const stored: Lab = {
            id: 'a',
            day: '2026-11-02',
            name: row.test === 'other' ? 'Ferritin' : '',
            specimen: '',
            method: '',
            ...row,
            ...(range && { low: Math.min(...range), high: Math.max(...range) }),
            stamp: 1
          }
          const { stamp: _, ...plain } = stored
          expect(readLab(draftOfLab(stored), TODAY)).toMatchObject({ is: 'lab', lab: plain })
        }
      )
    )
  })

  it('is named by its test, or by what it was called', () => {
    expect(labName({ test: 'zonulin-stool', name: '' })).toBe('Zonulin, stool')
    expect(labName({ test: 'other', name: 'CRP' })).toBe('CRP')
    expect(labName({ test: 'of-a-newer-mend', name: '' })).toBe('of-a-newer-mend')
  })
})

describe('what is shown', () => {
  const stored = (more: Partial<Lab>): Lab => ({ ...lab(), stamp: 1, ...more })

  it('is what was printed', () => {
    expect(labValueText(stored({ value: 0.5, comparator: '<', unit: 'ug/g' }))).toBe('< 0.5 µg/g')
    expect(labValueText(stored({ value: 1250.125, unit: '' }))).toBe('1250.125')
    const { value: _, ...words } = stored({ text: 'negative' })
    expect(labValueText(words)).toBe('')
    expect(labRangeText(stored({ low: 20, high: 48 }))).toBe('20 to 48')
    expect(labRangeText(stored({ high: 0 }))).toBe('up to 0')
    expect(labRangeText(stored({ low: 0 }))).toBe('from 0')
    expect(labRangeText(stored({}))).toBe('')
  })

  it('is grouped by test, newest first in and among the groups', () => {
    const crp = { test: 'other', name: 'CRP' }
    const groups = labGroups([
      stored({ id: 'old', day: '2026-01-01' }),
      stored({ id: 'c1', ...crp, day: '2026-03-01' }),
      stored({ id: 'new', day: '2026-02-01' }),
      stored({ id: 'c2', ...crp, name: 'crp', day: '2026-03-01', stamp: 2 }),
      stored({ id: 'f', test: 'other', name: 'Ferritin', day: '2025-03-01' })
    ])
    expect(groups.map(({ name, labs }) => [name, labs.map(({ id }) => id)])).toEqual([
      ['crp', ['c2', 'c1']],
      ['Zonulin, blood', ['new', 'old']],
      ['Ferritin', ['f']]
    ])
  })

  it('has each unit by its code and by its written name', () => {
    for (const [code, written] of Object.entries(LAB_UNITS)) {
      expect(unitText(code)).toBe(written)
      expect(unitOfText(written)).toBe(code)
      expect(unitOfText(code)).toBe(code)
    }
    expect(unitText('mg/24 h')).toBe('mg/24 h')
    expect(unitText('toString')).toBe('toString')
  })
})
