import { describe, expect, it } from 'vitest'
import { CATALOGUE } from '#domain/catalogue/index.ts'
import { merged, type Held } from '#domain/csv/merge.ts'
import { readOwnDefinition } from '#domain/own-definition.ts'
import { ownTrackable } from '#domain/tracked.ts'
import { applied, importPreview, takenBack } from './apply.ts'
import { appleHealthZip } from './apple-health/fixture.ts'
import { BEARABLE_2020, BEARABLE_2024 } from './bearable/fixture.ts'
import { DAYLIO_2017 } from './daylio/fixture.ts'
import { readDiary, ZONE } from './fixture.ts'
import { FLAREDOWN_LONG } from './flaredown/fixture.ts'
import type { ForeignDiary } from './importer.ts'
import { loopZip } from './loop/fixture.ts'
import { MYSYMPTOMS } from './mysymptoms/fixture.ts'
import { suggestionsFor, type Choice } from './suggest.ts'
import { waysInto } from './ways.ts'

const STAMP = 1_800_000_000_000
const CONTEXT = { items: CATALOGUE, today: '2026-11-23', zone: ZONE, stamp: STAMP }
const EMPTY: Held = { days: [], events: [] }

const suggested = (diary: ForeignDiary, items = CATALOGUE) =>
  new Map(suggestionsFor(diary, items).map(({ from, choice }) => [from.id, choice]))
const linesOf = (rows: ReturnType<typeof applied>) =>
  rows.entries.map(({ day, at = '', item, value }) => `${day} ${at} ${item.name}: ${JSON.stringify(value)}`)
const mappingOf = (diary: ForeignDiary) =>
  suggestionsFor(diary, CATALOGUE).map(({ from, choice }) => {
    if (choice.to === 'leave-out') return `${from.name} –`
    return `${from.name} → ${choice.to === 'new' ? `new ${choice.own.kind} “${choice.own.name}”` : choice.item} (${choice.way})`
  })

describe('a suggestion', () => {
  it('keeps scales apart and leaves out what has no place', async () => {
    expect(mappingOf(await readDiary(BEARABLE_2020))).toEqual([
      'Back (lower) pain → new scale “Back (lower) pain (Bearable 0–4)” (as-is)',
      'Sleep –',
      'Mood → new scale “Mood (Bearable 1–10)” (as-is)',
      'Meh –',
      'Anxious –',
      'Stress → new scale “Stress (Bearable 0–4)” (as-is)',
      'Notes → note (as-is)',
      'Sleep times → sleep (as-is)',
      'Clomipramine → new dose “Clomipramine” (as-is)',
      'Bowel movements → bowel-movement (as-is)',
      'Bowel movements, in words –',
      'Rain, all day –',
      'Work 💼 –',
      'Coke Zero –',
      'Leftover Greek pasta –'
    ])
  })

  it('takes the same scale for the same item, and finds items by other names', async () => {
    const mapping = mappingOf(await readDiary(MYSYMPTOMS))
    expect(mapping).toContain('Stomach cramping → abdominal-pain (as-is)')
    expect(mapping).toContain('Heartburn → new scale “Heartburn” (as-is)')
    expect(mappingOf(await readDiary(FLAREDOWN_LONG))).toContain('Zinc → sup-zinc (as-is)')
    expect(mappingOf(await readDiary(loopZip()))).toContain('Water → water (as-is)')
  })

  it('never changes numbers unasked: every suggested way is exact, or says what it leaves', async () => {
    for (const content of [
      BEARABLE_2020,
      BEARABLE_2024,
      DAYLIO_2017,
      FLAREDOWN_LONG,
      MYSYMPTOMS,
      loopZip(),
      appleHealthZip()
    ]) {
      for (const { choice, why } of suggestionsFor(await readDiary(content), CATALOGUE)) {
        expect(why).toMatch(/^[A-Z1-9].*\.$/)
        if (choice.to !== 'leave-out') expect(['as-is', 'unit', 'taken']).toContain(choice.way)
        if (choice.to === 'new') expect(readOwnDefinition(choice.own)).toEqual(choice.own)
      }
    }
  })

  it('makes numbers of one’s own: what adds up, and what is measured', async () => {
    const csv = 'day,time,Coffee cups,Weight\n2026-01-05,08:00,1,70.5\n2026-01-05,12:00,2,70\n2026-01-06,08:00,1,71\n'
    const diary = await readDiary(csv)
    expect(mappingOf(diary)).toEqual([
      'Coffee cups → new count “Coffee cups” (as-is)',
      'Weight → new count “Weight” (as-is)'
    ])
    expect(linesOf(applied(diary, suggested(diary), CONTEXT))).toEqual([
      '2026-01-05  Coffee cups: 3',
      '2026-01-05  Weight: 70.25',
      '2026-01-06  Coffee cups: 1',
      '2026-01-06  Weight: 71'
    ])
  })

  it('makes nothing of what was recorded once or twice', async () => {
    const [work] = suggestionsFor(await readDiary(DAYLIO_2017), CATALOGUE).filter(({ from }) => from.name === 'work')
    expect(work).toMatchObject({ choice: { to: 'leave-out' }, why: 'Recorded only once.' })
  })
})

