import { describe, expect, it } from 'vitest'
import { itemsOf, linesOf, readDiary, refusedOf } from '#domain/import/fixture.ts'
import { APPLE_HEALTH, appleHealthZip } from './fixture.ts'

describe('Apple Health', () => {
  it('reads export.xml: severities, sums by source, a night, nothing from correlations', async () => {
    const diary = await readDiary(APPLE_HEALTH)
    expect(diary.app.id).toBe('apple-health')
    expect(linesOf(diary)).toEqual([
      '1 2026-03-02 23:30 · Bloating = 2',
      '2 2026-03-03 09:00 · Bloating = 0',
      '3 2026-03-03 09:00 · Nausea (present) = true',
      '5 2026-03-03 09:00 · Mood changes = true',
      '12 2026-03-03 07:00 · Weight = 70.4',
      '7 2026-03-03  · Steps = 1100',
      '10 2026-03-03  · Water = 550.5',
      '13 2026-03-03  · Sleep = "23:10-06:45"'
    ])
    expect(itemsOf(diary)).toEqual([
      'Bloating scale 2',
      'Nausea (present) yes-no 1',
      'Mood changes yes-no 1',
      'Weight number 1 kg',
      'Steps number 1',
      'Water number 1 mL',
      'Sleep night 1'
    ])
    expect(refusedOf(diary)).toEqual([
      '4 Record 4 (Nausea) has a severity that Mend does not know.',
      '17 Record 17 (Bloating) has no start that Mend can read.'
    ])
    expect(diary.notes).toEqual([])
  })

  it('reads the zip it comes in', async () => {
    const diary = await readDiary(appleHealthZip())
    expect(diary.app.id).toBe('apple-health')
    expect(linesOf(diary)).toEqual([
      '1 2026-03-02 23:30 · Bloating = 2',
      '2 2026-03-03 09:00 · Bloating = 0',
      '3 2026-03-03 09:00 · Nausea (present) = true',
      '5 2026-03-03 09:00 · Mood changes = true',
      '12 2026-03-03 07:00 · Weight = 70.4',
      '7 2026-03-03  · Steps = 1100',
      '10 2026-03-03  · Water = 550.5',
      '13 2026-03-03  · Sleep = "23:10-06:45"'
    ])
    expect(itemsOf(diary)).toEqual([
      'Bloating scale 2',
      'Nausea (present) yes-no 1',
      'Mood changes yes-no 1',
      'Weight number 1 kg',
      'Steps number 1',
      'Water number 1 mL',
      'Sleep night 1'
    ])
    expect(refusedOf(diary)).toEqual([
      '4 Record 4 (Nausea) has a severity that Mend does not know.',
      '17 Record 17 (Bloating) has no start that Mend can read.'
    ])
    expect(diary.notes).toEqual([])
  })
})
