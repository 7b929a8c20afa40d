import { expect, test } from 'vitest'
import type { Diary, StoolValue } from '#domain/record.ts'
import { trackedOf, type ItemChoice } from '#domain/tracked.ts'
import { addToSurvey, dailyTable, emptySurvey } from './daily.ts'
import { csvParts } from './table.ts'

async function tableOf(diary: Diary, choices: ItemChoice[] = []) {
  const items = trackedOf(choices)
  const seen = emptySurvey()
  addToSurvey(seen, diary, items)
  const stretches = [
    { days: [], events: [], from: '2026-01-01', to: '2026-10-31' },
    { ...diary, from: '2026-11-01', to: '2026-11-30' }
  ]
  let text = ''
  for await (const part of csvParts(dailyTable(items, seen), stretches)) text += part.text
  expect(text.endsWith('\r\n')).toBe(true)
  const [header = '', ...lines] = text.slice(0, -2).split('\r\n')
  const names = header.split(',')
  const rows = lines.map((line) => Object.fromEntries(line.split(',').map((field, i) => [names[i] ?? '', field])))
  return { names, rows, lines }
}

const day = (date: string, answers: Diary['days'][number]['answers']) => ({ day: date, answers, stamps: {} })
const movement = (date: string, id: string, value: StoolValue) => ({
  id: `${date}/${id}`,
  day: date,
  trackable: 'bowel-movement',
  value,
  stamp: 1
})

test('an empty diary is a header', async () => {
  const { names, rows } = await tableOf({ days: [], events: [] })
  expect(names.slice(0, 4)).toEqual(['day', 'weekday', 'logged', 'bloating'])
  expect(rows).toEqual([])
})

test('every day from the first to the last has a line, logged or not', async () => {
  const { lines } = await tableOf({ days: [day('2026-11-20', { bloating: 0 }), day('2026-11-23', {})], events: [] })
  expect(lines.length).toBe(1)
  const { rows } = await tableOf({
    days: [day('2026-11-20', { bloating: 0 })],
    events: [movement('2026-11-22', 'a', { type: 4 })]
  })
  expect(rows).toMatchObject([
    { day: '2026-11-20', weekday: 'Fri', logged: 'true', bloating: '0', n_stools: '' },
    { day: '2026-11-21', weekday: 'Sat', logged: 'false', bloating: '', n_stools: '' },
    { day: '2026-11-22', weekday: 'Sun', logged: 'true', bloating: '', n_stools: '1' }
  ])
})

test('a column for each followed item and for each that has data', async () => {
  const { names } = await tableOf({ days: [day('2026-11-20', { anxiety: 1 })], events: [] }, [
    { id: 'gas', stamp: 1, on: false }
  ])
  expect(names).toContain('anxiety')
  expect(names).not.toContain('gas')
  expect(names).not.toContain('joint-pain')
})

test('values are in the units they are kept in', async () => {
  const night = {
    bed: { instant: '2026-11-19T22:10:00Z', zone: 'Europe/Oslo', offset: 60 },
    wake: { instant: '2026-11-20T05:50:00Z', zone: 'Europe/Oslo', offset: 60 }
  }
  const { rows } = await tableOf({
    days: [
      day('2026-11-20', {
        water: 1250,
        sleep: night,
        walking: 30,
        alcohol: 20,
        'meal-pace': false,
        gluten: 2,
        'sup-zinc': { taken: true, amount: 15 },
        'sup-probiotic': { taken: false },
        'diet-kept': 'mostly',
        note: '=tea'
      })
    ],
    events: [
      {
        id: '2026-11-20/t',
        day: '2026-11-20',
        trackable: 'training-session',
        value: { minutes: 40, effort: 6 },
        stamp: 1
      },
      {
        id: '2026-11-20/u',
        day: '2026-11-20',
        trackable: 'training-session',
        value: { minutes: 20, effort: 3 },
        stamp: 1
      },
      { id: '2026-11-20/n', day: '2026-11-20', trackable: 'nsaid-dose', value: { drug: 'ibuprofen' }, stamp: 1 }
    ]
  })
  expect(rows).toMatchObject([
    {
      water_ml: '1250',
      sleep_min: '460',
      walking_min: '30',
      alcohol_g: '20',
      'meal-pace': 'false',
      gluten: '2',
      'sup-zinc': 'true',
      'sup-zinc_mg': '15',
      'sup-probiotic': 'false',
      'sup-probiotic_billion_cfu': '',
      'diet-kept': 'mostly',
      note: "'=tea",
      'training-session_min': '60',
      'nsaid-dose': '1'
    }
  ])
})

test('stools are counted and parted by form; none is a 0 only where somebody said so', async () => {
  const { rows } = await tableOf({
    days: [
      day('2026-11-20', { bloating: 1 }),
      day('2026-11-21', { 'no-bowel-movement': true }),
      day('2026-11-22', { 'no-bowel-movement': false })
    ],
    events: [
      movement('2026-11-23', 'a', { type: 1 }),
      movement('2026-11-23', 'b', { type: 4 }),
      movement('2026-11-23', 'c', { type: 6 })
    ]
  })
  expect(rows.map((row) => [row['n_stools'], row['pct_type_1_2'], row['pct_type_3_5'], row['pct_type_6_7']])).toEqual([
    ['', '', '', ''],
    ['0', '', '', ''],
    ['', '', '', ''],
    ['3', '33.3', '33.3', '33.3']
  ])
})

test('a course covers its days, without making them logged', async () => {
  const course = (date: string, end?: string) => ({
    id: `${date}/c`,
    day: date,
    trackable: 'antibiotic-course',
    value: { name: 'x', class: 'not sure', ...(end !== undefined && { end }) },
    stamp: 1
  })
  const { rows } = await tableOf({
    days: [day('2026-11-25', { bloating: 1 })],
    events: [course('2026-11-20', '2026-11-21'), course('2026-11-24')]
  })
  expect(rows.map((row) => [row['day']?.slice(8), row['logged'], row['antibiotic-course']])).toEqual([
    ['20', 'true', 'true'],
    ['21', 'false', 'true'],
    ['22', 'false', ''],
    ['23', 'false', ''],
    ['24', 'true', 'true'],
    ['25', 'true', 'true']
  ])
})

test('an own item is headed by its name, or by name and id where the name is taken', async () => {
  const own = (id: string, name: string): ItemChoice => ({
    id,
    stamp: 1,
    own: { name, category: 'systemic', kind: 'scale' }
  })
  const { names } = await tableOf({ days: [day('2026-11-20', { 'own-1': 3 })], events: [] }, [
    own('own-1', 'Itching'),
    own('own-2', 'bloating'),
    own('own-3', 'Itching'),
    own('own-4', '=1')
  ])
  expect(names.slice(-4)).toEqual(['Itching', 'bloating (own-2)', 'Itching (own-3)', "'=1"])
})
