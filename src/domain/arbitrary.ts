/**
 * Test support: arbitrary valid values and diaries for fast-check, as Mend itself could have written them. Every value
 * is one that the kind's `read` accepts, and texts are as awkward as a person's, a spreadsheet's or an attacker's can be.
 */
import fc from 'fast-check'
import { dayAfter, dayNumber, dayOfNumber, FIRST_DAY, type Clock, type Day } from '#domain/day.ts'
import { MAX_TIMES } from '#domain/kinds/dose.ts'
import { kindOf } from '#domain/kinds/index.ts'
import { cleanText } from '#domain/kinds/kind.ts'
import { ONSET_MAX } from '#domain/kinds/reaction.ts'
import { SLEEP_BOUNDS } from '#domain/kinds/sleep.ts'
import { STOOL_FLAGS } from '#domain/kinds/stool.ts'
import {
  BLOOD,
  type AnswerValue,
  type DayRecord,
  type Diary,
  type EventRecord,
  type EventValue,
  type SleepValue,
  type StoolValue,
  type Value
} from '#domain/record.ts'
import type { Bounds, Trackable } from '#domain/trackable.ts'

/** Days that are past whenever the tests run. */
export const arbitraryDay: fc.Arbitrary<Day> = fc
  .integer({ min: dayNumber(FIRST_DAY), max: dayNumber('2025-12-31') })
  .map(dayOfNumber)

export const arbitraryClock: fc.Arbitrary<Clock> = fc
  .integer({ min: 0, max: 1439 })
  .map((minute) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`)

const two = (n: number) => String(n).padStart(2, '0')

const NASTY = [
  '=1+1',
  '+44 20',
  '-2',
  '@SUM(A1:A9)',
  '=HYPERLINK("http://example.org","x")',
  "'quoted'",
  '"',
  '""',
  ',',
  ';',
  'a  b',
  ' ',
  '\n',
  '\n\n',
  '|',
  '\\n',
  'true',
  'null',
  '0',
  '1e5',
  '1,5',
  '<b>&amp;</b>',
  'ＦＵＬＬ　ｗｉｄｔｈ',
  '＝1＋1',
  '👩🏽‍🚀',
  '🇳🇴',
  'e\u0301',
  'בטן נפוחה',
  'انتفاخ',
  '\u202Eabc\u202C',
  '\u200B',
  '\uFEFF',
  '\u2028',
  '\uFFFD'
] as const

/** Any code points, control characters and lone surrogates among them: not clean. */
export const arbitraryJunkText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xff }), fc.integer({ min: 0, max: 0x10ffff })), { maxLength: 12 })
  .map((points) => String.fromCodePoint(...points))

/** Clean text of at most `max` code points, never empty. */
export function arbitraryText(max = 2000): fc.Arbitrary<string> {
  const piece = fc.oneof(
    fc.constantFrom(...NASTY),
    fc.string({ unit: 'grapheme-ascii', maxLength: 12 }),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    arbitraryJunkText,
    fc.lorem({ maxCount: 4 })
  )
  return fc
    .array(piece, { minLength: 1, maxLength: 6 })
    .map((pieces) => cleanText(pieces.join(''), max))
    .filter((text) => text !== '')
}

/** Numbers as they can be typed: at most six decimals, and no negative zero. */
const decimals = ({ min, max }: Bounds): fc.Arbitrary<number> =>
  fc.oneof(
    fc.constantFrom(min, max),
    fc.integer({ min, max }),
    fc.integer({ min: Math.ceil(min * 1e6), max: Math.floor(max * 1e6) }).map((n) => n / 1e6)
  )

const whole = ({ min, max }: Bounds): fc.Arbitrary<number> => fc.integer({ min, max })
const yes = fc.constant(true as const)
const plain = { noNullPrototype: true } as const

const ZONES = ['Europe/Oslo', 'UTC', 'America/Argentina/Buenos_Aires', 'Etc/GMT+12', 'Australia/Lord_Howe'] as const

/** A night that ends on `day` where the sleeper woke; the offsets need not be ones the zone ever had. */
const sleepOn = (day: Day): fc.Arbitrary<SleepValue> =>
  fc
    .record({
      wakeSecond: fc.integer({ min: 0, max: 86_399 }),
      asleep: fc.integer({ min: SLEEP_BOUNDS.min * 60, max: SLEEP_BOUNDS.max * 60 }),
      zones: fc.tuple(fc.constantFrom(...ZONES), fc.constantFrom(...ZONES)),
      offsets: fc.tuple(fc.integer({ min: -1080, max: 1080 }), fc.integer({ min: -1080, max: 1080 }))
    })
    .map(({ wakeSecond, asleep, zones, offsets }) => {
      const wake = dayNumber(day) * 86_400 + wakeSecond - offsets[1] * 60
      const instant = (second: number) => `${new Date(second * 1000).toISOString().slice(0, 19)}Z`
      return {
        bed: { instant: instant(wake - asleep), zone: zones[0], offset: offsets[0] },
        wake: { instant: instant(wake), zone: zones[1], offset: offsets[1] }
      }
    })

const stool: fc.Arbitrary<StoolValue> = fc.record(
  {
    type: fc.integer({ min: 1, max: 7 }),
    blood: fc.constantFrom(...BLOOD),
    ...(Object.fromEntries(STOOL_FLAGS.map(({ id }) => [id, yes])) as Record<
      (typeof STOOL_FLAGS)[number]['id'],
      typeof yes
    >)
  },
  { requiredKeys: ['type'], ...plain }
)

/** Any valid value of the trackable, as recorded on `day`. */
export function arbitraryValue(trackable: Trackable, day: Day = '2024-10-27'): fc.Arbitrary<Value> {
  switch (trackable.kind) {
    case 'scale':
      return whole({ min: 0, max: 10 })
    case 'yes-no':
      return fc.boolean()
    case 'count':
    case 'duration':
      return whole(trackable.bounds)
    case 'amount':
      return decimals(trackable.bounds)
    case 'exposure':
      return whole({ min: 0, max: 2 })
    case 'sleep':
      return sleepOn(day)
    case 'dose':
      return fc.oneof(
        fc.record({ taken: fc.boolean(), amount: decimals(trackable.bounds) }, { requiredKeys: ['taken'], ...plain }),
        fc.record({ taken: fc.constant(true), times: fc.integer({ min: 1, max: MAX_TIMES }) }, plain)
      )
    case 'stool':
      return stool
    case 'course':
      return fc.record(
        {
          name: arbitraryText(100),
          class: fc.constantFrom(...trackable.classes),
          end: whole(trackable.bounds).map((length) => dayAfter(day, length - 1))
        },
        { requiredKeys: ['name', 'class'], ...plain }
      )
    case 'medicine':
      return fc.record(
        { drug: fc.constantFrom(...trackable.drugs), dose: decimals(trackable.bounds) },
        { requiredKeys: ['drug'], ...plain }
      )
    case 'reaction':
      return fc.record(
        { food: arbitraryText(200), severity: whole({ min: 0, max: 10 }), onset: whole({ min: 0, max: ONSET_MAX }) },
        { requiredKeys: ['food', 'severity'], ...plain }
      )
    case 'training':
      return fc.record({ minutes: whole({ min: 1, max: 1440 }), effort: whole({ min: 0, max: 10 }) }, plain)
    case 'choice':
      return fc.constantFrom(...trackable.options.map(({ id }) => id))
    case 'text':
      return arbitraryText()
  }
}

const stampOf = fc.integer({ min: 0, max: Date.UTC(2026, 0) })

const dayRecord = (trackables: readonly Trackable[], day: Day): fc.Arbitrary<DayRecord> =>
  fc.subarray([...trackables], { minLength: 1, maxLength: Math.min(8, trackables.length) }).chain((some) =>
    fc
      .tuple(...some.map((trackable) => fc.tuple(arbitraryValue(trackable, day) as fc.Arbitrary<AnswerValue>, stampOf)))
      .map((pairs) => ({
        day,
        answers: Object.fromEntries(pairs.map(([value], i) => [some[i]?.id ?? '', value])),
        stamps: Object.fromEntries(pairs.map(([, stamp], i) => [some[i]?.id ?? '', stamp]))
      }))
      .chain((row) =>
        fc.tuple(
          fc.constant(row),
          fc.subarray(
            trackables.map(({ id }) => id),
            { maxLength: 3 }
          ),
          stampOf
        )
      )
      .map(([row, ids, stamp]): DayRecord => {
        const skipped = ids.filter((id) => !(id in row.answers)).sort()
        const stamps = { ...row.stamps, ...Object.fromEntries(skipped.map((id) => [id, stamp])) }
        return { ...row, ...(skipped.length > 0 && { skipped }), stamps }
      })
  )

/** Local time with offset; what happens before four in the morning has the next date and still belongs to `day`. */
const momentOn = (day: Day): fc.Arbitrary<string> =>
  fc.tuple(arbitraryClock, fc.integer({ min: -48, max: 56 })).map(([clock, quarters]) => {
    const minutes = Math.abs(quarters) * 15
    const offset = `${quarters < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
    return `${clock < '04:00' ? dayAfter(day, 1) : day}T${clock}${offset}`
  })

