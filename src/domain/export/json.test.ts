import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TABLES } from '#domain/backup/tables.ts'
import { arbitraryExport, sampleTables, TODAY } from './arbitrary.ts'
import { jsonExport, JSON_VERSION, type JsonExport } from './json.ts'
import { exportFileName, spanOf, wholeDiary } from './whole-diary.ts'

const MADE = '2026-11-23T08:00:00.000Z'
const PERIOD = { first: '2026-05-26', last: TODAY }
const read = (made: JsonExport) => JSON.parse(JSON.stringify(made)) as JsonExport

test('it says what it is, and explains each of its parts', () => {
  const made = read(jsonExport(sampleTables(), PERIOD, MADE))
  expect(made).toMatchObject({
    format: 'mend-json',
    version: JSON_VERSION,
    app: { name: 'Mend' },
    made: MADE,
    period: PERIOD
  })
  const parts = ['codebook', 'settings', ...Object.keys(made.tables)]
  expect(Object.keys(made.about).sort()).toEqual([...parts, 'general', 'attribution'].sort())
})

test('it has every table of the diary', () => {
  const made = jsonExport(sampleTables(), PERIOD, MADE)
  expect(Object.keys({ ...made.tables, settings: made.settings }).sort()).toEqual([...TABLES].sort())
})

test('whatever is in a diary comes back from the file, without what was removed', () => {
  fc.assert(
    fc.property(arbitraryExport, (tables) => {
      const made = read(jsonExport(tables, PERIOD, MADE))
      expect(made.tables.days).toEqual(
        tables.days.filter(({ answers, skipped = [] }) => Object.keys(answers).length + skipped.length > 0)
      )
      expect(made.tables.events).toEqual(tables.events.filter((event) => !('deleted' in event)))
      expect(made.tables.labs).toEqual(tables.labs.filter((lab) => !('deleted' in lab)))
      expect(JSON.stringify(made)).not.toContain('"deleted":true')
    })
  )
}, 30_000)

test('the period goes from the first to the last thing that has a day', () => {
  const tables = sampleTables(30)
  const days = tables.days.map(({ day }) => day)
  expect(spanOf(wholeDiary(tables))).toEqual({ first: days[0], last: days.at(-1) })
  const scores = [{ id: 'a', day: '2020-01-01', instrument: 'who-5', total: 52, note: '', stamp: 1 }]
  expect(spanOf(wholeDiary({ ...tables, scores }))).toEqual({ first: '2020-01-01', last: days.at(-1) })
  expect(exportFileName('fhir', PERIOD, '.json')).toBe('mend-fhir-2026-05-26-to-2026-11-23.json')
})
