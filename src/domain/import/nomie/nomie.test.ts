import { describe, expect, it } from 'vitest'
import { itemsOf, linesOf, readDiary, refusedOf } from '#domain/import/fixture.ts'
import { NOMIE_5, NOMIE_6, NOMIE_DAYS, NOMIE_DETAILED } from './fixture.ts'

describe('Nomie', () => {
  it('reads a backup of version 5', async () => {
    const diary = await readDiary(NOMIE_5)
    expect(diary.app.id).toBe('nomie')
    expect(linesOf(diary)).toEqual([
      '1 2022-12-03 02:30 · Mood = 4',
      '1 2022-12-03 02:30 · Coffee ☕ = true',
      '1 2022-12-03 02:30 · @ann = true',
      '1 2022-12-03 02:30 · +holiday = true',
      '1 2022-12-03 02:30 · Notes = "felt fine"',
      '2 2022-12-03 10:00 · Water = 250',
      '2 2022-12-03 10:00 · Run = 30',
      '3 2022-12-04 13:00 · Coffee ☕ = true',
      '3 2022-12-04 13:00 · Notes = "a+b is no context"'
    ])
    expect(itemsOf(diary)).toEqual([
      'Mood scale 1',
      'Coffee ☕ yes-no 2',
      '@ann yes-no 1',
      '+holiday yes-no 1',
      'Notes text 2',
      'Water number 1 ml',
      'Run number 1 min'
    ])
    expect(refusedOf(diary)).toEqual([
      '4 “lots” is not a number for Mood.',
      '5 Entry 5 has no time that Mend can read.'
    ])
    expect(diary.notes).toEqual([])
  })

  it('reads an archive of version 6, without its copies', async () => {
    const diary = await readDiary(NOMIE_6)
    expect(diary.app.id).toBe('nomie')
    expect(linesOf(diary)).toEqual(['1 2022-12-03 10:00 · Coffee ☕ = true'])
    expect(itemsOf(diary)).toEqual(['Coffee ☕ yes-no 1'])
    expect(refusedOf(diary)).toEqual([])
    expect(diary.notes).toEqual([])
  })

  it('reads the table of days', async () => {
    const diary = await readDiary(NOMIE_DAYS)
    expect(diary.app.id).toBe('nomie')
    expect(linesOf(diary)).toEqual(['2 2022-12-04  · coffee = 2', '3 2022-12-03  · mood = 4'])
    expect(itemsOf(diary)).toEqual(['coffee number 1', 'mood number 1'])
    expect(refusedOf(diary)).toEqual([])
    expect(diary.notes).toEqual([
      'This table has 0 for every day without a value, so its zeros were left out. A backup tells them apart.'
    ])
  })

  it('reads the table of entries', async () => {
    const diary = await readDiary(NOMIE_DETAILED)
    expect(diary.app.id).toBe('nomie')
    expect(linesOf(diary)).toEqual(['2 2022-12-03 10:00 · mood = 4', '2 2022-12-03 10:00 · coffee = true'])
    expect(itemsOf(diary)).toEqual(['mood number 1', 'coffee yes-no 1'])
    expect(refusedOf(diary)).toEqual([])
    expect(diary.notes).toEqual([])
  })
})
