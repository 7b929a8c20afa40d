import { describe, expect, it } from 'vitest'
import { itemsOf, linesOf, readDiary, refusedOf } from '#domain/import/fixture.ts'
import { GERMAN, LONG, TIDY, UNCLEAR } from './fixture.ts'
import { guessTable, readTable } from './index.ts'

describe('any other table', () => {
  it('has a day and an item per column; 0 is a value and an empty cell is none', async () => {
    const diary = await readDiary(TIDY)
    expect(diary.app.id).toBe('any-csv')
    expect(linesOf(diary)).toEqual([
      '2 2026-01-05 07:30 · Bloating = 0',
      '2 2026-01-05 07:30 · Gluten = true',
      '3 2026-01-06  · Gluten = false',
      '3 2026-01-06  · Notes = "=1+1, \\"said\\""'
    ])
    expect(itemsOf(diary)).toEqual(['Bloating number 1', 'Gluten yes-no 2', 'Notes text 1'])
    expect(refusedOf(diary)).toEqual(['4 “2026-02-30” is not a day that Mend can read. Days look like 2026-11-23.'])
  })

  it('may have semicolons, decimal commas and days of German order', async () => {
    expect(linesOf(await readDiary(GERMAN))).toEqual([
      '2 2026-01-31  · Blähbauch = 3.5',
      '3 2026-02-01  · Blähbauch = 4',
      '3 2026-02-01  · Wasser (l) = 1.25'
    ])
  })

  it('may name its items in rows', async () => {
    expect(linesOf(await readDiary(LONG))).toEqual([
      '2 2026-01-05 21:15 · Bloating = 3',
      '3 2026-01-05 21:20 · Coffee, black = 2'
    ])
  })

  it('says when day and month could be either, and reads them as the person says', () => {
    const guess = guessTable(UNCLEAR)
    expect(guess).toMatchObject({ isOrderUnclear: true, header: ['Date', 'Gas'], sample: [['03/04/2026', '2']] })
    expect(readTable(UNCLEAR).notes).toHaveLength(1)
    expect(linesOf(readTable(UNCLEAR))).toEqual(['2 2026-04-03  · Gas = 2'])
    const columns = { day: 0, order: 'mdy', items: { are: 'columns', at: [1] } } as const
    const chosen = readTable(UNCLEAR, { ...columns, items: { are: 'columns', at: [1] } })
    expect(linesOf(chosen)).toEqual(['2 2026-03-04  · Gas = 2'])
    expect(chosen.notes).toEqual([])
  })

  it('may lack a header: its first line is an entry then', () => {
    const text = '2026-01-05,3,yes\n2026-01-06,4,no\n'
    expect(guessTable(text).columns).toMatchObject({ day: 0, bare: true })
    expect(linesOf(readTable(text))).toEqual([
      '1 2026-01-05  · Column 2 = 3',
      '1 2026-01-05  · Column 3 = true',
      '2 2026-01-06  · Column 2 = 4',
      '2 2026-01-06  · Column 3 = false'
    ])
  })

  it('is read by the columns the person names, whatever they are called', () => {
    const text = 'id,was,wie\n7,05.01.2026,3\n8,06.01.2026,4\n'
    const chosen = readTable(text, { day: 1, order: 'dmy', items: { are: 'rows', name: 0, value: 2 } })
    expect(linesOf(chosen)).toEqual(['2 2026-01-05  · 7 = 3', '3 2026-01-06  · 8 = 4'])
  })

  it('without days in any column is refused', () => {
    expect(() => readTable('a,b\n1,2\n')).toThrow(/None of the columns of this file holds days/)
  })
})
