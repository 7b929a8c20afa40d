import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryValue } from '#domain/arbitrary.ts'
import { CATALOGUE } from '#domain/catalogue/index.ts'
import { dayAfter, daysFrom, type Day } from '#domain/day.ts'
import type { AnswerValue, DayRecord, EventRecord, EventValue } from '#domain/record.ts'
import { sampleDiary } from '#domain/sample.ts'
import { trackedOf } from '#domain/tracked.ts'
import {
  dailyOf,
  dayViews,
  isLogged,
  rollingWeek,
  weeklyOf,
  weeksOf,
  type Period,
  type Span,
  type WeekPoint
} from './series.ts'
import { tracedOf, type Traced } from './traced.ts'

const EVERYTHING = tracedOf(trackedOf(CATALOGUE.map(({ id }) => ({ id, stamp: 0, on: true }))))

function tracedNamed(id: string): Traced {
  const traced = EVERYTHING.find((one) => one.id === id)
  if (!traced) throw new Error(`${id} cannot be followed over weeks`)
  return traced
}

const MONDAY: Day = '2026-11-16'
const WEEK: Span = { from: MONDAY, to: '2026-11-22' }

const row = (day: Day, answers: Record<string, AnswerValue>): DayRecord => ({ day, answers, stamps: {} })
let events = 0
const happened = (day: Day, trackable: string, value: EventValue): EventRecord => ({
  id: `${day}/${++events}`,
  day,
  trackable,
  value,
  stamp: 1
})
const stools = (day: Day, ...types: number[]) => types.map((type) => happened(day, 'bowel-movement', { type }))

/** One answer a day from Monday on; undefined where nothing was recorded. */
const answered = (id: string, values: (AnswerValue | undefined)[]): DayRecord[] =>
  values.flatMap((value, i) => (value === undefined ? [] : [row(dayAfter(MONDAY, i), { [id]: value })]))

function weekOf(id: string, days: readonly DayRecord[], happenings: readonly EventRecord[] = []): WeekPoint {
  const [point] = weeklyOf(tracedNamed(id), dayViews(days, happenings, WEEK.from, WEEK.to), [WEEK])
  if (!point) throw new Error('a week was asked for and none came')
  return point
}

