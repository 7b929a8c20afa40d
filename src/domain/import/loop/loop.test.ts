import { describe, expect, it } from 'vitest'
import { itemsOf, linesOf, readDiary, refusedOf } from '#domain/import/fixture.ts'
import { loopZip, loopOldZip, loopTableZip } from './fixture.ts'

describe('Loop', () => {
  it('reads folders joined by position, numbers in thousandths, NO as 0', async () => {
    const diary = await readDiary(loopZip())
    expect(diary.app.id).toBe('loop')
    expect(linesOf(diary)).toEqual([
      '4 2026-02-03  · Walk, outside 🌳 = true',
      '4 2026-02-03  · Walk, outside 🌳: notes = "by the sea, windy"',
      '5 2026-02-02  · Walk, outside 🌳 = false',
      '2 2026-02-03  · Water = 1500',
      '3 2026-02-02  · Water = 0',
      '5 2026-01-31  · Water = 12.5'
    ])
    expect(itemsOf(diary)).toEqual(['Walk, outside 🌳 yes-no 2', 'Walk, outside 🌳: notes text 1', 'Water number 3 ml'])
    expect(refusedOf(diary)).toEqual([
      '7 “2026-02-30” is not a day of Walk, outside 🌳 that Mend can read.',
      '6 “lots” is not a value of Water.'
    ])
    expect(diary.notes).toEqual([])
  })

  it('reads old files without a header, whose 0 is no answer', async () => {
    const diary = await readDiary(loopOldZip())
    expect(diary.app.id).toBe('loop')
    expect(linesOf(diary)).toEqual(['1 2019-01-04  · Meditate = true'])
    expect(itemsOf(diary)).toEqual(['Meditate yes-no 1'])
    expect(refusedOf(diary)).toEqual([])
    expect(diary.notes).toEqual([])
  })

  it('reads the table of all habits with its empty column', async () => {
    const diary = await readDiary(loopTableZip())
    expect(diary.app.id).toBe('loop')
    expect(linesOf(diary)).toEqual([
      '2 2026-02-03  · A = true',
      '2 2026-02-03  · B = 2',
      '3 2026-02-02  · A = false',
      '3 2026-02-02  · B = 0'
    ])
    expect(itemsOf(diary)).toEqual(['A yes-no 2', 'B number 2'])
    expect(refusedOf(diary)).toEqual([])
    expect(diary.notes).toEqual([])
  })
})
