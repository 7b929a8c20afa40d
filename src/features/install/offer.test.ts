import { describe, expect, test } from 'vitest'
import type { Stretch } from '#domain/csv/table.ts'
import { dayAfter, type Day } from '#domain/day.ts'
import { firstLookedAt, isTimeToOffer } from './offer.ts'

const TODAY = '2026-11-23'
const FROM = firstLookedAt(TODAY)
const DAY_START = 4
const at = (day: Day, clock = '12:00') => new Date(`${day}T${clock}`).getTime()

/** A diary in which these days were filled in at these moments. */
const diary = (...rows: [Day, number][]): Stretch => ({
  from: FROM,
  to: TODAY,
  days: rows.map(([day, stamp]) => ({ day, answers: { gas: 3 }, stamps: { gas: stamp } })),
  events: []
})
const ago = (n: number) => dayAfter(TODAY, -n)
const isTime = (recorded: Stretch, since: Day | null = ago(2)) => isTimeToOffer(recorded, since, TODAY, DAY_START)

describe('the offer to install', () => {
  const three = diary([ago(2), at(ago(2))], [ago(1), at(ago(1))], [TODAY, at(TODAY)])

  test('comes once something was recorded on three different days', () => {
    expect(isTime(three)).toBe(true)
    expect(isTime({ ...three, days: three.days.slice(1) })).toBe(false)
    expect(isTime(diary())).toBe(false)
  })

  test('counts the days on which it was done, not the days it was done for', () => {
    expect(isTime(diary([ago(3), at(TODAY)], [ago(2), at(TODAY)], [ago(1), at(TODAY)], [TODAY, at(TODAY)]))).toBe(false)
  })

  test('counts the small hours to the day before, as Today does', () => {
    expect(isTime(diary([ago(2), at(ago(2))], [ago(1), at(ago(1))], [ago(1), at(TODAY, '03:30')]))).toBe(false)
  })

  test('counts what happened at a time, too', () => {
    const events = [{ id: 'a', day: TODAY, trackable: 'stool', value: { type: 4 }, stamp: at(TODAY) } as const]
    expect(isTime({ ...three, days: three.days.slice(0, 2), events: [...events] })).toBe(true)
  })

  test('does not count what was cleared', () => {
    const cleared = three.days.map((row) => ({ ...row, answers: {} }))
    expect(isTime({ ...three, days: cleared })).toBe(false)
  })

  test('never comes on the first day on this device, also with a diary brought from another', () => {
    expect(isTime(three, null)).toBe(false)
    expect(isTime(three, TODAY)).toBe(false)
  })
})
