/** The tables of the zip that are not day by day: a line for each thing, as the person's other programs may want it. */
import { cellOf, cellsOf, type Cell } from '#domain/csv/cells.ts'
import { SIGNS } from '#domain/care/signs.ts'
import { answerEntryId } from '#domain/csv/long.ts'
import { lineOf, textField } from '#domain/csv/table.ts'
import type { Day } from '#domain/day.ts'
import { foodKey, nameOf } from '#domain/elimination/foods.ts'
import { foodsOf, type FoodStanding } from '#domain/elimination/my-foods.ts'
import type { Protocol } from '#domain/elimination/protocol.ts'
import { stateOf, type Challenge, type DoneChallenge } from '#domain/elimination/state.ts'
import { cleanText } from '#domain/kinds/kind.ts'
import { BLOOD_NAMES, STOOL_FLAGS } from '#domain/kinds/stool.ts'
import { instrumentOf } from '#domain/results/instruments.ts'
import { labName } from '#domain/results/lab-tests.ts'
import type { Stamp, Value } from '#domain/record.ts'
import type { KindId, Trackable } from '#domain/trackable.ts'
import { codebook, codebookColumns } from './codebook.ts'
import type { WholeDiary } from './whole-diary.ts'

export type Field = string | number | boolean | undefined

export interface Column<T> {
  name: string
  of(row: T): Field
}

/** A table, ready to be written. */
export interface Sheet {
  file: string
  /** What a line of it is, for the README. */
  about: string
  columns: readonly string[]
  rows: readonly (readonly Field[])[]
}

/** The longest text that is stored, with room for what other versions may have kept. */
const TEXT_MAX = 10_000

function fieldText(field: Field): string {
  if (field === undefined) return ''
  return typeof field === 'string' ? textField(cleanText(field, TEXT_MAX)) : String(field)
}

/** The file, without a byte order mark. */
export const sheetText = ({ columns, rows }: Sheet): string =>
  lineOf(columns) + rows.map((row) => lineOf(row.map(fieldText))).join('')

export function sheet<T>(file: string, about: string, columns: readonly Column<T>[], rows: readonly T[]): Sheet {
  return {
    file,
    about,
    columns: columns.map(({ name }) => name),
    rows: rows.map((row) => columns.map((column) => column.of(row)))
  }
}

const momentOf = (stamp: Stamp | undefined): string | undefined =>
  stamp === undefined ? undefined : new Date(stamp).toISOString()
/** Several values in one field. */
const list = (values: readonly string[] = []): string => values.join('; ')

/** An answer or event of one kind, with the cells of its value. */
interface Recorded {
  id: string
  day: Day
  at?: string | undefined
  item: Trackable
  stamp: Stamp | undefined
  cells: readonly Cell[]
}

function recorded({ days, events, items }: WholeDiary, kind: KindId): Recorded[] {
  const known = new Map(items.filter((item) => item.kind === kind).map((item) => [item.id, item]))
  const rows: Recorded[] = []
  const add = (
    id: string,
    day: Day,
    item: Trackable | undefined,
    value: Value | undefined,
    more: Pick<Recorded, 'at' | 'stamp'>
  ) => {
    if (item !== undefined && value !== undefined) rows.push({ id, day, item, cells: cellsOf(value, item), ...more })
  }
  for (const { day, answers, stamps } of days) {
    for (const [id, item] of known) add(answerEntryId(day, id), day, item, answers[id], { stamp: stamps[id] })
  }
  for (const { id, day, at, trackable, value, stamp } of events)
    add(id, day, known.get(trackable), value, { at, stamp })
  return rows
}

const cell = (field: string, name = field): Column<Recorded> => ({
  name,
  of: ({ cells }) => {
    const found = cellOf(cells, field)
    return found?.num ?? found?.text
  }
})
const ENTRY: readonly Column<Recorded>[] = [
  { name: 'entry_id', of: ({ id }) => id },
  { name: 'day', of: ({ day }) => day }
]
const INSTANT: Column<Recorded> = { name: 'instant', of: ({ at }) => at }
const ITEM: readonly Column<Recorded>[] = [
  { name: 'item_id', of: ({ item }) => item.id },
  { name: 'item_label', of: ({ item }) => item.name }
]
const UPDATED: Column<Recorded> = { name: 'updated_at', of: ({ stamp }) => momentOf(stamp) }

