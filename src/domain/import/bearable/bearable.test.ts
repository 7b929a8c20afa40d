import { describe, expect, it } from 'vitest'
import { itemsOf, linesOf, readDiary, refusedOf } from '#domain/import/fixture.ts'
import { BEARABLE_2020, BEARABLE_2024 } from './fixture.ts'

describe('Bearable', () => {
  it('reads the file of 2020: ordinal dates, unpadded hours, parentheses in names, None', async () => {
    const diary = await readDiary(BEARABLE_2020)
    expect(diary.app.id).toBe('bearable')
    expect(linesOf(diary)).toEqual([
      '2 2020-09-22 03:04 · Mood = 6',
      '2 2020-09-22 03:04 · Meh = true',
      '2 2020-09-22 03:04 · Anxious = true',
      '3 2020-09-22  · Stress = 1',
      '4 2020-09-22  · Back (lower) pain = 3',
      '4 2020-09-22  · Notes = "after the long drive"',
      '5 2020-09-21  · Back (lower) pain = 4',
      '6 2020-10-01  · Sleep = 585',
      '6 2020-10-01  · Sleep times = "02:45-12:30"',
      '7 2020-10-02  · Sleep = 425',
      '8 2020-10-02 08:00 · Clomipramine = 50',
      '9 2020-10-02 09:15 · Bowel movements = 6',
      '10 2020-10-02 19:40 · Bowel movements, in words = "Normal"',
      '12 2020-10-03  · Rain, all day = true',
      '12 2020-10-03  · Work 💼 = true',
      '13 2020-10-03  · Coke Zero = true',
      '13 2020-10-03  · Leftover Greek pasta = true'
    ])
    expect(itemsOf(diary)).toEqual([
      'Mood scale 1',
      'Meh yes-no 1',
      'Anxious yes-no 1',
      'Stress scale 1',
      'Back (lower) pain scale 2',
      'Notes text 1',
      'Sleep number 2 min',
      'Sleep times night 1',
      'Clomipramine dose 1 mg',
      'Bowel movements stool 1',
      'Bowel movements, in words text 1',
      'Rain, all day yes-no 1',
      'Work 💼 yes-no 1',
      'Coke Zero yes-no 1',
      'Leftover Greek pasta yes-no 1'
    ])
    expect(refusedOf(diary)).toEqual([
      '11 This bowel movement has neither a form nor a description, so there is nothing to take over.',
      '14 “31st Feb 2021” is not a day that Mend can read, like 22nd Sep 2020.',
      '15 “lots” is not a rating of Stress.'
    ])
    expect(diary.notes).toEqual([])
  })

  it('reads the file of 2024: columns moved, a byte order mark, CRLF, 24:00, line breaks in a note', async () => {
    const diary = await readDiary(BEARABLE_2024)
    expect(diary.app.id).toBe('bearable')
    expect(linesOf(diary)).toEqual([
      '2 2024-03-05  · Energy = 4',
      '3 2024-03-05  · Sleep quality = 2',
      '4 2024-03-05  · Amount eaten = "Moderate"',
      '5 2024-03-05  · Focus = 3',
      '5 2024-03-05  · Notes = "first line\\nsecond \\"line\\""',
      '7 2024-03-05  · Gratitudes = "The sea"',
      '8 2024-03-06  · Bloating = 2',
      '9 2024-03-06  · Bloating = 2'
    ])
    expect(itemsOf(diary)).toEqual([
      'Energy scale 1',
      'Sleep quality scale 1',
      'Amount eaten text 1',
      'Focus scale 1',
      'Notes text 1',
      'Gratitudes text 1',
      'Bloating scale 2'
    ])
    expect(refusedOf(diary)).toEqual([])
    expect(diary.notes).toEqual([])
  })
})
