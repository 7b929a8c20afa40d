import { describe, expect, it } from 'vitest'
import { CATALOGUE } from '#domain/catalogue/index.ts'
import { dayAfter, dayNumber, daysBetween, daysFrom, isDay, type Day } from '#domain/day.ts'
import { kindOf } from '#domain/kinds/index.ts'
import type { Diary, SleepValue, StoolValue } from '#domain/record.ts'
import { trackedOf } from '#domain/tracked.ts'
import { sampleDiary } from './sample.ts'
import { sleepClock } from './sleep-clock.ts'
import { resolveSleep } from './sleep-times.ts'

const LAST: Day = '2026-06-30'
const FIRST: Day = '2025-12-31'
const halfYear = sampleDiary(LAST)
const tenYears = sampleDiary(LAST, 3650)

const byId = new Map(CATALOGUE.map((item) => [item.id, item]))
const answerCount = ({ days }: Diary) => days.reduce((sum, row) => sum + Object.keys(row.answers).length, 0)
const meanOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** The recorded scores of an item in days `from` to `to`, counted from the first day of the diary. */
function scores(diary: Diary, id: string, from: Day, to: Day): number[] {
  return diary.days
    .filter(({ day }) => day >= from && day <= to)
    .flatMap(({ answers }) => (typeof answers[id] === 'number' ? [answers[id]] : []))
}

function stoolTypes(from: Day, to: Day): number[] {
  return halfYear.events
    .filter(({ trackable, day }) => trackable === 'bowel-movement' && day >= from && day <= to)
    .map(({ value }) => (value as StoolValue).type)
}

describe('the sample diary', () => {
  it('is the same every time', () => {
    expect(sampleDiary(LAST)).toEqual(halfYear)
  })

  it('ends on the day asked for, whatever weekday that is', () => {
    for (const last of daysFrom('2026-06-24', '2026-06-30')) {
      const { days } = sampleDiary(last)
      expect(days.at(-1)?.day).toBe(last)
      expect(daysBetween(days[0]?.day ?? '', last)).toBe(181)
    }
  })

  it('holds only values that can be recorded, each with its stamp', () => {
    for (const diary of [halfYear, tenYears]) {
      const unreadable: unknown[] = []
      for (const { day, answers, stamps } of diary.days) {
        if (!isDay(day) || Object.keys(stamps).join() !== Object.keys(answers).join()) unreadable.push(day)
        for (const [id, value] of Object.entries(answers)) {
          const item = byId.get(id)
          const kind = item && kindOf(item)
          if (!item || kind?.record !== 'answer' || kind.read(value, item) === null) unreadable.push([day, id, value])
        }
      }
      for (const { id, day, at, trackable, value } of diary.events) {
        const item = byId.get(trackable)
        const kind = item && kindOf(item)
        if (!item || kind?.record !== 'event' || kind.read(value, item) === null) unreadable.push([id, value])
        if (!/^\d{4}-\d{2}-\d{2}\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) unreadable.push(id)
        if (id.slice(0, 10) !== day || (at !== undefined && at.slice(0, 10) !== day)) unreadable.push([id, day, at])
      }
      expect(unreadable).toEqual([])
    }
  })

  it('has days and events in order, with ids of their own', () => {
    const days = tenYears.days.map(({ day }) => day)
    expect(days).toEqual([...new Set(days)].sort())
    const ids = tenYears.events.map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)].sort())
  })

  it('stamps a day at noon, so that later answers are newer', () => {
    expect(halfYear.days.at(-1)?.stamps['bloating']).toBe(Date.UTC(2026, 5, 30, 12))
  })

  it('has nights whose instants are those of Oslo, on clock-change nights too', () => {
    const nights = tenYears.days.flatMap(({ day, answers }) =>
      answers['sleep'] ? [{ day, sleep: answers['sleep'] as SleepValue }] : []
    )
    expect(nights.length).toBeGreaterThan(2000)
    for (const { day, sleep } of nights) {
      const { wakeDay, ...clock } = sleepClock(sleep)
      expect(wakeDay).toBe(day)
      expect(resolveSleep({ wakeDay, ...clock, zone: 'Europe/Oslo' }).sleep).toEqual(sleep)
    }
    expect(nights.filter(({ sleep }) => sleep.bed.offset !== sleep.wake.offset).length).toBeGreaterThan(5)
  })

  it('switches on every item that it uses', () => {
    const tracked = trackedOf(halfYear.choices.map((choice) => ({ ...choice, stamp: 0 })))
    const active = new Set(tracked.filter((item) => item.active).map(({ id }) => id))
    const used = new Set([
      ...halfYear.days.flatMap(({ answers }) => Object.keys(answers)),
      ...halfYear.events.map(({ trackable }) => trackable)
    ])
    expect([...used].filter((id) => !active.has(id))).toEqual([])
    expect(halfYear.choices.filter(({ id }) => !used.has(id))).toEqual([])
    expect(tracked.find(({ id }) => id === 'sup-zinc')).toMatchObject({ active: true, usual: 15 })
  })

  it('never says that there was no movement on a day with one', () => {
    const moved = new Set(tenYears.events.filter((e) => e.trackable === 'bowel-movement').map(({ day }) => day))
    const without = tenYears.days.filter(({ answers }) => answers['no-bowel-movement'] === true).map(({ day }) => day)
    expect(without.length).toBeGreaterThan(50)
    expect(without.filter((day) => moved.has(day))).toEqual([])
  })
})

