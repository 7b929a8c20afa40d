import { expect, test } from 'vitest'
import type { DayRecord } from '#domain/record.ts'
import { hasMissedDays, isYesterdayOpen } from './open-yesterday.ts'

const TODAY = '2026-11-23'
const row = (day: string, answers: DayRecord['answers'] = { gas: 0 }): DayRecord => ({ day, answers, stamps: {} })

test('yesterday is open where it is empty and a day of the week before it is not', () => {
  expect(isYesterdayOpen([row('2026-11-21')], TODAY, undefined)).toBe(true)
  expect(isYesterdayOpen([row('2026-11-15')], TODAY, undefined)).toBe(true)
})

test('a row whose answers were all cleared is empty', () => {
  expect(isYesterdayOpen([row('2026-11-21'), row('2026-11-22', {})], TODAY, undefined)).toBe(true)
  expect(isYesterdayOpen([row('2026-11-21', {})], TODAY, undefined)).toBe(false)
})

test('an answer closes it, also one that says no or none', () => {
  for (const answers of [{ gas: 0 }, { 'meal-pace': false }, { note: '' }]) {
    expect(isYesterdayOpen([row('2026-11-21'), row('2026-11-22', answers)], TODAY, undefined)).toBe(false)
  }
})

test('an event closes it, and counts as having recorded', () => {
  expect(isYesterdayOpen([row('2026-11-21')], TODAY, undefined, [{ day: '2026-11-22' }])).toBe(false)
  expect(isYesterdayOpen([], TODAY, undefined, [{ day: '2026-11-21' }])).toBe(true)
})

test('nothing is said to somebody who begins today, or comes back after more than a week', () => {
  expect(isYesterdayOpen([], TODAY, undefined)).toBe(false)
  expect(isYesterdayOpen([row(TODAY)], TODAY, undefined)).toBe(false)
  expect(isYesterdayOpen([row('2026-11-14')], TODAY, undefined)).toBe(false)
})

test('left open once, it is not mentioned again; the next day is another one', () => {
  const records = [row('2026-11-20')]
  expect(isYesterdayOpen(records, TODAY, '2026-11-22')).toBe(false)
  expect(isYesterdayOpen(records, TODAY, '2026-11-21')).toBe(true)
  expect(isYesterdayOpen(records, TODAY, { day: '2026-11-22' })).toBe(true)
  expect(isYesterdayOpen(records, TODAY, null)).toBe(true)
})

test('three empty days are worth a look for missed ones; today does not count, a movement does', () => {
  expect(hasMissedDays([row('2026-11-19'), row(TODAY)], TODAY)).toBe(true)
  expect(hasMissedDays([row('2026-11-20')], TODAY)).toBe(false)
  expect(hasMissedDays([row('2026-11-22', {})], TODAY)).toBe(true)
  expect(hasMissedDays([], TODAY, [{ day: '2026-11-21' }])).toBe(false)
})
