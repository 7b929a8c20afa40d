import { describe, expect, it } from 'vitest'
import { dayAfter } from '#domain/day.ts'
import type { Step } from '#domain/plan/step.ts'
import type { AnswerValue, DayRecord, EventRecord, EventValue } from '#domain/record.ts'
import type { Lab } from '#domain/results/lab.ts'
import { trackedOf } from '#domain/tracked.ts'
import { DEFAULT_UNITS } from '#domain/units.ts'
import { datedLines, excerptOf, findHits, linesOf } from './search.ts'
import { wordsOf } from './search-words.ts'

const items = trackedOf([
  { id: 'own-1', stamp: 1, on: true, own: { name: 'Kéfir grains', category: 'lifestyle', kind: 'yes-no' } }
])
const row = (day: string, answers: Record<string, AnswerValue>): DayRecord => ({ day, answers, stamps: {} })
const event = (day: string, trackable: string, value: EventValue): EventRecord => ({
  id: `${day}/${trackable}`,
  day,
  trackable,
  value,
  stamp: 1
})
const find = (query: string, days: DayRecord[], events: EventRecord[] = []) =>
  findHits([linesOf({ days, events }, items, DEFAULT_UNITS)], wordsOf(query))

describe('looking through the days', () => {
  it('finds notes without minding case and accents, the newest first', () => {
    const days = [
      row('2026-01-01', { note: 'Crème brûlée at Ana’s' }),
      row('2026-01-02', { note: 'slept well' }),
      row('2026-02-01', { note: 'CREME again' })
    ]
    expect(find('creme', days)).toEqual([
      { day: '2026-02-01', lines: [{ label: 'Note', text: 'CREME again' }] },
      { day: '2026-01-01', lines: [{ label: 'Note', text: 'Crème brûlée at Ana’s' }] }
    ])
  })

  it('finds a note whose accents are put together from two characters', () => {
    expect(find('brûlée', [row('2026-01-01', { note: 'bru\u0302le\u0301e' })])).toHaveLength(1)
  })

  it('wants all of several words, which may stand in different places of a day', () => {
    const days = [row('2026-01-01', { note: 'headache' }), row('2026-01-02', { note: 'headache' })]
    const events = [event('2026-01-02', 'food-reaction', { food: 'Pizza', severity: 6 })]
    expect(find('pizza headache', days, events).map(({ day }) => day)).toEqual(['2026-01-02'])
    expect(find('pizza headache', days, events)[0]?.lines.map(({ text }) => text)).toEqual([
      'headache',
      'Pizza, severity 6'
    ])
    expect(find('pizza headache holiday', days, events)).toEqual([])
  })

  it('finds medicines, courses, and what was answered to items of one’s own', () => {
    const events = [
      event('2026-01-03', 'nsaid-dose', { drug: 'ibuprofen', dose: 400 }),
      event('2026-01-04', 'antibiotic-course', { name: 'Amoxicillin', class: 'another kind' })
    ]
    const days = [row('2026-01-05', { 'own-1': false })]
    expect(find('ibuprofen', [], events)[0]?.lines[0]?.text).toBe('ibuprofen 400 mg')
    expect(find('amoxi', [], events)[0]?.day).toBe('2026-01-04')
    expect(find('kefir', days)[0]).toMatchObject({ day: '2026-01-05', lines: [{ label: 'Kéfir grains' }] })
  })

  it('finds no day by the name of a built-in item, of which every day would be one', () => {
    expect(find('bloating', [row('2026-01-01', { bloating: 5 })])).toEqual([])
  })

  it('passes over what it cannot read', () => {
    expect(find('some', [row('2026-01-01', { note: 7 })], [event('2026-01-01', 'nsaid-dose', { type: 4 })])).toEqual([])
  })

  it('finds nothing for nothing', () => {
    expect(find('', [row('2026-01-01', { note: 'x' })])).toEqual([])
  })

  it('finds steps of the plan on their first and last day, and results by what they are called', () => {
    const step: Step = {
      id: 's',
      kind: 'supplement',
      name: 'Zinc',
      start: '2026-03-01',
      end: '2026-03-20',
      regimen: { product: 'Bisglycinate Forte', timesPerDay: 1, slots: [] },
      stamp: 1
    }
    const lab: Lab = {
      id: 'l',
      day: '2026-03-05',
      test: 'other',
      name: 'Ferritin',
      value: 12,
      unit: 'ug/L',
      lab: 'Østby',
      specimen: '',
      method: '',
      note: 'fasting',
      stamp: 1
    }
    const score = { id: 'x', day: '2026-03-06', instrument: 'ibs-sss', total: 210, note: 'at the clinic', stamp: 1 }
    const dated = datedLines([step], [lab], [score])
    const days = (query: string) => findHits([dated], wordsOf(query)).map(({ day }) => day)
    expect(days('forte zinc')).toEqual(['2026-03-20', '2026-03-01'])
    expect(days('ferritin fasting')).toEqual(['2026-03-05'])
    expect(days('sss clinic')).toEqual(['2026-03-06'])
  })

  it('goes through ten years in a moment', () => {
    const note = 'Étrange: '.concat('a day with rice, soup and a walk along the river; '.repeat(6))
    const days = Array.from({ length: 3650 }, (_, i) => row(dayAfter('2016-01-01', i), { note: `${note}${i}` }))
    const start = performance.now()
    expect(find('river 3649', days)).toHaveLength(1)
    expect(performance.now() - start).toBeLessThan(4000)
  })
})

describe('the shown part of a long text', () => {
  const long = `${'far before '.repeat(40)}the plums${' and far behind'.repeat(40)}`

  it('is around the word, cut between words', () => {
    const shown = excerptOf(long, ['plums'])
    expect(shown).toContain('the plums and')
    expect(shown).toMatch(/^… (far|before) .* (and|far|behind) …$/)
    expect(shown.length).toBeLessThan(200)
  })

  it('is the whole of a short one, and the beginning where the word is not in it', () => {
    expect(excerptOf('short', ['x'])).toBe('short')
    expect(excerptOf(long, ['none'])).toMatch(/^far before .* …$/)
  })

  it('breaks no character where there is nothing to cut between', () => {
    const shown = excerptOf('😀'.repeat(300), ['none'])
    expect(shown.isWellFormed()).toBe(true)
    expect(excerptOf(`${'😀'.repeat(150)}plum${'😀'.repeat(150)}`, ['plum']).isWellFormed()).toBe(true)
  })
})
