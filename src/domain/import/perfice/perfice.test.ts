import { describe, expect, it } from 'vitest'
import { itemsOf, linesOf, readDiary, refusedOf } from '#domain/import/fixture.ts'
import { PERFICE, PERFICE_CSV, PERFICE_FORM } from './fixture.ts'

describe('Perfice', () => {
  it('reads the complete export', async () => {
    const diary = await readDiary(PERFICE)
    expect(diary.app.id).toBe('perfice')
    expect(linesOf(diary)).toEqual([
      '1 2026-02-03 10:00 · Bloating = 4',
      '2 2026-02-04 02:00 · Walk: How long? = 45',
      '2 2026-02-04 02:00 · Walk: Where?: sea = true',
      '4 2026-02-03 10:00 · Alcohol = true'
    ])
    expect(itemsOf(diary)).toEqual([
      'Bloating number 1',
      'Walk: How long? number 1 min',
      'Walk: Where?: sea yes-no 1',
      'Alcohol yes-no 1'
    ])
    expect(refusedOf(diary)).toEqual(['3 Entry 3 has no time that Mend can read.'])
    expect(diary.notes).toEqual([])
  })

  it('reads one form as CSV', async () => {
    const diary = await readDiary(PERFICE_CSV)
    expect(diary.app.id).toBe('perfice')
    expect(linesOf(diary)).toEqual([
      '2 2026-02-03 10:00 · How bad? = 4',
      '2 2026-02-03 10:00 · Where?: sea = true',
      '2 2026-02-03 10:00 · Where?: wood = true'
    ])
    expect(itemsOf(diary)).toEqual(['How bad? number 1', 'Where?: sea yes-no 1', 'Where?: wood yes-no 1'])
    expect(refusedOf(diary)).toEqual(['3 “never” is not a time that Mend can read.'])
    expect(diary.notes).toEqual([])
  })

  it('reads one form as JSON', async () => {
    const diary = await readDiary(PERFICE_FORM)
    expect(diary.app.id).toBe('perfice')
    expect(linesOf(diary)).toEqual(['1 2026-02-03 10:00 · How bad? = 4'])
    expect(itemsOf(diary)).toEqual(['How bad? number 1'])
    expect(refusedOf(diary)).toEqual([])
    expect(diary.notes).toEqual([])
  })
})
