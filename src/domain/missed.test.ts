import { describe, expect, test } from 'vitest'
import { dayAfter, dayNumber, daysFrom, type Day } from '#domain/day.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { BANNED } from '#domain/stats/words.ts'
import type { DayRecord } from '#domain/record.ts'
import { MISSED_WORDS, missedBefore, readMissed, toldOf, type Missed } from './missed.ts'

const TODAY = '2026-11-10'
const NOW = (dayNumber(TODAY) + 0.5) * 86_400_000
/** Recorded on the day itself. */
const row = (day: Day, at = dayNumber(day) * 86_400_000): DayRecord => ({
  day,
  answers: { bloating: 3 },
  stamps: { bloating: at }
})
const rows = (from: Day, to: Day) => daysFrom(from, to).map((day) => row(day))
const ask = (days: DayRecord[], more: { plan?: Plan; asked?: Missed[] } = {}) =>
  missedBefore(TODAY, { days, events: [] }, { plan: null, asked: [], now: NOW, ...more })
const plan = (start: Day, more: Partial<Plan> = {}): Plan => ({ id: 'p', start, weeks: 26, stamp: 1, ...more })

describe('missed days are asked about', () => {
  test('from the day after the last recorded one up to yesterday', () => {
    expect(ask(rows('2026-10-10', '2026-11-02'))).toEqual({ from: '2026-11-03', to: '2026-11-09' })
  })

  test('three and more of them, fewer not', () => {
    expect(ask(rows('2026-10-10', '2026-11-06'))).toEqual({ from: '2026-11-07', to: '2026-11-09' })
    expect(ask(rows('2026-10-10', '2026-11-07'))).toBeNull()
    expect(ask(rows('2026-10-10', '2026-11-09'))).toBeNull()
  })

  test('also when something was recorded today already', () => {
    expect(ask([...rows('2026-10-10', '2026-11-02'), row(TODAY)])).toEqual({ from: '2026-11-03', to: '2026-11-09' })
  })

  test('not where a day in between holds nothing but what was skipped or cleared', () => {
    const empty = { day: '2026-11-08', answers: {}, skipped: ['walking'], stamps: { walking: NOW } }
    expect(ask([...rows('2026-10-10', '2026-11-02'), empty])).toEqual({ from: '2026-11-03', to: '2026-11-09' })
  })

  test('only in a diary that was in use: on seven days of the last four weeks before', () => {
    expect(ask([])).toBeNull()
    expect(ask(rows('2026-10-28', '2026-11-02'))).toBeNull()
    expect(ask(rows('2026-10-27', '2026-11-02'))).not.toBeNull()
    // Half a year ago is no use now.
    expect(ask([...rows('2026-08-20', '2026-09-15'), row('2026-11-02')])).toBeNull()
  })

  test('not of a past that came in from a file today', () => {
    const imported = daysFrom('2026-10-10', '2026-11-02').map((day) => row(day, NOW - 60_000))
    expect(ask(imported)).toBeNull()
  })

  test('counts days that hold events only', () => {
    const event = { id: '2026-11-08/a', day: '2026-11-08', trackable: 'bowel-movement', value: { type: 4 }, stamp: 1 }
    const days = rows('2026-10-10', '2026-11-02')
    expect(missedBefore(TODAY, { days, events: [event] }, { plan: null, asked: [], now: NOW })).toBeNull()
  })

  test('once: whatever was said or left unsaid of any of them', () => {
    const days = rows('2026-10-10', '2026-11-02')
    expect(ask(days, { asked: [{ from: '2026-11-03', to: '2026-11-07', said: 'same' }] })).toBeNull()
    expect(ask(days, { asked: [{ from: '2026-11-03', to: '2026-11-09' }] })).toBeNull()
    expect(ask(days, { asked: [{ from: '2026-10-01', to: '2026-10-09', said: 'same' }] })).not.toBeNull()
  })

  test('not when they are more than anybody can look back on', () => {
    const back = (n: number) => rows(dayAfter(TODAY, -n - 20), dayAfter(TODAY, -n - 1))
    expect(ask(back(56))).toEqual({ from: '2026-09-15', to: '2026-11-09' })
    expect(ask(back(57))).toBeNull()
  })
})

describe('with a plan', () => {
  const days = rows('2026-10-10', '2026-11-02')

  test('days before its baseline are not missed', () => {
    expect(ask(days, { plan: plan('2026-11-22') })).toBeNull()
    expect(ask(days, { plan: plan('2026-11-20') })).toEqual({ from: '2026-11-06', to: '2026-11-09' })
    expect(ask(days, { plan: plan('2026-11-08', { isPostHoc: true }) })).toBeNull()
  })

  test('days on which it rested are not missed', () => {
    const resting = plan('2026-10-20', { pauses: [{ from: '2026-11-03', to: '2026-11-07', why: 'travel' }] })
    expect(ask(days, { plan: resting })).toBeNull()
    const shorter = plan('2026-10-20', { pauses: [{ from: '2026-11-03', to: '2026-11-05', why: 'travel' }] })
    expect(ask(days, { plan: shorter })).toEqual({ from: '2026-11-06', to: '2026-11-09' })
  })
})

describe('what was said', () => {
  const said: Missed = { from: '2026-11-03', to: '2026-11-09', said: 'same' }
  const november = { from: '2026-11-01', to: '2026-11-30' }

  test('is told of the days that still hold nothing', () => {
    expect(toldOf([said], november, () => false)).toEqual([
      { from: '2026-11-03', to: '2026-11-09', text: 'about the same' }
    ])
    expect(toldOf([said], november, (day) => day >= '2026-11-08')).toMatchObject([{ to: '2026-11-07' }])
    expect(toldOf([said], november, () => true)).toEqual([])
  })

  test('is told of no other days, and not where the question was put away', () => {
    expect(toldOf([said], { from: '2026-11-05', to: '2026-11-30' }, () => false)).toMatchObject([
      { from: '2026-11-05' }
    ])
    expect(toldOf([said], { from: '2026-12-01', to: '2026-12-31' }, () => false)).toEqual([])
    expect(toldOf([{ from: said.from, to: said.to }], november, () => false)).toEqual([])
  })

  test('is read back from where it is kept, and nothing else is', () => {
    expect(readMissed(said)).toEqual(said)
    expect(readMissed({ ...said, said: 'toString' })).toEqual({ from: said.from, to: said.to })
    for (const raw of [null, 'same', {}, { from: '2026-11-03' }, { ...said, to: '2026-11-02' }]) {
      expect(readMissed(raw)).toBeNull()
    }
  })

  test('uses no word that claims why', () => {
    for (const { name, text } of Object.values(MISSED_WORDS)) {
      expect(`${name} ${text}`).not.toMatch(BANNED)
    }
  })
})
