import { describe, expect, it } from 'vitest'
import { itemsOf, linesOf, readDiary, refusedOf } from '#domain/import/fixture.ts'
import { FLAREDOWN_LONG, FLAREDOWN_WIDE } from './fixture.ts'

describe('Flaredown', () => {
  it('reads the long table', async () => {
    const diary = await readDiary(FLAREDOWN_LONG)
    expect(diary.app.id).toBe('flaredown')
    expect(linesOf(diary)).toEqual([
      '2 2017-05-02  · Ulcerative colitis = 0',
      '3 2017-05-02  · Pain, lower back = 4',
      '4 2017-05-02  · Mesalazine = 15',
      '5 2017-05-02  · Zinc = 8',
      '6 2017-05-02  · tired = true',
      '7 2017-05-02  · rice 🍚 = true',
      '8 2017-05-02  · Weather: icon = "rain"',
      '9 2017-05-02  · Weather: pressure = 1015'
    ])
    expect(itemsOf(diary)).toEqual([
      'Ulcerative colitis scale 1',
      'Pain, lower back scale 1',
      'Mesalazine dose 1 mg',
      'Zinc dose 1 mg',
      'tired yes-no 1',
      'rice 🍚 yes-no 1',
      'Weather: icon text 1',
      'Weather: pressure number 1'
    ])
    expect(refusedOf(diary)).toEqual([
      '10 Pain, lower back is 5, outside its scale from 0 to 4.',
      '11 “someday” is not a day that Mend can read. Days look like 2026-11-23.'
    ])
    expect(diary.notes).toEqual([])
  })

  it('reads the personal export', async () => {
    const diary = await readDiary(FLAREDOWN_WIDE)
    expect(diary.app.id).toBe('flaredown')
    expect(linesOf(diary)).toEqual([
      "2 2021-03-01  · Crohn's disease = 2",
      '2 2021-03-01  · Nausea = 0',
      '2 2021-03-01  · Ibuprofen = 200',
      '2 2021-03-01  · Ibuprofen = 400',
      '2 2021-03-01  · Vitamin D = true',
      '2 2021-03-01  · travel = true',
      '2 2021-03-01  · stress = true',
      '2 2021-03-01  · milk = true',
      '2 2021-03-01  · bread = true',
      '2 2021-03-01  · Weather summary = "Light rain"',
      '2 2021-03-01  · Weather max temperature = 9',
      '2 2021-03-01  · Weather min temperature = 3',
      '2 2021-03-01  · Weather pressure = 1008.5',
      '2 2021-03-01  · Weather precipitation intensity = 0.2',
      '2 2021-03-01  · Weather humidity = 80',
      '3 2021-03-02  · Nausea = 3',
      '3 2021-03-02  · Vitamin D = false'
    ])
    expect(itemsOf(diary)).toEqual([
      "Crohn's disease scale 1",
      'Nausea scale 2',
      'Ibuprofen dose 2 mg',
      'Vitamin D dose 2',
      'travel yes-no 1',
      'stress yes-no 1',
      'milk yes-no 1',
      'bread yes-no 1',
      'Weather summary text 1',
      'Weather max temperature number 1',
      'Weather min temperature number 1',
      'Weather pressure number 1',
      'Weather precipitation intensity number 1',
      'Weather humidity number 1'
    ])
    expect(refusedOf(diary)).toEqual([])
    expect(diary.notes).toEqual([])
  })
})
