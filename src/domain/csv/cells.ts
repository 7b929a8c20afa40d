/**
 * How each kind is written into the long table, and read back. Apart from the kinds themselves, because Today needs those at
 * once and these never. A kind without an entry does not pass the type check.
 */
import { isValid, parseISO } from 'date-fns'
import { localOf, sleepMinutes } from '#domain/kinds/sleep.ts'
import { STOOL_FLAGS } from '#domain/kinds/stool.ts'
import type {
  CourseValue,
  DoseValue,
  MedicineValue,
  ReactionValue,
  SleepValue,
  StoolValue,
  TrainingValue,
  Value,
  ZonedInstant
} from '#domain/record.ts'
import type { KindId, Trackable, TrackableOf } from '#domain/trackable.ts'
import { QUANTITIES } from '#domain/units.ts'

/** One value of an entry. `field` is '' where the entry has a single value. */
export interface Cell {
  field: string
  num?: number
  text?: string
  unit?: string
}

interface Written<K extends KindId, V> {
  cells(value: V, trackable: TrackableOf<K>): Cell[]
  /** The other way: what the kind's `read` is then asked about. */
  raw(cells: readonly Cell[], trackable: TrackableOf<K>): unknown
}

export const cellOf = (cells: readonly Cell[], field: string): Cell | undefined =>
  cells.find((cell) => cell.field === field)

/** A cell that says yes: how flags are written. */
const isYes = (cell: Cell | undefined): boolean => cell?.text === 'true'

const offsetText = (minutes: number): string => {
  const size = Math.abs(minutes)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

const instantCells = (field: string, at: ZonedInstant): Cell[] => [
  { field, text: `${localOf(at)}:${at.instant.slice(17, 19)}${offsetText(at.offset)}` },
  { field: `${field}_zone`, text: at.zone }
]

function instantOf(cells: readonly Cell[], field: string): unknown {
  const local = cellOf(cells, field)?.text ?? ''
  const match = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}([+-])(\d{2}):(\d{2})$/.exec(local)
  // Unlike Date, parseISO refuses a 30th of February and a 24th hour.
  const time = parseISO(local)
  if (match === null || !isValid(time) || Number(local.slice(11, 13)) > 23) return undefined
  const offset = (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]))
  return {
    instant: `${time.toISOString().slice(0, 19)}Z`,
    zone: cellOf(cells, `${field}_zone`)?.text,
    // -0 is not 0 to a deep comparison
    offset: offset === 0 ? 0 : offset
  }
}

const number = (unit: string): { cells(value: number): Cell[]; raw(cells: readonly Cell[]): unknown } => ({
  cells: (value) => [{ field: '', num: value, unit }],
  raw: (cells) => cellOf(cells, '')?.num
})

const words: { cells(value: string): Cell[]; raw(cells: readonly Cell[]): unknown } = {
  cells: (value) => [{ field: '', text: value }],
  raw: (cells) => cellOf(cells, '')?.text
}

