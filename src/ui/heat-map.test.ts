import { describe, expect, it } from 'vitest'
import { dayText, daysFrom, weekdayOf } from '#domain/day.ts'
import { cellAfter, fillOf, isHigh, monthsOf, stepOf, weekdaysFrom, weeksOf, type HeatCell } from './heat-map.ts'

const cellsFrom = (from: string, to: string): HeatCell[] =>
  daysFrom(from, to).map((day) => ({ day, weekday: weekdayOf(day), name: dayText(day), level: null, text: '' }))
const daysOf = (cells: readonly (HeatCell | undefined)[]) => cells.map((cell) => cell?.day.slice(8) ?? '')

describe('the weeks', () => {
  it('are columns from Monday to Sunday, with empty places at both ends', () => {
    // A Wednesday and, twelve days later, a Monday.
    const weeks = weeksOf(cellsFrom('2026-07-01', '2026-07-13'))
    expect(weeks.map(({ cells }) => daysOf(cells))).toEqual([
      ['', '', '01', '02', '03', '04', '05'],
      ['06', '07', '08', '09', '10', '11', '12'],
      ['13', '', '', '', '', '', '']
    ])
    expect(weeks.map(({ day }) => day)).toEqual(['2026-07-01', '2026-07-06', '2026-07-13'])
  })

  it('can begin on a Sunday', () => {
    expect(weekdaysFrom(1)).toEqual([1, 2, 3, 4, 5, 6, 0])
    expect(weekdaysFrom(0)).toEqual([0, 1, 2, 3, 4, 5, 6])
    const weeks = weeksOf(cellsFrom('2026-07-01', '2026-07-06'), 0)
    expect(weeks.map(({ cells }) => daysOf(cells))).toEqual([
      ['', '', '', '01', '02', '03', '04'],
      ['05', '06', '', '', '', '', '']
    ])
  })

  it('are none without cells', () => {
    expect(weeksOf([])).toEqual([])
    expect(monthsOf([])).toEqual([])
  })

  it('hold every cell once, over half a year and a turn of the year', () => {
    const cells = cellsFrom('2026-09-01', '2027-03-01')
    const weeks = weeksOf(cells)
    expect(weeks.flatMap((week) => week.cells).filter((cell) => cell !== undefined)).toEqual(cells)
    expect(weeks.every((week) => week.cells.length === 7)).toBe(true)
  })
})

describe('the months', () => {
  const months = (from: string, to: string) =>
    monthsOf(weeksOf(cellsFrom(from, to))).map(({ day, weeks }) => [day, weeks])

  it('stand over the weeks that they begin in, all weeks under one', () => {
    expect(months('2026-06-10', '2026-08-20')).toEqual([
      ['2026-06-10', 3],
      ['2026-07-01', 4], // with 29 and 30 June
      ['2026-08-01', 4] // with 27 to 31 July
    ])
  })

  it('go on over the turn of the year', () => {
    expect(months('2026-12-07', '2027-01-10').map(([day]) => day)).toEqual(['2026-12-07', '2027-01-01'])
  })

  it('leave out one that ends in the first week: the next one begins there', () => {
    expect(months('2026-06-29', '2026-07-12')).toEqual([['2026-07-01', 2]])
  })
})

describe('the colours', () => {
  it('are the eleven of severity', () => {
    expect(fillOf(0, 'severity')).toBe('var(--severity-0)')
    expect(fillOf(10, 'severity')).toBe('var(--severity-10)')
    expect(new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((level) => fillOf(level, 'severity'))).size).toBe(11)
  })

  it('are ever more of the accent where high is good', () => {
    const shares = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((level) => Number(/(\d+)%/.exec(fillOf(level, 'good'))?.[1]))
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
    expect(new Set(shares).size).toBe(11)
    expect(shares.at(-1)).toBe(100)
  })

  it('are those of the nearest whole level', () => {
    expect([-1, 0.4, 6.5, 11].map(stepOf)).toEqual([0, 0, 7, 10])
    expect(isHigh(6.4)).toBe(false)
    expect(isHigh(6.5)).toBe(true)
  })
})

describe('a key', () => {
  const days = daysFrom('2026-07-01', '2026-07-20')
  it.each([
    ['ArrowUp', '2026-07-09'],
    ['ArrowDown', '2026-07-11'],
    ['ArrowLeft', '2026-07-03'],
    ['ArrowRight', '2026-07-17'],
    ['Home', '2026-07-01'],
    ['End', '2026-07-20'],
    ['a', undefined]
  ])('%s leads from the 10th to %s', (key, to) => expect(cellAfter(key, days, '2026-07-10')).toBe(to))

  it('leads nowhere beyond the ends', () => {
    expect(cellAfter('ArrowUp', days, '2026-07-01')).toBeUndefined()
    expect(cellAfter('ArrowLeft', days, '2026-07-07')).toBeUndefined()
    expect(cellAfter('ArrowRight', days, '2026-07-14')).toBeUndefined()
    expect(cellAfter('ArrowDown', days, '2026-07-20')).toBeUndefined()
  })
})