describe('a way', () => {
  it('that rescales says each step', async () => {
    const diary = await readDiary(BEARABLE_2020)
    const stress = diary.items.find(({ name }) => name === 'Stress')
    const ours = CATALOGUE.find(({ id }) => id === 'stress')
    const ways = stress && ours ? waysInto(stress, ours) : []
    expect(ways.map(({ id, says, exact }) => [id, says, exact])).toEqual([
      ['stretched', 'Rescaled: 0, 1, 2, 3, 4 become 0, 3, 5, 8, 10.', false]
    ])
  })

  it('that turns a mood round says so', async () => {
    const diary = await readDiary(DAYLIO_2017)
    const mood = diary.items.find(({ name }) => name === 'Mood')
    const ours = CATALOGUE.find(({ id }) => id === 'low-mood')
    const choice: Choice = { to: 'item', item: 'low-mood', way: 'turned' }
    expect(mood && ours ? waysInto(mood, ours).map(({ says }) => says) : []).toEqual([
      'Turned round and rescaled: 1, 2, 3, 4, 5 become 10, 8, 5, 3, 0.'
    ])
    expect(linesOf(applied(diary, new Map([['mood', choice]]), CONTEXT))).toEqual([
      '2017-06-22  Low mood: 3',
      '2018-05-18  Low mood: 5'
    ])
  })
})

