import { describe, expect, test } from 'vitest'
import { CATALOGUE } from '#domain/catalogue/index.ts'
import type { Value } from '#domain/record.ts'
import { merged, previewOf, type Held } from './merge.ts'
import type { ReadEntry } from './read-entry.ts'

const DAY = '2026-11-22'
const NOW = 9000
const after = (before: number) => Math.max(NOW, before + 1)

const entry = (
  id: string,
  value: Value | null,
  more: { stamp?: number; at?: string; entry?: string } = {}
): ReadEntry => {
  const item = CATALOGUE.find((each) => each.id === id)
  if (item === undefined) throw new Error(`no ${id}`)
  const { entry: own = id, ...rest } = more
  return { id: `${DAY}/${own}`, day: DAY, item, value, ...rest }
}

const EMPTY: Held = { days: [], events: [] }
const HELD: Held = {
  days: [
    {
      day: DAY,
      answers: { bloating: 5, 'sup-zinc': { amount: 15, taken: true } },
      stamps: { bloating: 100, 'sup-zinc': 100, gas: 200 }
    }
  ],
  events: [
    { id: `${DAY}/a`, day: DAY, at: `${DAY}T07:40+01:00`, trackable: 'bowel-movement', value: { type: 4 }, stamp: 100 },
    { id: `${DAY}/gone`, day: DAY, trackable: 'bowel-movement', deleted: true, stamp: 200 }
  ]
}

function outcome(held: Held, read: ReadEntry) {
  const preview = previewOf(held, { is: 'read', rows: 1, entries: [read], refused: [], items: [] })
  const { days, events } = merged(held, [read], after)
  const [name] = (['new', 'changed', 'unchanged', 'kept'] as const).filter((each) => preview[each] === 1)
  // The preview and the writing agree.
  expect(preview.writes.entries.length).toBe(days.length + events.length)
  return { is: name, stamp: days[0]?.stamps[read.item.id] ?? events[0]?.stamp }
}

describe('answers', () => {
  test.each([
    ['an empty diary takes it, with its stamp', EMPTY, entry('bloating', 3, { stamp: 50 }), 'new', 50],
    ['a line added by hand is from now', EMPTY, entry('bloating', 3), 'new', NOW],
    ['another answer of a day that is there', HELD, entry('stress', 3, { stamp: 50 }), 'new', 50],
    ['the same value changes nothing', HELD, entry('bloating', 5, { stamp: 100 }), 'unchanged', undefined],
    ['the same value, newer', HELD, entry('bloating', 5, { stamp: 300 }), 'unchanged', undefined],
    ['the same value, older', HELD, entry('bloating', 5, { stamp: 1 }), 'unchanged', undefined],
    [
      'the same value, written in another order',
      HELD,
      entry('sup-zinc', { taken: true, amount: 15 }, { stamp: 100 }),
      'unchanged',
      undefined
    ],
    ['a newer value wins, with its stamp', HELD, entry('bloating', 6, { stamp: 101 }), 'changed', 101],
    ['an older value loses', HELD, entry('bloating', 6, { stamp: 99 }), 'kept', undefined],
    ['a value edited in a spreadsheet is from now', HELD, entry('bloating', 6, { stamp: 100 }), 'changed', NOW],
    ['a value added by hand is from now', HELD, entry('bloating', 6), 'changed', NOW],
    ['what was cleared later stays cleared', HELD, entry('gas', 6, { stamp: 199 }), 'kept', undefined],
    ['what was cleared earlier comes back', HELD, entry('gas', 6, { stamp: 201 }), 'changed', 201]
  ])('%s', (_, held, read, is, stamp) => expect(outcome(held, read)).toEqual({ is, stamp }))

  test('the rest of the day stays as it is', () => {
    expect(merged(HELD, [entry('stress', 3, { stamp: 50 })], after).days).toEqual([
      {
        day: DAY,
        answers: { bloating: 5, 'sup-zinc': { amount: 15, taken: true }, stress: 3 },
        stamps: { bloating: 100, 'sup-zinc': 100, gas: 200, stress: 50 }
      }
    ])
  })
})

