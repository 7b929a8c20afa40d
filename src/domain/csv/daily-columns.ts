/** What each kind becomes in the daily table. The map is exhaustive: a new kind has to say its columns here. */
import { cellOf, cellsOf } from './cells.ts'
import { STOOL_FORMS } from '#domain/kinds/stool-forms.ts'
import type { Day } from '#domain/day.ts'
import type { AnswerValue, CourseValue, EventRecord, StoolValue, TrainingValue } from '#domain/record.ts'
import type { KindId, Trackable, TrackableOf } from '#domain/trackable.ts'
import { QUANTITIES } from '#domain/units.ts'
import { textField } from './table.ts'

export interface DayFacts {
  day: Day
  answers: Record<string, AnswerValue>
  events: readonly EventRecord[]
  /** Courses of the whole diary: they reach beyond the day they began on. */
  courses: readonly EventRecord[]
}

export interface DailyColumn {
  header: string
  /** The field, ready to be written; empty where nothing was recorded. */
  field(facts: DayFacts): string
}

const NO_MOVEMENT = 'no-bowel-movement'
/** The bands of the stool forms, as ranges of the Bristol types. */
const BANDS = [
  { name: 'pct_type_1_2', band: 'hard' },
  { name: 'pct_type_3_5', band: 'usual' },
  { name: 'pct_type_6_7', band: 'loose' }
] as const

/** One cell of the day's answer. */
function answered(item: Trackable, name: string, unit = '', cellField = ''): DailyColumn {
  return {
    header: headerOf(name, unit),
    field: ({ answers }) => {
      const value = answers[item.id]
      if (value === undefined) return ''
      const cell = cellOf(cellsOf(value, item), cellField)
      return cell?.num === undefined ? textField(cell?.text ?? '') : String(cell.num)
    }
  }
}

/** A number from the item's events of the day, where there are any. */
function happened(item: Trackable, name: string, unit: string, of: (events: EventRecord[]) => number): DailyColumn {
  return {
    header: headerOf(name, unit),
    field: ({ events }) => {
      const own = eventsOf(item, events)
      return own.length === 0 ? '' : String(of(own))
    }
  }
}

const howMany = (item: Trackable, name: string): DailyColumn[] => [happened(item, name, '', ({ length }) => length)]
const single = (item: Trackable, name: string): DailyColumn[] => [answered(item, name)]

type Columns = { [K in KindId]: (item: TrackableOf<K>, name: string) => DailyColumn[] }
const COLUMNS_OF_KIND = {
  scale: single,
  'yes-no': single,
  count: single,
  exposure: single,
  choice: single,
  text: single,
  amount: (item, name) => [answered(item, name, QUANTITIES[item.quantity].ucum)],
  duration: (item, name) => [answered(item, name, 'min')],
  sleep: (item, name) => [answered(item, name, 'min', 'asleep')],
  dose: (item, name) => [answered(item, name, '', 'taken'), answered(item, name, item.unitName, 'amount')],
  training: (item, name) => [
    happened(item, name, 'min', (events) =>
      events.reduce((sum, { value }) => sum + (value as TrainingValue).minutes, 0)
    )
  ],
  medicine: howMany,
  reaction: howMany,
  course: (item, name) => [
    {
      header: name,
      field: ({ day, courses }) => (eventsOf(item, courses).some((course) => isUnderWay(course, day)) ? 'true' : '')
    }
  ],
  stool: (item) => [
    {
      header: 'n_stools',
      field: ({ events, answers }) => {
        const count = eventsOf(item, events).length
        return count > 0 ? String(count) : answers[NO_MOVEMENT] === true ? '0' : ''
      }
    },
    ...BANDS.map(({ name, band }) => happened(item, name, '', (events) => shareOf(band, events)))
  ]
} satisfies Columns

/** A course without a last day is still going on. */
function isUnderWay({ day: first, value }: EventRecord, day: Day): boolean {
  const { end } = value as CourseValue
  return first <= day && (end === undefined || day <= end)
}

/** Per cent, to one decimal: 1 of 3 → 33.3. */
function shareOf(band: (typeof BANDS)[number]['band'], events: EventRecord[]): number {
  const types = STOOL_FORMS.filter((form) => form.band === band).map(({ type }): number => type)
  const count = events.filter(({ value }) => types.includes((value as StoolValue).type)).length
  return Math.round((1000 * count) / events.length) / 10
}

const eventsOf = (item: Trackable, events: readonly EventRecord[]): EventRecord[] =>
  events.filter(({ trackable }) => trackable === item.id)

/** 'water' in mL → 'water_ml'. */
const headerOf = (name: string, unit: string): string =>
  unit === '' ? name : `${name}_${unit.toLowerCase().replace('µ', 'u').replaceAll(' ', '_')}`

/** The columns of one item, headed by `name`. */
export function dailyColumns(item: Trackable, name: string): DailyColumn[] {
  // The compiler cannot see that an item's kind is the kind of the function found under it.
  const columns = COLUMNS_OF_KIND[item.kind] as (item: Trackable, name: string) => DailyColumn[]
  return columns(item, name)
}
