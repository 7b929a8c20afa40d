import { describe, expect, it } from 'vitest'
import { rowsOf } from './chart.ts'

const spans = (...pairs: [number, number][]) => pairs.map(([left, right]) => ({ left, right }))

describe('the texts of the marks', () => {
  it('stand in one row as long as there is room', () =>
    expect(rowsOf(spans([0, 40], [50, 90], [100, 140]), 2)).toEqual([0, 0, 0]))

  it('go up a row where they would run into one before them, and come down again', () =>
    expect(rowsOf(spans([0, 40], [30, 70], [60, 100]), 2)).toEqual([0, 1, 0]))

  it('are left out where no row has room', () =>
    expect(rowsOf(spans([0, 40], [10, 50], [20, 60], [45, 80]), 2)).toEqual([0, 1, null, 0]))

  it('are left out without a row, too', () => expect(rowsOf(spans([0, 40]), 0)).toEqual([null]))
})