describe('the weeks of a period', () => {
  it('end today where there is no plan', () => {
    expect(weeksOf('4', '2026-11-23', null, null)).toEqual([
      { from: '2026-10-27', to: '2026-11-02' },
      { from: '2026-11-03', to: '2026-11-09' },
      { from: '2026-11-10', to: '2026-11-16' },
      { from: '2026-11-17', to: '2026-11-23' }
    ])
  })

  it('count from the first day of the plan where there is one; the last may not be over', () => {
    expect(weeksOf('4', '2026-11-25', null, '2026-11-02')).toEqual([
      { from: '2026-11-02', to: '2026-11-08' },
      { from: '2026-11-09', to: '2026-11-15' },
      { from: '2026-11-16', to: '2026-11-22' },
      { from: '2026-11-23', to: '2026-11-29' }
    ])
  })

  it.each([
    ['on its first day', '2026-11-23', '2026-11-23', '2026-11-29'],
    ['on its last day', '2026-11-29', '2026-11-23', '2026-11-29'],
    ['on the day after', '2026-11-30', '2026-11-30', '2026-12-06']
  ])('hold a week of the plan from its first to its seventh day: %s', (_, today, from, to) => {
    expect(weeksOf('4', today, null, '2026-11-02').at(-1)).toEqual({ from, to })
  })

  it('reach back before the plan, so that the weeks before it can be seen', () => {
    expect(weeksOf('4', '2026-11-23', null, '2026-11-23').map(({ from }) => from)).toEqual([
      '2026-11-02',
      '2026-11-09',
      '2026-11-16',
      '2026-11-23'
    ])
  })

  it('of a plan that has not begun are counted back from its first day', () => {
    expect(weeksOf('4', '2026-11-25', null, '2026-12-07').at(-1)).toEqual({ from: '2026-11-23', to: '2026-11-29' })
  })

  it.each<[Period, number, Day]>([
    ['4', 4, '2026-10-27'],
    ['12', 12, '2026-09-01'],
    ['26', 26, '2026-05-26'],
    ['52', 52, '2025-11-25']
  ])('are as many as the period %s says', (period, count, from) => {
    const weeks = weeksOf(period, '2026-11-23', '2020-01-01', null)
    expect(weeks).toHaveLength(count)
    expect(weeks[0]?.from).toBe(from)
  })

  it('of everything reach back to the first day, and are four at least', () => {
    const firstWeek = (first: Day | null) => weeksOf('all', '2026-11-23', first, null)
    expect(firstWeek(null)).toHaveLength(4)
    expect(firstWeek('2026-11-20')).toHaveLength(4)
    expect(firstWeek('2026-10-27')).toHaveLength(4)
    expect(firstWeek('2026-10-26')).toHaveLength(5)
    expect(firstWeek('2026-10-26')[0]).toEqual({ from: '2026-10-20', to: '2026-10-26' })
    expect(firstWeek('2016-11-23')).toHaveLength(522)
  })

  const arbitraryToday = fc.integer({ min: 0, max: 4000 }).map((n) => dayAfter('2020-01-01', n))
  const daysBack = fc.integer({ min: 0, max: 3000 })

  it('follow one another without a hole, and today is in the last of them', () => {
    fc.assert(
      fc.property(
        arbitraryToday,
        daysBack,
        fc.option(daysBack),
        fc.constantFrom<Period>('4', '12', '26', '52', 'all'),
        (today, first, plan, period) => {
          const planStart = plan === null ? null : dayAfter(today, -plan)
          const weeks = weeksOf(period, today, dayAfter(today, -first), planStart)
          const last = weeks.at(-1)
          expect((last?.from ?? '') <= today && today <= (last?.to ?? '')).toBe(true)
          weeks.forEach(({ from, to }, i) => {
            expect(to).toBe(dayAfter(from, 6))
            if (i > 0) expect(from).toBe(dayAfter(weeks[i - 1]?.to ?? '', 1))
          })
        }
      )
    )
  })

  it('of everything begin in the week of the first day, no earlier than they have to', () => {
    fc.assert(
      fc.property(arbitraryToday, daysBack, fc.option(daysBack), (today, back, plan) => {
        const first = dayAfter(today, -back)
        const weeks = weeksOf('all', today, first, plan === null ? null : dayAfter(today, -plan))
        expect((weeks[0]?.from ?? '') <= first).toBe(true)
        if (weeks.length > 4) expect(first <= (weeks[0]?.to ?? '')).toBe(true)
      })
    )
  })
})

describe('the days of a stretch', () => {
  const days = [row('2026-11-16', { bloating: 3 }), row('2026-11-18', { bloating: 0 })]
  const views = dayViews([...days, row('2026-11-30', { bloating: 9 })], stools('2026-11-17', 4), MONDAY, '2026-11-19')

  it('are all there, recorded or not, and no other', () => {
    expect(views.map(({ day }) => day)).toEqual(['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19'])
  })

  it('have no number where nothing was recorded, which is not the number 0', () => {
    expect(dailyOf(tracedNamed('bloating'), views)).toEqual([3, null, 0, null])
  })

  it('have no number for a value that the item cannot have', () => {
    const odd = answered('bloating', [11, 2.5, 'bad', 5])
    expect(dailyOf(tracedNamed('bloating'), dayViews(odd, [], MONDAY, '2026-11-19'))).toEqual([null, null, null, 5])
  })

  it('are logged with an answer or with an event, and not with a row whose answers were cleared', () => {
    expect(views.map(isLogged)).toEqual([true, true, true, false])
    expect(dayViews([row(MONDAY, {})], [], MONDAY, MONDAY).map(isLogged)).toEqual([false])
  })
})

