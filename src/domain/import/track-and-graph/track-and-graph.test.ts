import { describe, expect, it } from 'vitest'
import { itemsOf, linesOf, readDiary, refusedOf } from '#domain/import/fixture.ts'
import { TRACK_AND_GRAPH, TRACK_AND_GRAPH_OLD } from './fixture.ts'

describe('Track & Graph', () => {
  it('reads values, durations and labels', async () => {
    const diary = await readDiary(TRACK_AND_GRAPH)
    expect(diary.app.id).toBe('track-and-graph')
    expect(linesOf(diary)).toEqual([
      '2 2026-02-03 23:30 · Bloating = 4',
      '2 2026-02-03 23:30 · Notes = "after dinner, late"',
      '3 2026-02-04 08:00 · Walk, fast = 45',
      '4 2026-02-04 09:00 · Mood: Good = true'
    ])
    expect(itemsOf(diary)).toEqual([
      'Bloating number 1',
      'Notes text 1',
      'Walk, fast number 1 min',
      'Mood: Good yes-no 1'
    ])
    expect(refusedOf(diary)).toEqual([
      '5 “2026-02-30T09:00:00+01:00” is not a time that Mend can read.',
      '6 “lots” is not a value of Bloating.'
    ])
    expect(diary.notes).toEqual([])
  })

  it('reads labels behind values', async () => {
    const diary = await readDiary(TRACK_AND_GRAPH_OLD)
    expect(diary.app.id).toBe('track-and-graph')
    expect(linesOf(diary)).toEqual(['2 2021-02-05 10:10 · Mood: Label 1 = true', '3 2021-02-05 10:10 · Weight = 70.5'])
    expect(itemsOf(diary)).toEqual(['Mood: Label 1 yes-no 1', 'Weight number 1'])
    expect(refusedOf(diary)).toEqual([])
    expect(diary.notes).toEqual([])
  })
})