const byKind = (diary: WholeDiary): Sheet[] => [
  sheet(
    'stools.csv',
    `Bowel movements. type is the form, 1 to 7. A flag is true where it was ticked, else empty. blood: ${Object.keys(BLOOD_NAMES).join(', ')}.`,
    [...ENTRY, INSTANT, cell('type'), ...STOOL_FLAGS.map(({ id }) => cell(id)), cell('blood'), UPDATED],
    recorded(diary, 'stool')
  ),
  sheet(
    'sleep.csv',
    'Nights, on the day of waking. bed and wake are local times with their distance to UTC; asleep_min is the time between them.',
    [...ENTRY, cell('bed'), cell('bed_zone'), cell('wake'), cell('wake_zone'), cell('asleep', 'asleep_min'), UPDATED],
    recorded(diary, 'sleep')
  ),
  sheet(
    'doses.csv',
    'Supplements, day by day. times is filled in where only some of several planned doses were taken.',
    [
      ...ENTRY,
      ...ITEM,
      cell('taken'),
      cell('amount'),
      { name: 'unit', of: ({ item }) => (item.kind === 'dose' ? item.unit : undefined) },
      cell('times'),
      UPDATED
    ],
    recorded(diary, 'dose')
  ),
  sheet(
    'courses.csv',
    'Courses of medicines: day is the first day, end the last one (empty while it goes on).',
    [...ENTRY, ...ITEM, cell('name'), cell('class'), cell('end'), UPDATED],
    recorded(diary, 'course')
  ),
  sheet(
    'medicines.csv',
    'Single doses of medicines.',
    [...ENTRY, INSTANT, ...ITEM, cell('drug'), cell('dose', 'dose_mg'), UPDATED],
    recorded(diary, 'medicine')
  ),
  sheet(
    'reactions.csv',
    'Suspected reactions to food, as noted. severity is 0 to 10, onset_min the minutes from eating to the first symptom.',
    [...ENTRY, INSTANT, ...ITEM, cell('food'), cell('severity'), cell('onset', 'onset_min'), UPDATED],
    recorded(diary, 'reaction')
  ),
  sheet(
    'training.csv',
    'Training sessions. effort is 0 to 10.',
    [...ENTRY, INSTANT, ...ITEM, cell('minutes'), cell('effort'), UPDATED],
    recorded(diary, 'training')
  )
]

interface Tested {
  protocol: Protocol
  test: Challenge | DoneChallenge
  /** Only where it is over. */
  done?: DoneChallenge
  standing: FoodStanding | undefined
}

function tested({ protocols }: WholeDiary, today: Day): Tested[] {
  const standings = new Map(foodsOf(protocols, today).map((food) => [foodKey(food.food), food]))
  return protocols.flatMap((protocol) => {
    const { done, active } = stateOf(protocol)
    const row = (test: Challenge) => ({ protocol, test, standing: standings.get(foodKey(test.food)) })
    return [...done.map((one): Tested => ({ ...row(one), done: one })), ...(active === null ? [] : [row(active)])]
  })
}