describe('a weekly mean', () => {
  it('is that of the recorded days', () => {
    expect(weekOf('bloating', answered('bloating', [3, 5, undefined, 4, undefined, undefined, 6]))).toEqual({
      ...WEEK,
      logged: 4,
      value: 4.5
    })
  })

  it('takes a recorded 0 for a number and an unrecorded day for none', () => {
    expect(weekOf('bloating', answered('bloating', [0, 0, 0, 4])).value).toBe(1)
    expect(weekOf('bloating', answered('bloating', [4, 4, 4, 4])).value).toBe(4)
  })

  it('needs four days', () => {
    expect(weekOf('bloating', answered('bloating', [3, 5, undefined, 4]))).toEqual({ ...WEEK, logged: 3, value: null })
    expect(weekOf('bloating', [])).toEqual({ ...WEEK, logged: 0, value: null })
  })

  it('needs four days with this item: answers to others are not among them', () => {
    const days = [...answered('bloating', [3, 5, 4]), row('2026-11-19', { gas: 2 })]
    expect(weekOf('bloating', days)).toEqual({ ...WEEK, logged: 3, value: null })
  })

  it('is that of the days so far where the week is not over', () => {
    const views = dayViews(answered('bloating', [2, 4, 4, 6]), [], MONDAY, '2026-11-19')
    expect(weeklyOf(tracedNamed('bloating'), views, [WEEK])).toEqual([{ ...WEEK, logged: 4, value: 4 }])
  })

  it('does not see the weeks beside it', () => {
    const beside = ['2026-11-15', '2026-11-23'].map((day) => row(day, { bloating: 10 }))
    const views = dayViews([...answered('bloating', [1, 1, 1, 1]), ...beside], [], '2026-11-09', '2026-11-29')
    expect(weeklyOf(tracedNamed('bloating'), views, [WEEK])).toEqual([{ ...WEEK, logged: 4, value: 1 }])
  })

  it('is empty for a week of which no day is at hand', () => {
    const views = dayViews(answered('bloating', [1, 1, 1, 1]), [], MONDAY, '2026-11-22')
    const early = { from: '2026-11-09', to: '2026-11-15' }
    expect(weeklyOf(tracedNamed('bloating'), views, [early])).toEqual([{ ...early, logged: 0, value: null }])
    expect(weeklyOf(tracedNamed('bloating'), [], [WEEK])).toEqual([{ ...WEEK, logged: 0, value: null }])
  })

  it('of sleep is in minutes between the two instants', () => {
    const night = (from: string, to: string): AnswerValue => ({
      bed: { instant: from, zone: 'UTC', offset: 0 },
      wake: { instant: to, zone: 'UTC', offset: 0 }
    })
    const days = answered('sleep', [
      night('2026-11-15T23:00:00Z', '2026-11-16T07:00:00Z'),
      night('2026-11-16T23:00:00Z', '2026-11-17T06:00:00Z'),
      night('2026-11-17T23:30:00Z', '2026-11-18T06:30:00Z'),
      night('2026-11-18T22:00:00Z', '2026-11-19T06:00:00Z')
    ])
    expect(weekOf('sleep', days).value).toBe(450)
  })
})

describe('a weekly sum', () => {
  it('adds the portions up', () => {
    const days = answered('fermented-food', [1, 2, undefined, 0, undefined, 3])
    expect(weekOf('fermented-food', days)).toEqual({ ...WEEK, logged: 4, value: 6 })
  })

  it('is 0 where four days said none, and nothing where fewer said anything', () => {
    expect(weekOf('alcohol', answered('alcohol', [0, 0, 0, 0])).value).toBe(0)
    expect(weekOf('alcohol', answered('alcohol', [40, 20, 10]))).toEqual({ ...WEEK, logged: 3, value: null })
  })
})

