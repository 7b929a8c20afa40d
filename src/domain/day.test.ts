import { addDays, differenceInCalendarDays, formatISO, parseISO } from 'date-fns'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { arbitraryDay } from '#domain/arbitrary.ts'
import {
  clockOf,
  dayAfter,
  dayName,
  dayNumber,
  dayOf,
  dayOfNumber,
  daysBetween,
  daysFrom,
  dayText,
  isClock,
  isDay
} from './day.ts'

afterEach(() => vi.unstubAllEnvs())

/** From here on the phone is in this time zone, `offset` minutes east of UTC in January 2026. */
function travelTo([zone, offset]: readonly [string, number]): void {
  vi.stubEnv('TZ', zone)
  expect(0 - new Date(2026, 0, 15).getTimezoneOffset()).toBe(offset)
}

const OSLO = ['Europe/Oslo', 60] as const
const KATHMANDU = ['Asia/Kathmandu', 345] as const
const NEW_YORK = ['America/New_York', -300] as const
/** Changed its clocks at midnight, so that a day could begin at one o'clock. */
const SAO_PAULO = ['America/Sao_Paulo', -180] as const
const LORD_HOWE = ['Australia/Lord_Howe', 660] as const
const UTC = ['UTC', 0] as const
const ZONES = [OSLO, KATHMANDU, NEW_YORK, SAO_PAULO, LORD_HOWE, UTC]

describe('a day', () => {
  it.each(['2000-01-01', '2024-02-29', '2026-12-31', '2199-12-31'])('is %s', (day) => {
    expect(isDay(day)).toBe(true)
  })

  it.each([
    '2026-02-29',
    '2026-02-30',
    '2100-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '1999-12-31',
    '2200-01-01',
    '26-01-01',
    '2026-1-1',
    '2026-01-01T00:00',
    ' 2026-01-01',
    '2026-01-01\n',
    '２０２６-01-01',
    '20260101',
    '',
    20260101,
    null,
    undefined,
    ['2026-01-01'],
    new Date(0)
  ])('is not %j', (junk) => {
    expect(isDay(junk)).toBe(false)
  })
})

describe('a clock time', () => {
  it.each(['00:00', '09:05', '19:59', '23:59'])('is %s', (clock) => {
    expect(isClock(clock)).toBe(true)
  })

  it.each(['24:00', '12:60', '9:05', '09:5', '09:05:00', '09.05', '-1:00', '', 905, null, undefined])(
    'is not %j',
    (junk) => {
      expect(isClock(junk)).toBe(false)
    }
  )

  it('is read off the local clock', () => {
    expect(clockOf(new Date(2026, 0, 5, 7, 4))).toBe('07:04')
  })
})

describe('the day a moment belongs to', () => {
  it('lasts until four in the morning', () => {
    expect(dayOf(new Date(2026, 10, 24, 1, 30))).toBe('2026-11-23')
    expect(dayOf(new Date(2026, 10, 24, 3, 59, 59, 999))).toBe('2026-11-23')
    expect(dayOf(new Date(2026, 10, 24, 4, 0))).toBe('2026-11-24')
    expect(dayOf(new Date(2026, 10, 24, 23, 59))).toBe('2026-11-24')
  })

  it('begins at the hour that was chosen', () => {
    const quarterPastThree = new Date(2026, 10, 24, 3, 15)
    expect(dayOf(quarterPastThree, 0)).toBe('2026-11-24')
    expect(dayOf(quarterPastThree, 3)).toBe('2026-11-24')
    expect(dayOf(quarterPastThree, 6)).toBe('2026-11-23')
  })

  it('goes back over the end of a year and over a leap day', () => {
    expect(dayOf(new Date(2026, 0, 1, 2))).toBe('2025-12-31')
    expect(dayOf(new Date(2024, 2, 1, 2))).toBe('2024-02-29')
  })

  it('is the local one, never that of UTC', () => {
    const moment = new Date('2026-11-23T23:30:00Z')
    travelTo(KATHMANDU) // 05:15 on the 24th
    expect(dayOf(moment)).toBe('2026-11-24')
    travelTo(NEW_YORK) // 18:30 on the 23rd
    expect(dayOf(moment)).toBe('2026-11-23')
  })

  it('is right on the nights when the clock is changed', () => {
    travelTo(OSLO)
    // 2026-03-29: 02:00 becomes 03:00. 2026-10-25: 03:00 becomes 02:00.
    expect(dayOf(new Date('2026-03-29T01:59:00Z'))).toBe('2026-03-28') // 03:59
    expect(dayOf(new Date('2026-03-29T02:00:00Z'))).toBe('2026-03-29') // 04:00
    expect(dayOf(new Date('2026-10-25T01:30:00Z'))).toBe('2026-10-24') // 02:30, the second one
    expect(dayOf(new Date('2026-10-25T03:00:00Z'))).toBe('2026-10-25') // 04:00
  })
})