const eventRecord = (trackables: readonly Trackable[]): fc.Arbitrary<EventRecord> =>
  fc.tuple(fc.constantFrom(...trackables), arbitraryDay).chain(([trackable, day]) =>
    fc.record(
      {
        id: fc.uuid({ version: 4 }).map((uuid) => `${day}/${uuid}`),
        day: fc.constant(day),
        at: momentOn(day),
        trackable: fc.constant(trackable.id),
        value: arbitraryValue(trackable, day) as fc.Arbitrary<EventValue>,
        stamp: stampOf
      },
      { requiredKeys: ['id', 'day', 'trackable', 'value', 'stamp'], ...plain }
    )
  )

/** A diary over these items: days in order, each with at least one answer; events by id, without contradictions. */
export function arbitraryDiary(trackables: readonly Trackable[]): fc.Arbitrary<Diary> {
  const answered = trackables.filter((trackable) => kindOf(trackable).record === 'answer')
  const happening = trackables.filter((trackable) => kindOf(trackable).record === 'event')
  const days = fc
    .uniqueArray(arbitraryDay, { maxLength: answered.length === 0 ? 0 : 6 })
    .chain((list) => fc.tuple(...[...list].sort().map((day) => dayRecord(answered, day))))
  const events =
    happening.length === 0
      ? fc.constant([])
      : fc.uniqueArray(eventRecord(happening), { maxLength: 6, selector: ({ id }) => id })
  return fc.tuple(days, events).map(([rows, list]) => {
    const withoutMovement = new Set(
      rows.filter((row) => row.answers['no-bowel-movement'] === true).map(({ day }) => day)
    )
    return {
      days: rows,
      events: list
        .filter(({ trackable, day }) => trackable !== 'bowel-movement' || !withoutMovement.has(day))
        .sort((a, b) => (a.id < b.id ? -1 : 1))
    }
  })
}