describe('what happens in it', () => {
  it('starts a plan of 24 weeks after a baseline of fourteen days, ten or more of them logged', () => {
    expect(halfYear.plan).toMatchObject({ start: '2026-01-14', weeks: 24 })
    expect(scores(halfYear, 'bloating', FIRST, '2026-01-13').length).toBeGreaterThanOrEqual(10)
  })

  it('records supplements from the start of the plan on', () => {
    const days = halfYear.days.filter(({ answers }) => 'sup-glutamine' in answers).map(({ day }) => day)
    expect((days[0] ?? '') >= '2026-01-14').toBe(true)
    expect(days.length).toBeGreaterThan(80)
  })

  it('leaves out about one day in eight, some of them in runs', () => {
    const logged = new Set(halfYear.days.map(({ day }) => day))
    const missing = daysFrom(FIRST, LAST).filter((day) => !logged.has(day))
    expect(missing.length).toBeGreaterThanOrEqual(16)
    expect(missing.length).toBeLessThanOrEqual(28)
    const runs = missing.filter((day) => missing.includes(dayAfter(day, 1)))
    expect(runs.length).toBeGreaterThanOrEqual(3)
    expect(runs.length).toBeLessThan(missing.length - 5)
  })

  it('has days on which only a part was answered', () => {
    const sizes = halfYear.days.map(({ answers }) => Object.keys(answers).length)
    expect(sizes.filter((size) => size <= 12).length).toBeGreaterThan(10)
    expect(sizes.filter((size) => size >= 18).length).toBeGreaterThan(80)
  })

  it('has a holiday with few entries and more alcohol', () => {
    const holiday = halfYear.days.filter(({ answers }) => answers['confounder-travel'] === true)
    expect(holiday.length).toBeGreaterThanOrEqual(2)
    expect(holiday.length).toBeLessThanOrEqual(4)
    expect(daysBetween(holiday[0]?.day ?? '', holiday.at(-1)?.day ?? '')).toBeLessThan(7)
    const drunk = scores(halfYear, 'alcohol', '2026-04-06', '2026-04-12')
    expect(meanOf(drunk)).toBeGreaterThan(10 + meanOf(scores(halfYear, 'alcohol', FIRST, LAST)))
  })

  it('has a week of antibiotics with looser stools', () => {
    const courses = halfYear.events.filter(({ trackable }) => trackable === 'antibiotic-course')
    expect(courses).toHaveLength(1)
    expect(courses[0]).toMatchObject({ day: '2026-02-26', value: { name: 'Amoxicillin', end: '2026-03-04' } })
    const during = stoolTypes('2026-02-27', '2026-03-08')
    const before = stoolTypes(FIRST, '2026-02-25')
    const loose = (types: number[]) => types.filter((type) => type >= 6).length / types.length
    expect(loose(during)).toBeGreaterThan(loose(before) + 0.2)
  })

  it('has a flare of six days in the middle of getting better', () => {
    const flare = meanOf(scores(halfYear, 'bloating', '2026-05-04', '2026-05-09'))
    expect(flare).toBeGreaterThan(2 + meanOf(scores(halfYear, 'bloating', '2026-04-20', '2026-05-03')))
    expect(flare).toBeGreaterThan(2 + meanOf(scores(halfYear, 'bloating', '2026-05-14', '2026-05-27')))
  })

  it('gets better: bloating from about 6 to about 3, whatever weekday it ends on', () => {
    for (const last of daysFrom('2026-06-24', '2026-06-30')) {
      const diary = sampleDiary(last)
      const baseline = meanOf(scores(diary, 'bloating', dayAfter(last, -181), dayAfter(diary.plan.start, -1)))
      const recent = meanOf(scores(diary, 'bloating', FIRST, last).slice(-28))
      expect(baseline).toBeGreaterThan(5.3)
      expect(baseline).toBeLessThan(6.7)
      expect(recent).toBeLessThan(baseline - 1.5)
      expect(recent).toBeGreaterThan(2.3)
      expect(recent).toBeLessThan(3.7)
    }
  })

  it('comes to more stools of types 3 to 5', () => {
    const usual = (types: number[]) => types.filter((type) => type >= 3 && type <= 5).length / types.length
    expect(usual(stoolTypes(FIRST, '2026-02-10'))).toBeLessThan(0.6)
    expect(usual(stoolTypes('2026-05-15', LAST))).toBeGreaterThan(0.7)
  })

  it('resembles yesterday more than a week ago: scores of neighbouring days go together', () => {
    const centred = new Map(
      tenYears.days.flatMap(({ day, answers }) =>
        day >= '2018-01-01' && typeof answers['fatigue'] === 'number' ? [[dayNumber(day), answers['fatigue']]] : []
      )
    )
    const mean = meanOf([...centred.values()])
    const correlation = (lag: number) => {
      const pairs = [...centred].flatMap(([n, y]) => {
        const later = centred.get(n + lag)
        return later === undefined ? [] : [(y - mean) * (later - mean)]
      })
      return meanOf(pairs) / meanOf([...centred.values()].map((y) => (y - mean) ** 2))
    }
    expect(correlation(1)).toBeGreaterThan(0.3)
    expect(correlation(1)).toBeGreaterThan(correlation(7) + 0.15)
  })

  it('has notes, painkillers and suspected reactions, a few of each', () => {
    const count = (id: string) => halfYear.events.filter(({ trackable }) => trackable === id).length
    const notes = halfYear.days.filter(({ answers }) => 'note' in answers)
    expect(notes.length).toBeGreaterThanOrEqual(4)
    expect(count('nsaid-dose')).toBeGreaterThanOrEqual(2)
    expect(count('food-reaction')).toBeGreaterThanOrEqual(3)
  })
})

describe('ten years of it', () => {
  it('hold some 55,000 answers', () => {
    expect(tenYears.days[0]?.day).toBe('2016-07-03')
    expect(answerCount(tenYears)).toBeGreaterThan(52_000)
    expect(answerCount(tenYears)).toBeLessThan(59_000)
    expect(tenYears.events.length).toBeGreaterThan(3_500)
  })

  it('are made in less than a second', () => {
    const times = [1, 2, 3].map(() => {
      const start = performance.now()
      sampleDiary(LAST, 3650)
      return performance.now() - start
    })
    expect(Math.min(...times)).toBeLessThan(1000)
  })

  it('keep a plan of at most 26 weeks, and a short diary one of at least 12', () => {
    expect(tenYears.plan.weeks).toBe(26)
    expect(sampleDiary(LAST, 30).plan.weeks).toBe(12)
    expect(sampleDiary(LAST, 30).days.length).toBeGreaterThan(20)
  })
})