describe('counting days', () => {
  it('steps over leap days, month ends and centuries', () => {
    expect(dayAfter('2024-02-28', 1)).toBe('2024-02-29')
    expect(dayAfter('2023-02-28', 1)).toBe('2023-03-01')
    expect(dayAfter('2100-02-28', 1)).toBe('2100-03-01')
    expect(dayAfter('2026-01-01', -1)).toBe('2025-12-31')
    expect(dayAfter('2024-02-29', 365)).toBe('2025-02-28')
    expect(daysBetween('2024-01-01', '2025-01-01')).toBe(366)
    expect(daysBetween('2026-03-01', '2026-02-01')).toBe(-28)
    expect(daysBetween('2026-03-01', '2026-03-01')).toBe(0)
  })

  it.each(ZONES)('is not shaken by clock changes in %s', (...zone) => {
    travelTo(zone)
    const all = daysFrom('2011-12-01', '2027-12-31')
    expect(all).toHaveLength(5875)
    for (const [i, day] of all.entries()) {
      const next = all[i + 1]
      if (next === undefined) break
      if (dayAfter(day, 1) !== next || dayAfter(next, -1) !== day || daysBetween(day, next) !== 1) {
        expect.fail(`${day} is not followed by ${next}`)
      }
    }
  })

  it('lists a period with both ends, and nothing where it is the wrong way round', () => {
    expect(daysFrom('2024-02-27', '2024-03-01')).toEqual(['2024-02-27', '2024-02-28', '2024-02-29', '2024-03-01'])
    expect(daysFrom('2026-03-29', '2026-03-29')).toEqual(['2026-03-29'])
    expect(daysFrom('2026-03-29', '2026-03-28')).toEqual([])
  })

  it('numbers days from 1970', () => {
    expect(dayNumber('1970-01-02')).toBe(1)
    expect(dayNumber('2026-01-01')).toBe(20_454)
    expect(dayOfNumber(20_454)).toBe('2026-01-01')
  })

  it('agrees with date-fns, by number and by date', () => {
    fc.assert(
      fc.property(arbitraryDay, fc.integer({ min: -4000, max: 4000 }), (day, n) => {
        const then = formatISO(addDays(parseISO(day), n), { representation: 'date' })
        expect(dayOfNumber(dayNumber(day) + n)).toBe(then)
        expect(dayAfter(day, n)).toBe(then)
        expect(dayNumber(then) - dayNumber(day)).toBe(n)
        // `+ 0`, as differences of nothing may be negative zero
        expect(daysBetween(day, then) + 0).toBe(differenceInCalendarDays(parseISO(then), parseISO(day)) + 0)
      })
    )
  })

  it('sorts as text like the days come', () => {
    fc.assert(
      fc.property(arbitraryDay, arbitraryDay, (a, b) => {
        expect(a < b).toBe(dayNumber(a) < dayNumber(b))
      })
    )
  })
})

describe('a day in words', () => {
  it('has a form for each place', () => {
    expect(dayText('2026-11-23')).toBe('Monday 23 November')
    expect(dayText('2026-11-23', 'full')).toBe('Monday 23 November 2026')
    expect(dayText('2026-11-03', 'short')).toBe('3 Nov')
    expect(dayText('2026-11-03', 'dated')).toBe('3 Nov 2026')
    expect(dayText('2026-11-23', 'weekday')).toBe('Mon')
    expect(dayText('2026-11-23', 'weekdayLong')).toBe('Monday')
    expect(dayText('2026-11-23', 'monthYear')).toBe('Nov 2026')
  })

  it('is the same day in every time zone', () => {
    for (const zone of ZONES) {
      travelTo(zone)
      expect(dayText('2026-11-23')).toBe('Monday 23 November')
    }
  })

  it('is near today called by its name', () => {
    expect(dayName('2026-11-23', '2026-11-23')).toBe('Today')
    expect(dayName('2026-10-31', '2026-11-01')).toBe('Yesterday')
    expect(dayName('2027-01-01', '2026-12-31')).toBe('Tomorrow')
    expect(dayName('2026-11-21', '2026-11-23')).toBe('Saturday')
  })
})
