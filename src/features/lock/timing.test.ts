import { describe, expect, test } from 'vitest'
import { isOver, waitAfter, waitLeft } from './timing.ts'

const NOON = Date.UTC(2026, 10, 23, 12)

test.each([
  ['five minutes less a second', 5, NOON - 299_000, false],
  ['five minutes', 5, NOON - 300_000, true],
  ['at once', 0, NOON, true],
  ['nobody knows since when', 60, null, true],
  ['a clock set back', 5, NOON + 1000, true]
])('hidden after %s', (_, minutes, seen, expected) => {
  expect(isOver(minutes, seen, NOON)).toBe(expected)
})

describe('after wrong tries', () => {
  test('the wait doubles from the fifth on, up to a quarter of an hour', () => {
    expect([0, 4, 5, 6, 7, 8, 9, 10, 11, 400].map(waitAfter)).toEqual([0, 0, 30, 60, 120, 240, 480, 900, 900, 900])
  })

  test.each([
    [5, NOON, 30],
    [5, NOON - 12_300, 18],
    [5, NOON - 30_000, 0],
    [4, NOON, 0],
    [5, NOON + 3_600_000, 30]
  ])('%d wrong ones, the last at %d: %d s left', (count, last, left) => {
    expect(waitLeft({ count, last }, NOON)).toBe(left)
  })
})