describe('a share of days', () => {
  it('is the days done of the days recorded', () => {
    const days = answered('meal-pace', [true, true, false, undefined, true, false])
    expect(weekOf('meal-pace', days)).toEqual({ ...WEEK, logged: 5, value: 0.6, done: 3 })
  })

  it('tells what was done also where too few days are recorded for a value', () => {
    expect(weekOf('meal-pace', answered('meal-pace', [true, false, true]))).toEqual({
      ...WEEK,
      logged: 3,
      value: null,
      done: 2
    })
  })

  it('counts the days with any of an exposure, whatever the level', () => {
    expect(weekOf('gluten', answered('gluten', [0, 1, 2, 0]))).toMatchObject({ logged: 4, value: 0.5, done: 2 })
  })

  it('counts the days on which a supplement was taken, whatever the amount', () => {
    const days = answered('sup-zinc', [{ taken: true, amount: 15 }, { taken: true }, { taken: false }, { taken: true }])
    expect(weekOf('sup-zinc', days)).toMatchObject({ logged: 4, value: 0.75, done: 3 })
  })
})

describe('the stools of a week', () => {
  it('are counted by form: types 1–2, 3–5 and 6–7', () => {
    const week = [1, 2, 3, 4, 5, 6, 7].flatMap((type, i) => stools(dayAfter(MONDAY, i), type))
    expect(weekOf('bowel-movement', [], week)).toEqual({
      ...WEEK,
      logged: 7,
      value: 3 / 7,
      stool: { hard: 2, usual: 3, loose: 2 }
    })
  })

  it('are counted movement by movement, on days that count once; a day said to be without one counts too', () => {
    const week = [...stools(MONDAY, 4, 1), ...stools('2026-11-17', 6, 4)]
    const none = ['2026-11-18', '2026-11-19'].map((day) => row(day, { 'no-bowel-movement': true }))
    expect(weekOf('bowel-movement', none, week)).toEqual({
      ...WEEK,
      logged: 4,
      value: 0.5,
      stool: { hard: 1, usual: 2, loose: 1 }
    })
  })

  it('need four days that say how many there were', () => {
    const week = [...stools(MONDAY, 4, 4, 4), ...stools('2026-11-17', 4)]
    const others = [row('2026-11-18', { bloating: 2 }), row('2026-11-19', { 'no-bowel-movement': true })]
    expect(weekOf('bowel-movement', others, week)).toMatchObject({ logged: 3, value: null })
  })

  it('have no share where four days say that there was none', () => {
    expect(weekOf('bowel-movement', answered('no-bowel-movement', [true, true, true, true]))).toEqual({
      ...WEEK,
      logged: 4,
      value: null,
      stool: { hard: 0, usual: 0, loose: 0 }
    })
  })

  it('are never averaged: hard and watery ones do not make usual ones', () => {
    const ofTypes = (...types: number[]) => types.flatMap((type, i) => stools(dayAfter(MONDAY, i), type))
    expect(weekOf('bowel-movement', [], ofTypes(1, 7, 1, 7)).value).toBe(0)
    expect(weekOf('bowel-movement', [], ofTypes(4, 4, 4, 4)).value).toBe(1)
  })

  it('per day are a mean over the days that say how many', () => {
    const week = [...stools(MONDAY, 4, 4, 3), ...stools('2026-11-17', 4), ...stools('2026-11-18', 4, 4)]
    const none = [row('2026-11-19', { 'no-bowel-movement': true }), row('2026-11-20', { bloating: 1 })]
    expect(weekOf('stool-count', none, week)).toEqual({ ...WEEK, logged: 4, value: 1.5 })
  })
})

describe('events of a week', () => {
  const dose = (day: Day) => happened(day, 'nsaid-dose', { drug: 'ibuprofen', dose: 400 })

  it('are counted where four days have anything recorded', () => {
    const days = answered('bloating', [1, 1, 1])
    expect(weekOf('nsaid-dose', days, [dose('2026-11-19'), dose('2026-11-19')])).toEqual({
      ...WEEK,
      logged: 4,
      value: 2
    })
  })

  it('are none, which is known, in a week that was recorded', () => {
    expect(weekOf('nsaid-dose', answered('bloating', [1, 1, 1, 1]))).toEqual({ ...WEEK, logged: 4, value: 0 })
  })

  it('are unknown in a week that hardly was', () => {
    expect(weekOf('nsaid-dose', answered('bloating', [1, 1]), [dose('2026-11-18')])).toEqual({
      ...WEEK,
      logged: 3,
      value: null
    })
  })
})