const WRITTEN = {
  scale: number('{score}'),
  'yes-no': {
    cells: (value: boolean) => [{ field: '', text: String(value) }],
    raw: (cells: readonly Cell[]) => {
      const text = cellOf(cells, '')?.text
      return text === 'true' ? true : text === 'false' ? false : undefined
    }
  },
  count: number('{count}'),
  amount: {
    cells: (value: number, { quantity }: TrackableOf<'amount'>) => [
      { field: '', num: value, unit: QUANTITIES[quantity].ucum }
    ],
    raw: (cells: readonly Cell[]) => cellOf(cells, '')?.num
  },
  duration: number('min'),
  sleep: {
    cells: (value: SleepValue) => [
      ...instantCells('bed', value.bed),
      ...instantCells('wake', value.wake),
      { field: 'asleep', num: sleepMinutes(value), unit: 'min' }
    ],
    raw: (cells: readonly Cell[]) => ({ bed: instantOf(cells, 'bed'), wake: instantOf(cells, 'wake') })
  },
  stool: {
    cells: (value: StoolValue) => [
      { field: 'type', num: value.type },
      ...STOOL_FLAGS.filter(({ id }) => value[id] === true).map(({ id }) => ({ field: id, text: 'true' })),
      ...(value.blood === undefined ? [] : [{ field: 'blood', text: value.blood }])
    ],
    raw: (cells: readonly Cell[]) => ({
      type: cellOf(cells, 'type')?.num,
      ...Object.fromEntries(STOOL_FLAGS.filter(({ id }) => isYes(cellOf(cells, id))).map(({ id }) => [id, true])),
      ...(cellOf(cells, 'blood') && { blood: cellOf(cells, 'blood')?.text })
    })
  },
  dose: {
    cells: (value: DoseValue, { unit }: TrackableOf<'dose'>) => [
      { field: 'taken', text: String(value.taken) },
      ...(value.amount === undefined ? [] : [{ field: 'amount', num: value.amount, unit }]),
      ...(value.times === undefined ? [] : [{ field: 'times', num: value.times }])
    ],
    raw: (cells: readonly Cell[]) => {
      const taken = cellOf(cells, 'taken')?.text
      const amount = cellOf(cells, 'amount')
      const times = cellOf(cells, 'times')
      return {
        taken: taken === 'true' ? true : taken === 'false' ? false : undefined,
        ...(amount && { amount: amount.num ?? null }),
        ...(times && { times: times.num ?? null })
      }
    }
  },
  exposure: number('{level}'),
  course: {
    cells: (value: CourseValue) => [
      { field: 'name', text: value.name },
      { field: 'class', text: value.class },
      ...(value.end === undefined ? [] : [{ field: 'end', text: value.end }])
    ],
    raw: (cells: readonly Cell[]) => ({
      name: cellOf(cells, 'name')?.text,
      class: cellOf(cells, 'class')?.text,
      ...(cellOf(cells, 'end') && { end: cellOf(cells, 'end')?.text })
    })
  },
  medicine: {
    cells: (value: MedicineValue) => [
      { field: 'drug', text: value.drug },
      ...(value.dose === undefined ? [] : [{ field: 'dose', num: value.dose, unit: 'mg' }])
    ],
    raw: (cells: readonly Cell[]) => ({
      drug: cellOf(cells, 'drug')?.text,
      ...(cellOf(cells, 'dose') && { dose: cellOf(cells, 'dose')?.num ?? null })
    })
  },
  reaction: {
    cells: ({ food, severity, onset }: ReactionValue) => [
      { field: 'food', text: food },
      { field: 'severity', num: severity, unit: '{score}' },
      ...(onset === undefined ? [] : [{ field: 'onset', num: onset, unit: 'min' }])
    ],
    raw: (cells: readonly Cell[]) => ({
      food: cellOf(cells, 'food')?.text,
      severity: cellOf(cells, 'severity')?.num,
      ...(cellOf(cells, 'onset') && { onset: cellOf(cells, 'onset')?.num ?? null })
    })
  },
  training: {
    cells: ({ minutes, effort }: TrainingValue) => [
      { field: 'minutes', num: minutes, unit: 'min' },
      { field: 'effort', num: effort, unit: '{score}' }
    ],
    raw: (cells: readonly Cell[]) => ({ minutes: cellOf(cells, 'minutes')?.num, effort: cellOf(cells, 'effort')?.num })
  },
  choice: words,
  text: words
} satisfies { [K in KindId]: Written<K, never> }

/** The cells of an entry's value. The value is one that the trackable's kind accepts. */
export function cellsOf(value: Value, trackable: Trackable): Cell[] {
  return (WRITTEN[trackable.kind] as Written<KindId, Value>).cells(value, trackable)
}

/** What the cells say, for the kind's `read` to judge. */
export function rawOf(cells: readonly Cell[], trackable: Trackable): unknown {
  return (WRITTEN[trackable.kind] as Written<KindId, Value>).raw(cells, trackable)
}
