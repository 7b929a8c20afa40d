import { expect, test } from 'vitest'
import { CATALOGUE } from '#domain/catalogue/index.ts'
import type { Diary } from '#domain/record.ts'
import { ownTrackable } from '#domain/tracked.ts'
import { longTable } from './long.ts'
import { csvParts } from './table.ts'

const OWN = ownTrackable('own-1', { name: 'Rose, "wild" hip', category: 'supplement', kind: 'dose', unit: '{capsule}' })
const HEADER =
  'entry_id,day,instant,timezone,item_id,item_label,category,kind,item_unit,field,value_num,value_text,unit,skipped,updated_at'
const STAMP = Date.UTC(2026, 10, 23, 6, 40)
const ISO = '2026-11-23T06:40:00.000Z'

async function textOf(diary: Diary, excel = false): Promise<string> {
  const stretch = { ...diary, from: '2026-11-01', to: '2026-11-30' }
  let text = ''
  for await (const part of csvParts(longTable([...CATALOGUE, OWN]), [stretch], { excel })) text += part.text
  return text
}

const linesOf = async (diary: Diary) => (await textOf(diary)).split('\r\n').slice(1, -1)

const answered = (answers: Diary['days'][number]['answers']): Diary => ({
  days: [
    { day: '2026-11-23', answers, stamps: Object.fromEntries(Object.keys(answers).map((id, i) => [id, STAMP + i])) }
  ],
  events: []
})

test('an empty diary is a header', async () => {
  expect(await textOf({ days: [], events: [] })).toBe(`${HEADER}\r\n`)
})

test('the Excel variant begins with a byte order mark and is else the same', async () => {
  const diary = answered({ bloating: 5 })
  expect(await textOf(diary, true)).toBe(`\uFEFF${await textOf(diary)}`)
})

test('an answer with one value is one line', async () => {
  expect(await linesOf(answered({ bloating: 5 }))).toEqual([
    `2026-11-23/bloating,2026-11-23,,,bloating,Bloating,digestive,scale,,,5,,{score},,${ISO}`
  ])
})

test('amounts are written in the unit they are kept in, yes and no as words', async () => {
  expect(await linesOf(answered({ water: 1250.5, 'meal-pace': false }))).toEqual([
    `2026-11-23/water,2026-11-23,,,water,Water,rest,amount,,,1250.5,,mL,,${ISO}`,
    '2026-11-23/meal-pace,2026-11-23,,,meal-pace,Ate slowly,lifestyle,yes-no,,,,false,,,2026-11-23T06:40:00.001Z'
  ])
})

test('what was skipped is a line without a value', async () => {
  const { days } = answered({ gas: 2 })
  const row = {
    ...days[0],
    day: '2026-11-23',
    answers: { gas: 2 },
    skipped: ['walking'],
    stamps: { gas: STAMP, walking: STAMP }
  }
  expect(await linesOf({ days: [row], events: [] })).toEqual([
    `2026-11-23/gas,2026-11-23,,,gas,Gas,digestive,scale,,,2,,{score},,${ISO}`,
    `2026-11-23/walking,2026-11-23,,,walking,Walking,lifestyle,duration,,,,,,true,${ISO}`
  ])
})

test('a night has a line for each of its times', async () => {
  const night = {
    bed: { instant: '2026-11-22T22:10:00Z', zone: 'Europe/Oslo', offset: 60 },
    wake: { instant: '2026-11-23T05:50:00Z', zone: 'Europe/Oslo', offset: 60 }
  }
  const lines = await linesOf(answered({ sleep: night }))
  expect(lines.map((line) => line.split(',').slice(9, 13))).toEqual([
    ['bed', '', '2026-11-22T23:10:00+01:00', ''],
    ['bed_zone', '', 'Europe/Oslo', ''],
    ['wake', '', '2026-11-23T06:50:00+01:00', ''],
    ['wake_zone', '', 'Europe/Oslo', ''],
    ['asleep', '460', '', 'min']
  ])
})

test('an event keeps its own id and its time', async () => {
  const event = {
    id: '2026-11-23/a',
    day: '2026-11-23',
    at: '2026-11-23T07:40+01:00',
    trackable: 'bowel-movement',
    value: { type: 4, urgency: true as const },
    stamp: STAMP
  }
  const start = '2026-11-23/a,2026-11-23,2026-11-23T07:40+01:00,UTC+01:00,bowel-movement,Bowel movements,bowel,stool,'
  expect(await linesOf({ days: [], events: [event] })).toEqual([
    `${start},type,4,,,,${ISO}`,
    `${start},urgency,,true,,,${ISO}`
  ])
})

test('texts are quoted where they must be and never run as a formula', async () => {
  const lines = async (note: string) => (await textOf(answered({ note }))).slice(HEADER.length + 2)
  expect(await lines('rice, "fried"\nand tea')).toBe(
    `2026-11-23/note,2026-11-23,,,note,Note,note,text,,,,"rice, ""fried""\nand tea",,,${ISO}\r\n`
  )
  expect(await lines('=1+1')).toContain(",,'=1+1,,")
  expect(await lines('=HYPERLINK("x","y")')).toContain(`"'=HYPERLINK(""x"",""y"")"`)
})

test('an own item brings its name, category, kind and unit along', async () => {
  expect(await linesOf(answered({ 'own-1': { taken: true } }))).toEqual([
    `2026-11-23/own-1,2026-11-23,,,own-1,"Rose, ""wild"" hip",supplement,dose,{capsule},taken,,true,,,${ISO}`
  ])
})

test('a day has its answers in the order of the items, then its events as they happened', async () => {
  const movement = (day: string, id: string, at?: string) => ({
    id: `${day}/${id}`,
    day,
    ...(at !== undefined && { at: `${day}T${at}+00:00` }),
    trackable: 'bowel-movement',
    value: { type: 4 },
    stamp: STAMP
  })
  const { days } = answered({ stress: 1, gas: 2, bloating: 3 })
  const events = [
    movement('2026-11-23', 'b', '09:00'),
    movement('2026-11-23', 'c', '07:00'),
    movement('2026-11-24', 'd'),
    movement('2026-11-22', 'a')
  ]
  expect((await linesOf({ days, events })).map((line) => line.split(',')[0])).toEqual([
    '2026-11-22/a',
    '2026-11-23/bloating',
    '2026-11-23/gas',
    '2026-11-23/stress',
    '2026-11-23/c',
    '2026-11-23/b',
    '2026-11-24/d'
  ])
})