describe('the seven-day line', () => {
  it('is the mean of the seven days that end with each', () => {
    expect(rollingWeek([0, 1, 2, 3, 4, 5, 6, 7])).toEqual([null, null, null, 1.5, 2, 2.5, 3, 4])
  })

  it('needs four of the seven', () => {
    expect(rollingWeek([1, 2, 3, null, 4])).toEqual([null, null, null, null, 2.5])
    expect(rollingWeek([1, 2, 3, 4, null, null, null, null])).toEqual([null, null, null, 2.5, 2.5, 2.5, 2.5, null])
    expect(rollingWeek([])).toEqual([])
  })
})

describe('whatever is recorded', () => {
  const FIRST: Day = '2026-06-01'
  const LAST: Day = '2026-06-28'
  const weeks = weeksOf('4', LAST, null, null)
  const asked = CATALOGUE.filter(({ id }) =>
    [
      ...['bloating', 'skin-acne', 'skin-eczema', 'no-bowel-movement', 'water', 'sup-zinc', 'meal-pace', 'walking'],
      ...['fermented-food', 'gluten', 'alcohol', 'bs-protein-first', 'bs-no-sugary-drink', 'bs-postmeal-walk'],
      'bs-regular-meals'
    ].includes(id)
  )
  const happening = CATALOGUE.filter(({ id }) => ['bowel-movement', 'training-session', 'nsaid-dose'].includes(id))

  const arbitraryAnswers = fc
    .subarray(asked, { minLength: 1 })
    .chain((some) => fc.tuple(...some.map((item) => arbitraryValue(item).map((value) => [item.id, value] as const))))
    .map((pairs) => Object.fromEntries(pairs) as Record<string, AnswerValue>)
  const arbitraryEvents = (day: Day) =>
    fc.array(
      fc
        .constantFrom(...happening)
        .chain((item) => arbitraryValue(item).map((value) => happened(day, item.id, value as EventValue))),
      { maxLength: 3 }
    )
  /** Four weeks, of which some days have a row, some an event, and some nothing. */
  const arbitraryRecord = fc
    .tuple(
      ...daysFrom(FIRST, LAST).map((day) =>
        fc.tuple(
          fc.option(arbitraryAnswers).map((answers) => (answers === null ? [] : [row(day, answers)])),
          fc.option(arbitraryEvents(day)).map((list) => list ?? [])
        )
      )
    )
    .map((days) => ({ days: days.flatMap(([rows]) => rows), events: days.flatMap(([, list]) => list) }))

  const everyWeek = (record: { days: DayRecord[]; events: EventRecord[] }, from = dayAfter(FIRST, -6)) => {
    const views = dayViews(record.days, record.events, from, LAST)
    return EVERYTHING.map((traced) => [traced.id, weeklyOf(traced, views, weeks)] as const)
  }

  it('days that are not logged change no value', () => {
    fc.assert(
      fc.property(arbitraryRecord, (record) => {
        const known = new Set(record.days.map(({ day }) => day))
        const empty = daysFrom('2026-01-01', LAST).filter((day) => !known.has(day))
        const padded = { ...record, days: [...record.days, ...empty.map((day) => row(day, {}))] }
        expect(everyWeek(padded, '2026-01-01')).toEqual(everyWeek(record))
      }),
      { numRuns: 30 }
    )
  })

  it('a weekly mean lies between the least and the most of its days', () => {
    fc.assert(
      fc.property(arbitraryRecord, (record) => {
        const views = dayViews(record.days, record.events, FIRST, LAST)
        for (const traced of EVERYTHING.filter(({ rule }) => rule === 'mean' || rule === 'share')) {
          const daily = dailyOf(traced, views)
          weeklyOf(traced, views, weeks).forEach(({ value }, i) => {
            const numbers = daily.slice(i * 7, i * 7 + 7).filter((number) => number !== null)
            if (value === null) return
            // A sum of decimals may be off in its last bit.
            expect(value).toBeGreaterThanOrEqual(Math.min(...numbers) - 1e-9)
            expect(value).toBeLessThanOrEqual(Math.max(...numbers) + 1e-9)
          })
        }
      }),
      { numRuns: 30 }
    )
  })

  it('the order in which it comes does not matter', () => {
    const shuffled = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length })
    fc.assert(
      fc.property(
        arbitraryRecord.chain((record) =>
          fc.record({ record: fc.constant(record), days: shuffled(record.days), events: shuffled(record.events) })
        ),
        ({ record, days, events: list }) => {
          expect(everyWeek({ days, events: list })).toEqual(everyWeek(record))
        }
      ),
      { numRuns: 30 }
    )
  })
})