describe('an import', () => {
  it('makes answers, nights and events of the entries', async () => {
    const diary = await readDiary(BEARABLE_2020)
    const rows = applied(diary, suggested(diary), CONTEXT)
    expect(linesOf(rows)).toEqual([
      '2020-09-22  Mood (Bearable 1–10): 6',
      '2020-09-22  Stress (Bearable 0–4): 1',
      '2020-09-22  Back (lower) pain (Bearable 0–4): 3',
      '2020-09-22  Note: "after the long drive"',
      '2020-09-21  Back (lower) pain (Bearable 0–4): 4',
      '2020-10-01  Sleep: {"bed":{"instant":"2020-10-01T00:45:00Z","zone":"Europe/Oslo","offset":120},"wake":{"instant":"2020-10-01T10:30:00Z","zone":"Europe/Oslo","offset":120}}',
      '2020-10-02  Clomipramine: {"taken":true,"amount":50}',
      '2020-10-02 2020-10-02T09:15+02:00 Bowel movements: {"type":6}'
    ])
    expect(rows.items.map(({ id, own }) => [/^own-bearable-\w{11}-\w{4}$/.test(id), own.name])).toEqual([
      [true, 'Mood (Bearable 1–10)'],
      [true, 'Stress (Bearable 0–4)'],
      [true, 'Back (lower) pain (Bearable 0–4)'],
      [true, 'Clomipramine']
    ])
    expect(rows.refused).toEqual([])
  })

  it('once more changes nothing, also when the file has grown', async () => {
    const diary = await readDiary(BEARABLE_2020)
    const rows = applied(diary, suggested(diary), CONTEXT)
    const first = importPreview(EMPTY, rows)
    expect(first).toMatchObject({ new: 8, unchanged: 0, kept: 0, removed: 0 })
    const held = merged(EMPTY, first.writes.entries, (before) => before + 1)
    // The items it made are in the diary now, and are found again.
    const items = [...CATALOGUE, ...rows.items.map(({ id, own }) => ownTrackable(id, own))]
    const grown = await readDiary(`${BEARABLE_2020}"5th Oct 2020","Monday","pm","Symptom","2","Stress (Moderate)",""\n`)
    const again = applied(grown, suggested(grown, items), { ...CONTEXT, items, stamp: STAMP + 5 })
    expect(again.items).toEqual([])
    expect(importPreview(held, again)).toMatchObject({ new: 1, unchanged: 8, kept: 0, removed: 0 })
  })

  it('leaves what the person recorded or took out, and can be taken back', async () => {
    const diary = await readDiary(BEARABLE_2020)
    const rows = applied(diary, suggested(diary), CONTEXT)
    const held = merged(EMPTY, rows.entries, (before) => before + 1)
    const note = held.days.find(({ answers }) => 'note' in answers)
    if (note)
      Object.assign(note, { answers: { ...note.answers, note: 'mine' }, stamps: { ...note.stamps, note: STAMP + 9 } })
    expect(importPreview(held, rows)).toMatchObject({ new: 0, unchanged: 7, kept: 1, removed: 0 })
    const back = takenBack(held, STAMP, (before) => before + 10)
    expect(back.days.flatMap(({ answers }) => Object.entries(answers))).toEqual([['note', 'mine']])
    expect(back.events).toEqual([
      { ...held.events[0], value: undefined, at: undefined, stamp: STAMP + 10, deleted: true }
    ])
    expect(importPreview(back, rows)).toMatchObject({ new: 0, unchanged: 0, kept: 1, removed: 7 })
    expect(importPreview(back, rows, { again: true }).writes.entries).toHaveLength(7)
    // What was taken back with its import is no choice against each answer.
    const undone = new Set([STAMP + 10])
    expect(importPreview(back, rows, { undone })).toMatchObject({ new: 7, unchanged: 0, kept: 1, removed: 0 })
  })

  it('refuses the future and what an item cannot be, with line and reason', () => {
    const item = {
      id: 'x',
      name: 'Gas',
      kind: 'number',
      group: 'other',
      count: 2,
      examples: [],
      first: '2026-01-01',
      last: '2027-01-01'
    } as const
    const diary: ForeignDiary = {
      is: 'diary',
      app: { id: 'any-csv', name: 'CSV table' },
      items: [{ ...item, examples: [], range: { min: 1, max: 9, whole: true } }],
      entries: [
        { day: '2027-01-01', item: 'x', value: 1, line: 2 },
        { day: '2026-01-01', item: 'x', value: 11, line: 3 },
        { day: '2026-01-01', item: 'x', value: 4, line: 4 },
        { day: '2026-01-01', item: 'x', value: 6, line: 5 }
      ],
      refused: [],
      notes: []
    }
    const rows = applied(diary, new Map([['x', { to: 'item', item: 'gas', way: 'taken-as' }]]), CONTEXT)
    expect(rows.refused).toEqual([
      { line: 2, why: '2027-01-01 is in the future.' },
      { line: 3, why: 'Gas “11” is not something that Gas can be.' }
    ])
    expect(linesOf(rows)).toEqual(['2026-01-01  Gas: 6'])
    expect(rows.counts.get('x')).toEqual({ taken: 2, refused: 2 })
  })

  it('puts a time that the clock skipped behind the gap', async () => {
    const diary = await readDiary(
      BEARABLE_2024.replace(
        '"6th Mar 2024","2024-03-06","Wednesday","Symptom","24:00","2","Bloating (Moderate)"',
        '"31st Mar 2024","2024-03-31","Sunday","Bowel Movements","2:30","None","Type 4"'
      )
    )
    const rows = applied(diary, suggested(diary), CONTEXT)
    expect(linesOf(rows)).toContain('2024-03-31 2024-03-31T03:30+02:00 Bowel movements: {"type":4}')
  })
})
