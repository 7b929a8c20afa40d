import { describe, expect, it } from 'vitest'
import { itemsOf, linesOf, readDiary, refusedOf } from '#domain/import/fixture.ts'
import { MYSYMPTOMS } from './fixture.ts'

describe('mySymptoms', () => {
  it('reads lines of any length', async () => {
    const diary = await readDiary(MYSYMPTOMS)
    expect(diary.app.id).toBe('mysymptoms')
    expect(linesOf(diary)).toEqual([
      '2 2017-12-26 10:00 · Stomach cramping = 3',
      '3 2017-12-26 10:55 · Porridge = true',
      '3 2017-12-26 10:55 · Porridge oats = true',
      "3 2017-12-26 10:55 · Cow's milk = true",
      '4 2017-12-26 11:30 · Nausea = 1',
      '4 2017-12-26 11:30 · Heartburn = 10',
      '5 2017-12-26 11:30 · Bloating = 2',
      '6 2022-03-30 18:57 · Sushi, Cucumber Rolls = true',
      '6 2022-03-30 18:57 · White rice = true',
      '7 2022-03-30 20:00 · Ibuprofen = 200'
    ])
    expect(itemsOf(diary)).toEqual([
      'Stomach cramping scale 1',
      'Porridge yes-no 1',
      'Porridge oats yes-no 1',
      "Cow's milk yes-no 1",
      'Nausea scale 1',
      'Heartburn scale 1',
      'Bloating scale 1',
      'Sushi, Cucumber Rolls yes-no 1',
      'White rice yes-no 1',
      'Ibuprofen dose 1 mg'
    ])
    expect(refusedOf(diary)).toEqual([
      '8 “02/30/2022” is not a day that Mend can read.',
      '9 Nausea is 12, outside its scale from 0 to 10.',
      '10 Nausea has no intensity in this line.',
      '11 Mend does not know the event “Teleport” of mySymptoms.'
    ])
    expect(diary.notes).toEqual([])
  })
})
