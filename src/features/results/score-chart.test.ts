import { describe, expect, it } from 'vitest'
import { placePoints } from './score-chart.ts'

const BOX = { left: 50, right: 350, top: 20, bottom: 120 }
const SCALE = { min: 0, max: 100 }
const place = (...scores: [string, number][]) =>
  placePoints(
    scores.map(([day, total]) => ({ day, total })),
    SCALE,
    BOX
  )

describe('the points of the chart', () => {
  it('stand as far apart as their days, and as high as their totals', () => {
    const points = place(['2026-01-01', 0], ['2026-01-11', 50], ['2026-01-31', 100])
    expect(points.map(({ x, y }) => [x, y])).toEqual([
      [50, 120],
      [150, 70],
      [350, 20]
    ])
  })

  it('stand in the middle where there is one day only', () => {
    expect(place(['2026-01-01', 25]).map(({ x, y }) => [x, y])).toEqual([[200, 95]])
    expect(place(['2026-01-01', 25], ['2026-01-01', 50]).map(({ x }) => x)).toEqual([200, 200])
  })

  it('have the words of the newest and the oldest, and of those between that fit', () => {
    const points = place(
      ['2026-01-01', 10],
      ['2026-01-03', 20],
      ['2026-02-15', 30],
      ['2026-03-30', 40],
      ['2026-04-01', 50]
    )
    expect(points.map(({ value }) => value)).toEqual(['10', '', '30', '', '50'])
    expect(points.map(({ date }) => date)).toEqual(['1 Jan', '', '15 Feb', '', '1 Apr'])
  })

  it('say their year where there are several', () => {
    expect(place(['2025-12-01', 10], ['2026-06-01', 20]).map(({ date }) => date)).toEqual(['Dec 2025', 'Jun 2026'])
  })

  it('are none where there are no scores', () => expect(place()).toEqual([]))
})
