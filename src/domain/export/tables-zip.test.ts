import fc from 'fast-check'
import { unzipSync } from 'fflate'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { emptyTables, type Tables } from '#domain/backup/tables.ts'
import { CATALOGUE } from '#domain/catalogue/index.ts'
import { unguarded } from '#domain/csv/guard.ts'
import { readLong } from '#domain/csv/read-long.ts'
import { protocolOf } from '#domain/elimination/presets.ts'
import { sleepMinutes } from '#domain/kinds/sleep.ts'
import type { DoseValue, ReactionValue, SleepValue, StoolValue } from '#domain/record.ts'
import { trackedOf } from '#domain/tracked.ts'
import { arbitraryExport, sampleTables, TODAY } from './arbitrary.ts'
import { sheetsOf, sheetText } from './sheets.ts'
import { tableFiles, zipped } from './tables-zip.ts'
import { wholeDiary } from './whole-diary.ts'

type Row = Record<string, string>

function parsed(text: string): Row[] {
  const { data, errors } = Papa.parse<Row>(text, { header: true, skipEmptyLines: true })
  expect(errors).toEqual([])
  return data
}

/** The files as they come out of the zip. */
function unpacked(tables: Tables, excel = false): Record<string, string> {
  const made = tableFiles(tables, TODAY)
  if (made === null) throw new Error('nothing was made')
  const zip = unzipSync(zipped(made.files, Date.UTC(2026, 10, 23), { excel }))
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  return Object.fromEntries(Object.entries(zip).map(([name, bytes]) => [name, decoder.decode(bytes)]))
}
const rowsOf = (files: Record<string, string>, name: string): Row[] => parsed(files[name] ?? '')
const diary = (more: Partial<Tables>): Tables => ({ ...emptyTables(), ...more })
const orEmpty = (value: unknown): string => (value === undefined ? '' : String(value as string))

test('the zip has every table, a README that names each, and a codebook', () => {
  const files = unpacked(sampleTables())
  const names = Object.keys(files)
  expect(names[0]).toBe('README.txt')
  for (const name of [
    'entries_long',
    'daily_wide',
    'stools',
    'sleep',
    'doses',
    'challenges',
    'labs',
    'scores',
    'steps'
  ]) {
    expect(names).toContain(`${name}.csv`)
  }
  for (const name of names.slice(1)) expect(files['README.txt']).toContain(`\r\n${name}\r\n`)
  for (const text of Object.values(files)) expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r]/)
  for (const [name, text] of Object.entries(files)) {
    if (name === 'README.txt') continue
    expect(text.startsWith('\uFEFF')).toBe(false)
    expect(text.endsWith('\r\n')).toBe(true)
  }
  expect(files['README.txt']).toMatch(/SNOMED International/)
})

test('for Excel each table has its mark, and nothing else is different', () => {
  const [plain, excel] = [unpacked(sampleTables(30)), unpacked(sampleTables(30), true)]
  for (const [name, text] of Object.entries(plain)) {
    expect(excel[name]).toBe(name === 'README.txt' ? text : `\uFEFF${text}`)
  }
})

test('the entries read back as they are', () => {
  const tables = sampleTables()
  const items = trackedOf([])
  const text = unpacked(tables)['entries_long.csv'] ?? ''
  const read = readLong(new TextEncoder().encode(text), { items, today: TODAY })
  if (read.is === 'foreign') throw new Error(read.message)
  expect(read.refused).toEqual([])
  expect(read.entries.length).toBe(
    tables.days.reduce((sum, { answers }) => sum + Object.keys(answers).length, 0) + tables.events.length
  )
})

