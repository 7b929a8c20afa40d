import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryTables } from './arbitrary.ts'
import { contentsOf, differenceOf, isSameDiary, newerHere } from './difference.ts'
import { mergedTables } from './merge.ts'
import { emptyTables, type Tables } from './tables.ts'

const DAY = '2026-03-04'
const diary = (tables: Partial<Tables>): Tables => ({ ...emptyTables(), ...tables })
const day = (answers: Record<string, number>, stamps: Record<string, number>) =>
  diary({ days: [{ day: DAY, answers, stamps }] })
const movement = { id: `${DAY}/a`, day: DAY, trackable: 'bowel-movement', value: { type: 4 }, stamp: 5 }
const removed = { id: `${DAY}/a`, day: DAY, trackable: 'bowel-movement', stamp: 5, deleted: true } as const

describe('merging', { timeout: 60_000 }, () => {
  test('does not depend on which copy is merged into which', () => {
    fc.assert(
      fc.property(arbitraryTables, arbitraryTables, (a, b) => {
        expect(mergedTables(a, b)).toEqual(mergedTables(b, a))
      })
    )
  })

  test('a second time changes nothing, and neither does a copy of the same', () => {
    fc.assert(
      fc.property(arbitraryTables, arbitraryTables, (a, b) => {
        const once = mergedTables(a, b)
        expect(mergedTables(once, b)).toEqual(once)
        expect(mergedTables(a, a)).toEqual(a)
        expect(mergedTables(a, emptyTables())).toEqual(a)
      })
    )
  })

  test('of three copies comes to the same in any order', () => {
    fc.assert(
      fc.property(arbitraryTables, arbitraryTables, arbitraryTables, (a, b, c) => {
        expect(mergedTables(mergedTables(a, b), c)).toEqual(mergedTables(a, mergedTables(b, c)))
      })
    )
  })

  test('takes the newer of each answer within a day', () => {
    const merged = mergedTables(
      day({ gas: 1, stress: 2 }, { gas: 9, stress: 1 }),
      day({ gas: 5, stress: 6 }, { gas: 3, stress: 4 })
    )
    expect(merged).toEqual(day({ gas: 1, stress: 6 }, { gas: 9, stress: 4 }))
  })

  test('a cleared answer wins over an older one and loses to a newer one', () => {
    expect(mergedTables(day({ gas: 1 }, { gas: 3 }), day({}, { gas: 4 }))).toEqual(day({}, { gas: 4 }))
    expect(mergedTables(day({ gas: 1 }, { gas: 5 }), day({}, { gas: 4 }))).toEqual(day({ gas: 1 }, { gas: 5 }))
    expect(mergedTables(day({ gas: 1 }, { gas: 4 }), day({}, { gas: 4 }))).toEqual(day({}, { gas: 4 }))
  })

  test('a skip wins over an older answer, loses to a newer one, and to a later clearing', () => {
    const skipped = (stamp: number) =>
      diary({ days: [{ day: DAY, answers: {}, skipped: ['gas'], stamps: { gas: stamp } }] })
    expect(mergedTables(day({ gas: 1 }, { gas: 3 }), skipped(4))).toEqual(skipped(4))
    expect(mergedTables(day({ gas: 1 }, { gas: 5 }), skipped(4))).toEqual(day({ gas: 1 }, { gas: 5 }))
    expect(mergedTables(day({}, { gas: 5 }), skipped(4))).toEqual(day({}, { gas: 5 }))
  })

  test('what was skipped is a difference, and nothing recorded', () => {
    const empty = day({}, { gas: 4 })
    const skipped = diary({ days: [{ day: DAY, answers: {}, skipped: ['gas'], stamps: { gas: 4 } }] })
    expect(isSameDiary(differenceOf(empty, skipped))).toBe(false)
    expect(contentsOf(skipped)).toMatchObject({ days: 0, answers: 0 })
  })

  test('a removed event stays removed unless it was written again later', () => {
    expect(mergedTables(diary({ events: [movement] }), diary({ events: [removed] })).events).toEqual([removed])
    const later = { ...movement, stamp: 6 }
    expect(mergedTables(diary({ events: [later] }), diary({ events: [removed] })).events).toEqual([later])
  })
})

describe('the difference', { timeout: 60_000 }, () => {
  test('counts what came in, changed and went away', () => {
    const before = diary({ days: [{ day: DAY, answers: { gas: 1, stress: 2 }, stamps: {} }], events: [movement] })
    const after = diary({
      days: [{ day: DAY, answers: { gas: 2, fatigue: 2 }, stamps: {} }],
      plans: [{ id: 'a', start: DAY, weeks: 12, stamp: 1 }]
    })
    expect(differenceOf(before, after)).toEqual({ days: 1, added: 1, changed: 1, gone: 2, others: 1 })
  })

  test('of a diary to itself is none', () => {
    fc.assert(fc.property(arbitraryTables, (a) => isSameDiary(differenceOf(a, a))))
  })

  test('counts the days that are newer here', () => {
    const backup = day({ gas: 1, stress: 2 }, { gas: 3, stress: 3 })
    const here = day({ gas: 7 }, { gas: 5 })
    expect(newerHere(backup, mergedTables(here, backup))).toBe(1)
    expect(newerHere(backup, mergedTables(emptyTables(), backup))).toBe(0)
  })

  test('contents are counted without what is cleared or removed', () => {
    const tables = diary({
      days: [
        { day: '2026-03-01', answers: {}, stamps: { gas: 8 } },
        { day: DAY, answers: { gas: 1 }, stamps: { gas: 1 } }
      ],
      events: [removed, { ...movement, id: '2026-03-05/b', day: '2026-03-05' }]
    })
    expect(contentsOf(tables)).toEqual({ days: 2, answers: 2, first: DAY, last: '2026-03-05', newest: 8 })
  })
})
