import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { arbitraryClock, arbitraryDay } from '#domain/arbitrary.ts'
import { CATALOGUE } from '#domain/catalogue/index.ts'
import { KINDS } from '#domain/kinds/index.ts'
import type { SleepTrackable } from '#domain/trackable.ts'
import { sleepClock } from './sleep-clock.ts'
import { resolveSleep, usualBedDay, type Fold } from './sleep-times.ts'

const SLEEP = CATALOGUE.find((item): item is SleepTrackable => item.kind === 'sleep') as SleepTrackable

describe('the usual date of going to bed', () => {
  it.each([
    ['23:15', '06:45', '2026-01-10', 'the evening before'],
    ['01:30', '09:10', '2026-01-11', 'after midnight'],
    ['08:30', '16:00', '2026-01-11', 'a night worker'],
    ['07:00', '23:00', '2026-01-11', 'sixteen hours are still one day'],
    ['06:59', '23:00', '2026-01-10', 'more than sixteen hours are not'],
    ['07:00', '07:00', '2026-01-10', 'the same clock time is a day apart']
  ])('in bed %s, awake %s: %s (%s)', (bed, wake, day) => {
    expect(usualBedDay('2026-01-11', bed, wake)).toBe(day)
  })

  it('crosses the end of a month and a leap day', () => {
    expect(usualBedDay('2024-03-01', '23:00', '07:00')).toBe('2024-02-29')
    expect(usualBedDay('2026-01-01', '23:00', '07:00')).toBe('2025-12-31')
  })
})

describe('a night is as long as it was', () => {
  // Calculated with another time zone library: zone, bed, wake, which of two wakes, offsets in minutes, minutes asleep.
  it.each<[string, string, string, Fold, number, number, number]>([
    ['Europe/Oslo', '2026-01-10T23:15', '2026-01-11T06:45', 'first', 60, 60, 450],
    ['Europe/Oslo', '2026-03-28T23:00', '2026-03-29T07:00', 'first', 60, 120, 420],
    ['Europe/Oslo', '2026-10-24T23:00', '2026-10-25T07:00', 'first', 120, 60, 540],
    ['America/New_York', '2026-03-07T23:30', '2026-03-08T07:00', 'first', -300, -240, 390],
    ['America/New_York', '2026-10-31T23:30', '2026-11-01T07:00', 'first', -240, -300, 510],
    ['America/New_York', '2026-11-01T00:30', '2026-11-01T01:30', 'first', -240, -240, 60],
    ['America/New_York', '2026-11-01T00:30', '2026-11-01T01:30', 'second', -240, -300, 120],
    ['Australia/Lord_Howe', '2026-04-04T22:00', '2026-04-05T06:00', 'first', 660, 630, 510],
    ['Asia/Kolkata', '2026-05-01T00:10', '2026-05-01T07:40', 'first', 330, 330, 450],
    ['Europe/Oslo', '2026-05-02T01:30', '2026-05-02T09:10', 'first', 120, 120, 460]
  ])('%s, %s to %s (%s)', (zone, bed, wake, wakeFold, bedOffset, wakeOffset, minutes) => {
    const wakeDay = wake.slice(0, 10)
    const resolved = resolveSleep({ wakeDay, bed: bed.slice(11), wake: wake.slice(11), zone, wakeFold })
    expect(resolved.minutes).toBe(minutes)
    expect(resolved.sleep.bed.offset).toBe(bedOffset)
    expect(resolved.sleep.wake.offset).toBe(wakeOffset)
    expect(sleepClock(resolved.sleep)).toEqual({
      bedDay: bed.slice(0, 10),
      bed: bed.slice(11),
      wakeDay,
      wake: wake.slice(11)
    })
  })

  it('stores instants in UTC, with the zone and its offset beside them', () => {
    const { sleep } = resolveSleep({ wakeDay: '2026-01-11', bed: '23:15', wake: '06:45', zone: 'Europe/Oslo' })
    expect(sleep).toEqual({
      bed: { instant: '2026-01-10T22:15:00Z', zone: 'Europe/Oslo', offset: 60 },
      wake: { instant: '2026-01-11T05:45:00Z', zone: 'Europe/Oslo', offset: 60 }
    })
  })

  it('takes the date of going to bed that it is given', () => {
    const times = { wakeDay: '2026-05-02', bed: '01:30', wake: '09:10', zone: 'Europe/Oslo' }
    expect(resolveSleep({ ...times, bedDay: '2026-05-01' }).minutes).toBe(460 + 1440)
  })
})