test('nights, stools and doses have the numbers of the diary', () => {
  const tables = sampleTables()
  const files = unpacked(tables)
  const answered = <T>(id: string) =>
    tables.days.flatMap(({ day, answers }) => (id in answers ? [{ day, value: answers[id] as T }] : []))

  expect(rowsOf(files, 'sleep.csv').map((row) => [row['day'], Number(row['asleep_min'])])).toEqual(
    answered<SleepValue>('sleep').map(({ day, value }) => [day, sleepMinutes(value)])
  )
  const night = rowsOf(files, 'sleep.csv')[0] ?? {}
  expect((Date.parse(night['wake'] ?? '') - Date.parse(night['bed'] ?? '')) / 60_000).toBe(Number(night['asleep_min']))

  const { events } = wholeDiary(tables)
  const stools = events.filter(({ trackable }) => trackable === 'bowel-movement')
  expect(
    rowsOf(files, 'stools.csv').map((row) => [row['entry_id'], row['type'], row['urgency'], row['instant']])
  ).toEqual(
    stools.map(({ id, value, at }) => {
      const { type, urgency } = value as StoolValue
      return [id, String(type), orEmpty(urgency), orEmpty(at)]
    })
  )

  const doses = rowsOf(files, 'doses.csv').filter((row) => row['item_id'] === 'sup-zinc')
  expect(doses.map((row) => [row['day'], row['taken'], row['amount'], row['unit']])).toEqual(
    answered<DoseValue>('sup-zinc').map(({ day, value }) => [day, String(value.taken), orEmpty(value.amount), 'mg'])
  )
  expect(rowsOf(files, 'courses.csv').length).toBe(1)
  expect(rowsOf(files, 'medicines.csv').every((row) => row['dose_mg'] === '400')).toBe(true)
  const reactions = events.filter(({ trackable }) => trackable === 'food-reaction')
  expect(reactions.length).toBeGreaterThan(0)
  expect(rowsOf(files, 'reactions.csv').map((row) => [row['food'], row['severity'], row['onset_min']])).toEqual(
    reactions.map(({ value }) => {
      const { food, severity, onset } = value as ReactionValue
      return [food, String(severity), orEmpty(onset)]
    })
  )
})

test('whatever is in a diary, its tables have as many lines, and their texts come back', () => {
  fc.assert(
    fc.property(arbitraryExport, (tables) => {
      // Not the days of twenty-five years, which any test of the daily table has.
      const sheets = sheetsOf(wholeDiary(tables), TODAY)
      const files = Object.fromEntries(sheets.map((one) => [one.file, sheetText(one)]))
      const kept = <T extends object>(rows: readonly T[]) => rows.filter((row) => !('deleted' in row))
      expect(rowsOf(files, 'steps.csv').map((row) => unguarded(row['name'] ?? ''))).toEqual(
        kept(tables.steps).map((step) => ('name' in step ? step.name : ''))
      )
      const labs = kept(tables.labs)
      expect(rowsOf(files, 'labs.csv').map((row) => row['value_num'])).toEqual(
        labs.map((lab) => ('value' in lab ? orEmpty(lab.value) : ''))
      )
      expect(rowsOf(files, 'scores.csv').length).toBe(kept(tables.scores).length)
      expect(rowsOf(files, 'reviews.csv').length).toBe(tables.reviews.length)
      expect(rowsOf(files, 'plans.csv').length).toBe(tables.plans.length)
      for (const { file, rows } of sheets) expect(rowsOf(files, file).length, file).toBe(rows.length)
    }),
    { numRuns: 100 }
  )
}, 60_000)