const TESTED: readonly Column<Tested>[] = [
  { name: 'challenge_id', of: ({ test }) => test.id },
  { name: 'protocol_id', of: ({ protocol }) => protocol.id },
  { name: 'preset', of: ({ protocol }) => protocol.preset },
  { name: 'food_id', of: ({ test }) => test.food },
  { name: 'food', of: ({ test }) => nameOf(test.food) },
  { name: 'group', of: ({ test }) => test.group },
  { name: 'targets', of: ({ protocol }) => list(protocol.targets) },
  { name: 'start', of: ({ test }) => test.start },
  { name: 'end', of: ({ test }) => test.end },
  { name: 'closed', of: ({ done }) => done?.closed },
  { name: 'planned_days', of: ({ test }) => test.plannedDays },
  {
    name: 'portions',
    of: ({ test }) => list(test.doses.map(({ challengeDay, size }) => `${challengeDay}: ${size ?? 'not eaten'}`))
  },
  { name: 'stopped_on', of: ({ test }) => test.stopped?.day },
  { name: 'stopped_why', of: ({ test }) => test.stopped?.why },
  { name: 'counts', of: ({ done }) => done && done.isInvalid !== true },
  { name: 'verdict', of: ({ done }) => done && (done.own ?? done.auto) },
  { name: 'verdict_own', of: ({ done }) => done?.own },
  { name: 'verdict_with_earlier_tests', of: ({ done }) => done?.auto },
  { name: 'verdict_of_this_test', of: ({ done }) => done?.alone },
  { name: 'standing_of_food', of: ({ standing }) => standing?.standing }
]