describe('clock changes', () => {
  it('shifts a skipped bedtime forward: 02:30 in spring is 03:30, so waking at nine makes 330 minutes', () => {
    const night = resolveSleep({ wakeDay: '2026-03-29', bed: '02:30', wake: '09:00', zone: 'Europe/Oslo' })
    expect(night.minutes).toBe(330)
    expect(night.shifted).toEqual({ bed: true, wake: false })
    expect(night.ambiguous).toEqual({ bed: false, wake: false })
    expect(sleepClock(night.sleep).bed).toBe('03:30')
  })

  it('shifts a skipped time by the half hour that Lord Howe Island skips', () => {
    const night = resolveSleep({ wakeDay: '2026-10-04', bed: '22:00', wake: '02:10', zone: 'Australia/Lord_Howe' })
    expect(night.shifted).toEqual({ bed: false, wake: true })
    expect(sleepClock(night.sleep).wake).toBe('02:40')
    expect(night.minutes).toBe(250)
  })

  it('says which time came twice and takes the earlier one unless told', () => {
    const times = { wakeDay: '2026-10-25', bed: '02:30', wake: '08:00', zone: 'Europe/Oslo' }
    const night = resolveSleep(times)
    expect(night.ambiguous).toEqual({ bed: true, wake: false })
    expect(night.sleep.bed.instant).toBe('2026-10-25T00:30:00Z')
    expect(night.minutes).toBe(390)
    const second = resolveSleep({ ...times, bedFold: 'second' })
    expect(second.sleep.bed.instant).toBe('2026-10-25T01:30:00Z')
    expect(second.sleep.bed.offset).toBe(60)
    expect(second.minutes).toBe(330)
  })

  it('flags an ambiguous time of waking, and nothing on an ordinary night', () => {
    const november = resolveSleep({ wakeDay: '2026-11-01', bed: '00:30', wake: '01:30', zone: 'America/New_York' })
    expect(november.ambiguous).toEqual({ bed: false, wake: true })
    const ordinary = resolveSleep({ wakeDay: '2026-11-02', bed: '00:30', wake: '01:30', zone: 'America/New_York' })
    expect(ordinary.ambiguous).toEqual({ bed: false, wake: false })
    expect(ordinary.shifted).toEqual({ bed: false, wake: false })
  })

  it('ignores the choice of first or second where a time came once', () => {
    const times = { wakeDay: '2026-01-11', bed: '23:15', wake: '06:45', zone: 'Europe/Oslo' }
    expect(resolveSleep({ ...times, bedFold: 'second', wakeFold: 'second' })).toEqual(resolveSleep(times))
  })
})

it('refuses a zone that does not exist', () => {
  const times = { wakeDay: '2026-01-11', bed: '23:15', wake: '06:45', zone: 'Europe/Atlantis' }
  expect(() => resolveSleep(times)).toThrow(RangeError)
})

const zone = fc.constantFrom(
  'Europe/Oslo',
  'Europe/Dublin',
  'Africa/Casablanca',
  'America/New_York',
  'America/St_Johns',
  'America/Caracas',
  'Asia/Kathmandu',
  'Asia/Pyongyang',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'UTC'
)
const fold = fc.constantFrom<Fold>('first', 'second')

it('gives, for any zone and date, the difference of the instants, which show the clock times that were entered', () => {
  fc.assert(
    fc.property(arbitraryDay, arbitraryClock, arbitraryClock, zone, fold, fold, (wakeDay, bed, wake, zone, f1, f2) => {
      const night = resolveSleep({ wakeDay, bed, wake, zone, bedFold: f1, wakeFold: f2 })
      const { sleep, minutes, shifted } = night
      const between = Temporal.Instant.from(sleep.bed.instant).until(sleep.wake.instant)
      expect(minutes).toBe(between.total('minutes'))
      expect(KINDS.sleep.read(sleep, SLEEP)).toEqual(minutes >= 1 && minutes <= 1200 ? sleep : null)
      const clock = sleepClock(sleep)
      if (!shifted.bed) expect([clock.bedDay, clock.bed]).toEqual([usualBedDay(wakeDay, bed, wake), bed])
      if (!shifted.wake) expect([clock.wakeDay, clock.wake]).toEqual([wakeDay, wake])
    }),
    { numRuns: 300 }
  )
})

it('gives a night of seven hours or so that can always be recorded', () => {
  const evening = fc.integer({ min: 0, max: 59 }).map((minute) => `22:${String(minute).padStart(2, '0')}`)
  fc.assert(
    fc.property(arbitraryDay, evening, zone, (wakeDay, bed, zone) => {
      const { sleep } = resolveSleep({ wakeDay, bed, wake: '06:00', zone })
      expect(KINDS.sleep.read(sleep, SLEEP)).toEqual(sleep)
    })
  )
})