describe('the weeks of the sample diary', () => {
  const diary = sampleDiary('2026-06-30')
  const weeks = weeksOf('26', '2026-06-30', null, diary.plan.start)
  const views = dayViews(diary.days, diary.events, '2025-12-25', '2026-06-30')
  const weekFrom = (id: string, from: Day) =>
    weeklyOf(tracedNamed(id), views, weeks).find((point) => point.from === from)

  it('are 26, from the first of the baseline to the last of the plan', () => {
    expect(weeks[0]).toEqual({ from: '2025-12-31', to: '2026-01-06' })
    expect(weeks[2]).toEqual({ from: '2026-01-14', to: '2026-01-20' })
    expect(weeks[25]).toEqual({ from: '2026-06-24', to: '2026-06-30' })
  })

  it('have the means that the answers make', () => {
    // 6, 6, 6, 7, 6, 7
    expect(weekFrom('bloating', '2025-12-31')).toMatchObject({ logged: 6, value: 38 / 6 })
    // 7, 2, 4
    expect(weekFrom('bloating', '2026-04-08')).toMatchObject({ logged: 3, value: null })
    // 7, 5, 6, 6, 2, 2, 2
    expect(weekFrom('bloating', '2026-05-06')).toMatchObject({ logged: 7, value: 30 / 7 })
    // 4, 3, 3, 4, 5, 4, 5
    expect(weekFrom('bloating', '2026-06-24')).toMatchObject({ logged: 7, value: 4 })
    // 1000, 1250, 1750, 2000, 2000
    expect(weekFrom('water', '2026-06-24')).toMatchObject({ logged: 5, value: 1600 })
  })

  it('have the sums and shares that the answers make', () => {
    // 0, 0, 10, 30, 0
    expect(weekFrom('alcohol', '2026-05-06')).toMatchObject({ logged: 5, value: 40 })
    // yes, no, yes, yes, yes
    expect(weekFrom('meal-pace', '2026-06-24')).toMatchObject({ logged: 5, value: 0.8, done: 4 })
    // 2, 0, 2, 1, 1, 0
    expect(weekFrom('gluten', '2026-06-17')).toMatchObject({ logged: 6, value: 4 / 6, done: 4 })
    expect(weekFrom('gluten-free-day', '2026-06-17')).toMatchObject({ logged: 6, value: 2 / 6, done: 2 })
    // 0, 2, 0
    expect(weekFrom('gluten', '2026-06-24')).toMatchObject({ logged: 3, value: null, done: 1 })
  })

  it('have the stools and the painkillers that were recorded', () => {
    // 3 and 2, 5 and 4, 6 and 4, none, 4 and 5, 4 and 3
    expect(weekFrom('bowel-movement', '2026-06-24')).toEqual({
      from: '2026-06-24',
      to: '2026-06-30',
      logged: 6,
      value: 0.8,
      stool: { hard: 1, usual: 8, loose: 1 }
    })
    expect(weekFrom('stool-count', '2026-06-24')).toMatchObject({ logged: 6, value: 10 / 6 })
    expect(weekFrom('nsaid-dose', '2026-05-06')).toMatchObject({ logged: 7, value: 2 })
    expect(weekFrom('nsaid-dose', '2026-05-13')).toMatchObject({ value: 0 })
  })

  it('end on a seven-day line that meets the last week', () => {
    expect(rollingWeek(dailyOf(tracedNamed('bloating'), views)).at(-1)).toBe(4)
  })
})