describe('texts that mean harm', () => {
  const HOSTILE = [
    '=HYPERLINK("http://example.org","x")',
    '+1',
    '-1',
    '@SUM(A1)',
    '＝1＋1',
    '"quoted", and more',
    'two\nlines',
    'a\r\n=1+1',
    '\u0000=1+1',
    '\t=1+1',
    '\u202Egnp.exe',
    'בטן'
  ]
  const score = (note: string, i: number) => ({
    id: `s${i}`,
    day: TODAY,
    instrument: note,
    total: -1,
    note,
    stamp: 1
  })
  const files = unpacked(
    diary({
      scores: HOSTILE.map(score),
      labs: HOSTILE.map((text, i) => ({
        id: `l${i}`,
        day: TODAY,
        test: text,
        name: text,
        text,
        unit: text,
        lab: text,
        specimen: text,
        method: text,
        note: text,
        stamp: 1
      })),
      reviews: HOSTILE.map((text, i) => ({ id: `r${i}`, plan: text, week: 1, day: TODAY, text, stamp: 1 })),
      steps: HOSTILE.map((text, i) => ({ id: `t${i}`, kind: 'other', name: text, start: TODAY, stamp: 1 })),
      events: HOSTILE.slice(0, 6).map((food, i) => ({
        id: `${TODAY}/${i}`,
        day: TODAY,
        trackable: 'food-reaction',
        value: { food, severity: 3 },
        stamp: 1
      })),
      items: [{ id: 'own-1', stamp: 1, own: { name: '=1+1', category: 'systemic', kind: 'scale' } }],
      days: [{ day: TODAY, answers: { 'own-1': 2 }, stamps: { 'own-1': 1 } }],
      protocols: [{ ...protocolOf('single-food', { id: 'p', targets: ['gas'], food: '=1+1' }), stamp: 1 }]
    })
  )

  test('never begin like a formula, and have no control characters', () => {
    for (const [name, text] of Object.entries(files)) {
      // eslint-disable-next-line no-control-regex
      expect(text, name).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/)
      if (name === 'README.txt') continue
      for (const row of rowsOf(files, name)) {
        for (const [column, field] of Object.entries(row)) {
          const isNumber = /^-?\d+(\.\d+)?$/.test(field) && column === 'total'
          if (!isNumber) expect(field, `${name} ${column}`).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
        }
      }
    }
  })

  test('stay in their fields, and come back but for what no table may hold', () => {
    const notes = rowsOf(files, 'scores.csv').map((row) => unguarded(row['note'] ?? ''))
    expect(notes).toEqual(
      HOSTILE.map((text) =>
        text
          .replace('\r\n', '\n')
          .replace('\u0000', '')
          .replace('\t', '')
          .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
          .trim()
      )
    )
    expect(rowsOf(files, 'scores.csv').map((row) => row['total'])).toEqual(HOSTILE.map(() => '-1'))
    expect(rowsOf(files, 'reactions.csv').map((row) => unguarded(row['food'] ?? ''))).toEqual(HOSTILE.slice(0, 6))
  })
})

test('tested foods have their days and verdicts', () => {
  const made = protocolOf('single-food', { id: 'p', targets: ['bloating'], food: 'Onions' })
  const log = [
    {
      day: '2026-06-01',
      is: 'safety-confirmed',
      answers: { eatingDisorder: false, fearOrLoss: false, vulnerable: false }
    },
    { day: '2026-06-01', is: 'elimination-started' },
    { day: '2026-06-20', is: 'ready-confirmed' },
    { day: '2026-06-21', is: 'challenge-started', food: 'Onions', plannedDays: 1 },
    { day: '2026-06-21', is: 'dose-taken', challengeDay: 1, size: 'medium' },
    { day: '2026-06-22', is: 'observation-begun' },
    { day: '2026-06-26', is: 'verdict-given', auto: 'possible-reaction', alone: 'possible-reaction', own: 'tolerated' }
  ] as const
  const events = log.map((event, i) => ({ ...event, id: `e${i}`, at: i }))
  const files = unpacked(diary({ protocols: [{ ...made, stamp: 1, events }] }))
  expect(rowsOf(files, 'challenges.csv')).toMatchObject([
    {
      food: 'Onions',
      start: '2026-06-21',
      end: '2026-06-24',
      closed: '2026-06-26',
      portions: '1: medium',
      counts: 'true',
      verdict: 'tolerated',
      verdict_own: 'tolerated',
      verdict_of_this_test: 'possible-reaction',
      standing_of_food: 'tolerated'
    }
  ])
})

test('the codebook explains every item of the tables once', () => {
  const rows = rowsOf(unpacked(sampleTables(30)), 'codebook.csv')
  const ids = rows.map((row) => row['item_id'])
  expect(new Set(ids).size).toBe(ids.length)
  for (const { id } of CATALOGUE) expect(ids).toContain(id)
  const row = (id: string) => rows.find((one) => one['item_id'] === id)
  expect(row('bloating')).toMatchObject({
    unit: '{score}',
    min: '0',
    max: '10',
    better: 'lower',
    origin: 'asked',
    snomed_code: '116289008'
  })
  expect(row('bloating')?.['attribution']).toMatch(/SNOMED/)
  expect(row('skin-eczema')).toMatchObject({ snomed_code: '', attribution: '' })
  expect(row('stool-count')).toMatchObject({ origin: 'derived', derived_from: 'bowel-movement' })
  expect(row('exposure') ?? row('gluten')).toMatchObject({ values: '0 none; 1 some; 2 a lot' })
})

test('a diary with nothing in it makes no file', () => {
  expect(tableFiles(emptyTables(), TODAY)).toBe(null)
})