describe('events', () => {
  const at = `${DAY}T07:40+01:00`
  const movement = (type: number, more: Parameters<typeof entry>[2]) => entry('bowel-movement', { type }, more)
  test.each([
    ['a new one', HELD, movement(4, { entry: 'b', at, stamp: 50 }), 'new', 50],
    ['the same one', HELD, movement(4, { entry: 'a', at, stamp: 100 }), 'unchanged', undefined],
    ['another type, newer', HELD, movement(5, { entry: 'a', at, stamp: 101 }), 'changed', 101],
    ['another type, older', HELD, movement(5, { entry: 'a', at, stamp: 99 }), 'kept', undefined],
    ['another time, edited', HELD, movement(4, { entry: 'a', stamp: 100 }), 'changed', NOW],
    ['removed later', HELD, movement(4, { entry: 'gone', at, stamp: 199 }), 'kept', undefined],
    ['removed earlier', HELD, movement(4, { entry: 'gone', at, stamp: 201 }), 'changed', 201]
  ])('%s', (_, held, read, is, stamp) => expect(outcome(held, read)).toEqual({ is, stamp }))
})

test('what became newer between the preview and the import stays', () => {
  const read = entry('bloating', 6, { stamp: 101 })
  const later: Held = { days: [{ day: DAY, answers: { bloating: 7 }, stamps: { bloating: 500 } }], events: [] }
  expect(merged(later, [read], after)).toEqual({ days: [], events: [] })
})

test('a preview counts lines and entries, and hands on what was refused', () => {
  const refused = [{ lines: [4], reason: 'Mend does not know the item “foo”.' }]
  const items = [{ id: 'own-1', own: { name: 'Rash', category: 'systemic', kind: 'scale' } as const }]
  const entries = [
    entry('bloating', 5, { stamp: 100 }),
    entry('gas', 1, { stamp: 1 }),
    entry('stress', 1, { stamp: 1 })
  ]
  expect(previewOf(HELD, { is: 'read', rows: 4, entries, refused, items })).toEqual({
    read: 4,
    new: 1,
    changed: 0,
    unchanged: 1,
    kept: 1,
    refused,
    writes: { entries: [entries[2]], items }
  })
})

describe('what was skipped', () => {
  const skipping: Held = {
    days: [{ day: DAY, answers: {}, skipped: ['gas', 'stress'], stamps: { gas: 100, stress: 100 } }],
    events: []
  }

  test.each([
    ['an empty diary takes it', EMPTY, entry('bloating', null, { stamp: 50 }), 'new', 50],
    ['a newer skip takes the place of an answer', HELD, entry('bloating', null, { stamp: 101 }), 'changed', 101],
    ['an older one does not', HELD, entry('bloating', null, { stamp: 99 }), 'kept', undefined],
    ['the same skip changes nothing', skipping, entry('gas', null, { stamp: 300 }), 'unchanged', undefined],
    ['a newer answer takes its place', skipping, entry('gas', 4, { stamp: 101 }), 'changed', 101]
  ])('%s', (_, held, read, is, stamp) => expect(outcome(held, read)).toEqual({ is, stamp }))

  test('an item has an answer or is skipped, never both', () => {
    expect(merged(skipping, [entry('gas', 4, { stamp: 101 })], after).days).toEqual([
      { day: DAY, answers: { gas: 4 }, skipped: ['stress'], stamps: { gas: 101, stress: 100 } }
    ])
    const [day] = merged(HELD, [entry('bloating', null, { stamp: 101 })], after).days
    expect(day).toMatchObject({ answers: { 'sup-zinc': { taken: true } }, skipped: ['bloating'] })
    expect(day?.answers).not.toHaveProperty('bloating')
  })
})
