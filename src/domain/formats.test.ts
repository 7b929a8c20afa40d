import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { clockText, dayText } from './day.ts'
import { formats, readFormats, useFormats, type Formats } from './formats.ts'

const PLAIN: Formats = { weekStart: 1, clock: '24', dateOrder: 'day-month' }
const DEVICE: Formats = { weekStart: 6, clock: '12', dateOrder: 'month-day' }

afterEach(() => useFormats(PLAIN, DEVICE))

describe('dates and clocks as they are written', () => {
  it('have the month first where that was chosen', () => {
    useFormats({ weekStart: 0, clock: '24', dateOrder: 'month-day' }, DEVICE)
    expect(dayText('2026-11-23')).toBe('Monday, November 23')
    expect(dayText('2026-11-23', 'full')).toBe('Monday, November 23, 2026')
    expect(dayText('2026-11-03', 'short')).toBe('Nov 3')
    expect(dayText('2026-11-03', 'dated')).toBe('Nov 3, 2026')
    expect(dayText('2026-11-03', 'monthYear')).toBe('Nov 2026')
  })

  it.each([
    ['00:00', '12:00 am'],
    ['00:05', '12:05 am'],
    ['07:40', '7:40 am'],
    ['11:59', '11:59 am'],
    ['12:00', '12:00 pm'],
    ['23:15', '11:15 pm']
  ])('count %s in twelve hours as %s, and else as it is', (clock, twelve) => {
    expect(clockText(clock)).toBe(clock)
    useFormats({ ...PLAIN, clock: '12' }, DEVICE)
    expect(clockText(clock)).toBe(twelve)
  })

  it('follow the device only where that was chosen', () => {
    useFormats({ weekStart: 'device', clock: '24', dateOrder: 'device' }, DEVICE)
    expect(formats()).toEqual({ weekStart: 6, clock: '24', dateOrder: 'month-day' })
  })
})

describe('the choice as it is stored', () => {
  it('is read as it was written', () => {
    const chosen = { weekStart: 0, clock: '12', dateOrder: 'device' } as const
    expect(readFormats(chosen)).toEqual(chosen)
  })

  it('is what is usual on the device where it is missing, or none', () => {
    expect(readFormats(undefined)).toEqual({ weekStart: 'device', clock: 'device', dateOrder: 'device' })
    expect(readFormats({ weekStart: 3, clock: 12, dateOrder: 'month-day' })).toEqual({
      weekStart: 'device',
      clock: 'device',
      dateOrder: 'month-day'
    })
  })

  it('can be used whatever the row holds', () => {
    fc.assert(
      fc.property(fc.anything(), (raw) => {
        useFormats(readFormats(raw), DEVICE)
        expect([0, 1, 6]).toContain(formats().weekStart)
        expect(dayText('2026-11-23')).toContain('November')
      })
    )
  })
})
