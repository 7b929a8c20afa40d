import { describe, expect, it } from 'vitest'
import { itemsOf, linesOf, readDiary, refusedOf } from '#domain/import/fixture.ts'
import { DAYLIO_2017, DAYLIO_2019, DAYLIO_2023, DAYLIO_2026, DAYLIO_BARE, daylioBackup } from './fixture.ts'

describe('Daylio', () => {
  it('reads the header of 2017, whose dates have no year', async () => {
    const diary = await readDiary(DAYLIO_2017)
    expect(diary.app.id).toBe('daylio')
    expect(linesOf(diary)).toEqual([
      '2 2017-06-22 21:00 · Mood = 4',
      '2 2017-06-22 21:00 · work = true',
      '2 2017-06-22 21:00 · friends = true',
      '2 2017-06-22 21:00 · Note = "A \\"fine\\" day"',
      '3 2018-05-18 00:05 · Mood = 3'
    ])
    expect(itemsOf(diary)).toEqual(['Mood scale 2', 'work yes-no 1', 'friends yes-no 1', 'Note text 1'])
    expect(refusedOf(diary)).toEqual(['4 “30 February” is not a day that Mend can read. Days look like 2026-11-23.'])
    expect(diary.notes).toEqual([])
  })

  it('reads the header of 2019, with HTML in a note', async () => {
    const diary = await readDiary(DAYLIO_2019)
    expect(diary.app.id).toBe('daylio')
    expect(linesOf(diary)).toEqual([
      '2 2019-04-02 18:43 · Mood = 5',
      '2 2019-04-02 18:43 · reading = true',
      '2 2019-04-02 18:43 · good sleep = true',
      '2 2019-04-02 18:43 · Note = "Line one\\nline two & more"'
    ])
    expect(itemsOf(diary)).toEqual(['Mood scale 1', 'reading yes-no 1', 'good sleep yes-no 1', 'Note text 1'])
    expect(refusedOf(diary)).toEqual([])
    expect(diary.notes).toEqual([])
  })

  it('reads the header of 2023, localised', async () => {
    const diary = await readDiary(DAYLIO_2023)
    expect(diary.app.id).toBe('daylio')
    expect(linesOf(diary)).toEqual([
      '2 2023-10-16 21:10 · Mood = 4',
      '2 2023-10-16 21:10 · café, con leche = true',
      '2 2023-10-16 21:10 · paseo 🚶 = true',
      '3 2023-10-16 09:15 · Mood = 2',
      '3 2023-10-16 09:15 · paseo 🚶 = true',
      '3 2023-10-16 09:15 · Note = "Mañana\\nmal dormido"'
    ])
    expect(itemsOf(diary)).toEqual(['Mood scale 2', 'café, con leche yes-no 1', 'paseo 🚶 yes-no 2', 'Note text 1'])
    expect(refusedOf(diary)).toEqual([])
    expect(diary.notes).toEqual([])
  })

  it('reads the header of 2026, with scales and moods of one’s own', async () => {
    const diary = await readDiary(DAYLIO_2026)
    expect(diary.app.id).toBe('daylio')
    expect(linesOf(diary)).toEqual([
      '2 2026-01-05 07:30 · Mood, in words = "Sunny"',
      '2 2026-01-05 07:30 · Sleep Quality = 8',
      '2 2026-01-05 07:30 · Sleep Time = 480',
      '3 2026-01-06 07:30 · Mood, in words = "awful"',
      '3 2026-01-06 07:30 · walk = true'
    ])
    expect(itemsOf(diary)).toEqual([
      'Mood, in words text 2',
      'Sleep Quality scale 1',
      'Sleep Time number 1 min',
      'walk yes-no 1'
    ])
    expect(refusedOf(diary)).toEqual([])
    expect(diary.notes).toEqual([
      'The moods have names of your own, and a CSV file does not say which is best. A Daylio backup does.'
    ])
  })

  it('reads no header at all', async () => {
    const diary = await readDiary(DAYLIO_BARE)
    expect(diary.app.id).toBe('daylio')
    expect(linesOf(diary)).toEqual([
      '1 2024-09-07 20:00 · Mood = 4',
      '1 2024-09-07 20:00 · walk = true',
      '2 2024-09-08 20:00 · Mood = 2',
      '2 2024-09-08 20:00 · Note = "tired"'
    ])
    expect(itemsOf(diary)).toEqual(['Mood scale 2', 'walk yes-no 1', 'Note text 1'])
    expect(refusedOf(diary)).toEqual([])
    expect(diary.notes).toEqual([])
  })

  it('reads a backup: months from 0, mood groups from best to worst', async () => {
    const diary = await readDiary(daylioBackup())
    expect(diary.app.id).toBe('daylio')
    expect(linesOf(diary)).toEqual([
      '1 2025-12-31 07:05 · Mood = 5',
      '1 2025-12-31 07:05 · Spaziergang = true',
      '1 2025-12-31 07:05 · Kaffee ☕ = true',
      '2 2026-01-01 22:30 · Mood = 2',
      '2 2026-01-01 22:30 · Spaziergang = true',
      '2 2026-01-01 22:30 · Note = "T\\na\\nb"'
    ])
    expect(itemsOf(diary)).toEqual(['Mood scale 2', 'Spaziergang yes-no 2', 'Kaffee ☕ yes-no 1', 'Note text 1'])
    expect(refusedOf(diary)).toEqual(['3 Entry 3 has a mood that the backup does not explain.'])
    expect(diary.notes).toEqual([])
  })
})
