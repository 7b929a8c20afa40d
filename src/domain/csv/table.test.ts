import { expect, test } from 'vitest'
import type { Diary } from '#domain/record.ts'
import { csvFileName, csvParts, recordedDays, textField, widened } from './table.ts'

test.each([
  ['rice', 'rice'],
  ['2026-11-23T07:40+01:00', '2026-11-23T07:40+01:00'],
  ['10*9.[CFU]', '10*9.[CFU]'],
  ['a,b', '"a,b"'],
  ['say "x"', '"say ""x"""'],
  ['one\ntwo', '"one\ntwo"'],
  [' x ', '" x "'],
  ['=1', "'=1"],
  ['-1', "'-1"],
  ['', '']
])('%j is written as %j', (text, field) => expect(textField(text)).toBe(field))

test('a file is made part by part, with the mark for Excel at its very start only', async () => {
  const table = { header: 'day\r\n', lines: ({ from }: { from: string }) => [`${from}\r\n`] }
  const stretch = (from: string) => ({ from, to: from, days: [], events: [] })
  const parts = []
  for await (const part of csvParts(table, [stretch('a'), stretch('b')], { excel: true })) parts.push(part)
  expect(parts).toEqual([
    { text: '\uFEFFday\r\n', rows: 0 },
    { text: 'a\r\n', rows: 1 },
    { text: 'b\r\n', rows: 1 }
  ])
})

test('a day counts as recorded when anything stands there', () => {
  const diary: Diary = {
    days: [
      { day: '2026-11-20', answers: {}, stamps: { gas: 1 } },
      { day: '2026-11-22', answers: { gas: 0 }, stamps: { gas: 1 } }
    ],
    events: [{ id: '2026-11-21/a', day: '2026-11-21', trackable: 'bowel-movement', value: { type: 4 }, stamp: 1 }]
  }
  expect([...recordedDays(diary)].sort()).toEqual(['2026-11-21', '2026-11-22'])
  expect(widened(null, diary)).toEqual({ first: '2026-11-21', last: '2026-11-22' })
  expect(widened({ first: '2026-11-22', last: '2026-11-30' }, diary)).toEqual({
    first: '2026-11-21',
    last: '2026-11-30'
  })
  expect(widened(null, { days: [], events: [] })).toBe(null)
})

test('the file name says what is in it and which days', () => {
  const span = { first: '2026-05-25', last: '2026-11-23' }
  expect(csvFileName('entries', span, false)).toBe('mend-entries-2026-05-25-to-2026-11-23.csv')
  expect(csvFileName('daily', span, true)).toBe('mend-daily-2026-05-25-to-2026-11-23-excel.csv')
})