const byTable = (diary: WholeDiary, today: Day): Sheet[] => [
  sheet(
    'challenges.csv',
    'Foods that were tested, a line for each test. verdict is the person’s own where there is one. counts is false where the test was broken off. standing_of_food is what all tests of the food say together.',
    TESTED,
    tested(diary, today)
  ),
  sheet(
    'protocols.csv',
    'Eliminations: what was left out, what was to come back and in which order, and what is never tested.',
    [
      { name: 'protocol_id', of: ({ id }) => id },
      { name: 'preset', of: ({ preset }) => preset },
      { name: 'targets', of: ({ targets }) => list(targets) },
      { name: 'eliminated', of: ({ eliminated }) => list(eliminated) },
      { name: 'queue', of: ({ queue }) => list(queue) },
      { name: 'never', of: ({ never }) => list(never) },
      { name: 'elimination_start', of: (one) => stateOf(one).eliminationStart ?? undefined },
      { name: 'phase', of: (one) => stateOf(one).phase },
      { name: 'min_days', of: ({ minDays }) => minDays },
      { name: 'max_days', of: ({ maxDays }) => maxDays },
      { name: 'challenge_days', of: ({ challengeDays }) => challengeDays },
      { name: 'washout_days', of: ({ washoutDays }) => washoutDays }
    ],
    diary.protocols
  ),
  sheet(
    'labs.csv',
    'Lab results and their ranges, as typed from the report. Pictures of reports are in the JSON file and in backups.',
    [
      { name: 'lab_id', of: ({ id }) => id },
      { name: 'day', of: ({ day }) => day },
      { name: 'test', of: ({ test }) => test },
      { name: 'name', of: (lab) => labName(lab) },
      { name: 'comparator', of: ({ comparator }) => comparator },
      { name: 'value_num', of: ({ value }) => value },
      { name: 'value_text', of: ({ text }) => text },
      { name: 'unit', of: ({ unit }) => unit },
      { name: 'range_low', of: ({ low }) => low },
      { name: 'range_high', of: ({ high }) => high },
      { name: 'laboratory', of: ({ lab }) => lab },
      { name: 'specimen', of: ({ specimen }) => specimen },
      { name: 'method', of: ({ method }) => method },
      { name: 'note', of: ({ note }) => note },
      { name: 'has_picture', of: ({ photo }) => photo !== undefined },
      { name: 'updated_at', of: ({ stamp }) => momentOf(stamp) }
    ],
    diary.labs
  ),
  sheet(
    'scores.csv',
    'Totals of questionnaires that were filled in elsewhere.',
    [
      { name: 'score_id', of: ({ id }) => id },
      { name: 'day', of: ({ day }) => day },
      { name: 'instrument', of: ({ instrument }) => instrument },
      { name: 'name', of: ({ instrument }) => instrumentOf(instrument)?.name },
      { name: 'total', of: ({ total }) => total },
      { name: 'note', of: ({ note }) => note },
      { name: 'updated_at', of: ({ stamp }) => momentOf(stamp) }
    ],
    diary.scores
  ),
  sheet(
    'plans.csv',
    'Plans. post_hoc is true where something was changed before the diary began. pauses: first day / last day, why.',
    [
      { name: 'plan_id', of: ({ id }) => id },
      { name: 'start', of: ({ start }) => start },
      { name: 'weeks', of: ({ weeks }) => weeks },
      { name: 'targets', of: ({ targets }) => list(targets) },
      { name: 'post_hoc', of: ({ isPostHoc }) => isPostHoc === true },
      { name: 'pauses', of: ({ pauses = [] }) => list(pauses.map(({ from, to = '', why }) => `${from}/${to} ${why}`)) },
      { name: 'ended', of: ({ ended }) => ended === true },
      { name: 'ended_on', of: ({ endedOn }) => endedOn }
    ],
    diary.plans
  ),
  sheet(
    'steps.csv',
    'What was changed on the way: when it started and, where it did, stopped.',
    [
      { name: 'step_id', of: ({ id }) => id },
      { name: 'kind', of: ({ kind }) => kind },
      { name: 'item_id', of: ({ item }) => item },
      { name: 'name', of: ({ name }) => name },
      { name: 'start', of: ({ start }) => start },
      { name: 'end', of: ({ end }) => end },
      { name: 'product', of: ({ regimen }) => regimen?.product },
      { name: 'dose', of: ({ regimen }) => regimen?.dose },
      {
        name: 'unit',
        of: ({ item: id, regimen }) => {
          const item = diary.items.find((one) => one.id === id)
          return regimen?.dose !== undefined && item?.kind === 'dose' ? item.unit : undefined
        }
      },
      { name: 'times_a_day', of: ({ regimen }) => regimen?.timesPerDay },
      { name: 'slots', of: ({ regimen }) => list(regimen?.slots) },
      { name: 'label_amount', of: ({ regimen }) => regimen?.label?.amount },
      { name: 'label_form', of: ({ regimen }) => regimen?.label?.form }
    ],
    diary.steps
  ),
  sheet(
    'reviews.csv',
    'What was written at the checkpoints of a plan.',
    [
      { name: 'plan_id', of: ({ plan }) => plan },
      { name: 'week', of: ({ week }) => week },
      { name: 'day', of: ({ day }) => day },
      { name: 'text', of: ({ text }) => text }
    ],
    diary.reviews
  ),
  sheet(
    'comparisons.csv',
    'Planned comparisons of days with and without one thing: blocks of block_days days in this order.',
    [
      { name: 'comparison_id', of: ({ id }) => id },
      { name: 'item_id', of: ({ item }) => item },
      { name: 'outcome', of: ({ outcome }) => outcome },
      { name: 'lag_days', of: ({ lag }) => lag },
      { name: 'start', of: ({ start }) => start },
      { name: 'block_days', of: ({ blockDays }) => blockDays },
      { name: 'blocks', of: ({ blocks }) => list(blocks) },
      { name: 'ended', of: ({ ended }) => ended }
    ],
    diary.comparisons
  ),
  sheet(
    'worries.csv',
    'Checks for worrying signs: what was ticked that day; none where nothing was.',
    [
      { name: 'day', of: ({ day }) => day },
      { name: 'signs', of: ({ signs }) => list(signs) },
      {
        name: 'in_words',
        of: ({ signs }) => list(signs.map((sign) => SIGNS.find(({ id }) => id === sign)?.name ?? sign))
      },
      { name: 'count', of: ({ signs }) => signs.length }
    ],
    diary.worries
  )
]

/** All of them, the codebook last. */
export const sheetsOf = (diary: WholeDiary, today: Day): Sheet[] => [
  ...byKind(diary),
  ...byTable(diary, today),
  sheet(
    'codebook.csv',
    'What each item is: its kind, unit and range, whether more of it is better, its codes in other systems, and whether Mend asks for it or works it out.',
    codebookColumns,
    codebook(diary.items)
  )
]
