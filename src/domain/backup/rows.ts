/** Looks at every row of a backup before any is stored. */
import { isDay } from '#domain/day.ts'
import { kindOf } from '#domain/kinds/index.ts'
import { isRecord, isWhole } from '#domain/kinds/kind.ts'
import type { Stamp } from '#domain/record.ts'
import { readOwnDefinition } from '#domain/own-definition.ts'
import { trackedOf, type ItemChoice } from '#domain/tracked.ts'
import type { Trackable } from '#domain/trackable.ts'
import { unreadable, type Refusal } from './refusal.ts'
import { keyOf, TABLES, type RawTables, type TableName, type Tables } from './tables.ts'

type Row = Record<string, unknown>
type Check = (raw: unknown) => boolean

/** The latest moment a date can name. */
const LAST_STAMP = 8.64e15
const ID_MAX = 300
const TEXT_MAX = 10_000
/** A page, photographed sharply enough to be read. */
const PHOTO_MAX = 4_000_000
const DEPTH_MAX = 8
const ROWS_MAX = 1_000_000

const isStamp = (raw: unknown): raw is Stamp => isWhole(raw, 0, LAST_STAMP)
const isText: Check = (raw) => typeof raw === 'string' && raw.length <= TEXT_MAX
const isId = (raw: unknown): raw is string =>
  typeof raw === 'string' && raw !== '' && raw.length <= ID_MAX && raw !== '__proto__'
/** A picture that is shown as it is: of a kind that can hold no script. */
const isPhoto: Check = (raw) =>
  typeof raw === 'string' &&
  raw.length <= PHOTO_MAX &&
  /^data:image\/(jpeg|png|webp);base64,[A-Za-z0-9+/]*={0,2}$/.test(raw)
const isCount: Check = (raw) => isWhole(raw, 0, 100_000)
const isNumber: Check = (raw) => typeof raw === 'number' && Number.isFinite(raw)
const isBoolean: Check = (raw) => typeof raw === 'boolean'
const listOf =
  (check: Check): Check =>
  (raw) =>
    Array.isArray(raw) && raw.length <= 10_000 && raw.every(check)
const orNull =
  (check: Check): Check =>
  (raw) =>
    raw === null || check(raw)
const either =
  (...values: readonly unknown[]): Check =>
  (raw) =>
    values.includes(raw)

/** Plain JSON of a sane size: what may be kept without being understood. */
export function isPlain(raw: unknown, depth = 0): boolean {
  if (raw === null || typeof raw === 'boolean') return true
  if (typeof raw === 'number') return Number.isFinite(raw)
  if (typeof raw === 'string') return isText(raw)
  if (depth >= DEPTH_MAX) return false
  if (Array.isArray(raw)) return raw.length <= 10_000 && raw.every((each) => isPlain(each, depth + 1))
  if (!isRecord(raw)) return false
  const entries = Object.entries(raw)
  return entries.length <= 1000 && entries.every(([key, each]) => isId(key) && isPlain(each, depth + 1))
}

/** The fields that have to be there, and those that may; what else there is has to be plain. */
const shape =
  (fields: Record<string, Check>, optional: Record<string, Check> = {}): Check =>
  (raw) =>
    isRecord(raw) &&
    isPlain(raw) &&
    Object.entries(fields).every(([key, check]) => Object.hasOwn(raw, key) && check(raw[key])) &&
    Object.entries(optional).every(([key, check]) => !Object.hasOwn(raw, key) || check(raw[key]))

const removed = shape({ id: isId, stamp: isStamp, deleted: either(true) })
const orRemoved =
  (check: Check): Check =>
  (raw) =>
    isRecord(raw) && 'deleted' in raw ? removed(raw) : check(raw)

const regimen = shape(
  { timesPerDay: isCount, slots: listOf(isText) },
  { product: isText, dose: isNumber, label: shape({ amount: isNumber, form: isText }) }
)

const CHECKS: Record<Exclude<TableName, 'days' | 'events'>, Check> = {
  items: shape(
    { id: isId, stamp: isStamp },
    {
      on: isBoolean,
      archived: isBoolean,
      order: isNumber,
      target: orNull(isRecord),
      usual: orNull(isNumber),
      times: orNull(isCount),
      slots: listOf(isText),
      after: orNull(isCount),
      own: (raw) => readOwnDefinition(raw) !== null
    }
  ),
  settings: shape({ key: isId, value: isPlain, stamp: isStamp }),
  plans: shape(
    { id: isId, start: isDay, weeks: isCount, stamp: isStamp },
    {
      isPostHoc: isBoolean,
      targets: listOf(isId),
      pauses: listOf(shape({ from: isDay, why: isText }, { to: isDay })),
      ended: isBoolean,
      endedOn: isDay
    }
  ),
  steps: orRemoved(
    shape(
      { id: isId, kind: either('supplement', 'diet', 'habit', 'other'), name: isText, start: isDay, stamp: isStamp },
      { item: isId, end: isDay, regimen }
    )
  ),
  reviews: shape({ id: isId, plan: isId, week: isNumber, day: isDay, text: isText, stamp: isStamp }),
  protocols: (raw) =>
    // Years of events are more than a plain value may hold, so they are looked at one by one.
    isRecord(raw) &&
    listOf(shape({ id: isId, at: isStamp, day: isDay, is: isId }))(raw['events']) &&
    shape({
      id: isId,
      preset: isId,
      targets: listOf(isId),
      eliminated: listOf(isText),
      queue: listOf(isText),
      never: listOf(isText),
      minDays: isCount,
      maxDays: isCount,
      challengeDays: isCount,
      washoutDays: isCount,
      stamp: isStamp
    })({ ...raw, events: [] }),
  comparisons: orRemoved(
    shape(
      {
        id: isId,
        item: isId,
        outcome: isId,
        lag: isCount,
        start: isDay,
        blocks: listOf(either('with', 'without')),
        stamp: isStamp
      },
      { blockDays: isCount, ended: isDay }
    )
  ),
  labs: orRemoved(
    shape(
      {
        id: isId,
        day: isDay,
        test: isId,
        name: isText,
        unit: isText,
        lab: isText,
        specimen: isText,
        method: isText,
        note: isText,
        stamp: isStamp
      },
      { value: isNumber, comparator: either('<', '>'), text: isText, low: isNumber, high: isNumber, photo: isId }
    )
  ),
  scores: orRemoved(shape({ id: isId, day: isDay, instrument: isId, total: isNumber, note: isText, stamp: isStamp })),
  photos: orRemoved(
    (raw) =>
      // A picture is longer than any text, so it is looked at by itself.
      isRecord(raw) && isPhoto(raw['data']) && shape({ id: isId, stamp: isStamp })({ ...raw, data: '' })
  ),
  worries: orRemoved(shape({ id: isDay, day: isDay, signs: listOf(isId), stamp: isStamp }))
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d[+-]\d{2}:\d{2}$/
const NAMES: Record<TableName, string> = {
  days: 'a day',
  events: 'an event',
  items: 'one of “What I track”',
  settings: 'a setting',
  plans: 'a plan',
  steps: 'a change of the plan',
  reviews: 'a review',
  protocols: 'an elimination',
  comparisons: 'a comparison',
  labs: 'a lab result',
  scores: 'a score',
  photos: 'a photo',
  worries: 'a check for worrying signs'
}

/** Every row with its type, or the first that is none. A value of an item that is not known here is kept as it is. */
export function readTables(raw: RawTables): Tables | Refusal {
  for (const table of TABLES) {
    const rows = raw[table]
    const keys = new Set(rows.map((row) => keyOf(table, row)))
    if (rows.length > ROWS_MAX || keys.size !== rows.length) return unreadable(`${NAMES[table]} that is there twice`)
    if (table === 'days' || table === 'events') continue
    const wrong = rows.find((row) => !CHECKS[table](row))
    if (wrong !== undefined) return unreadable(NAMES[table])
  }
  const items = new Map(trackedOf(raw.items as ItemChoice[]).map((item) => [item.id, item]))
  for (const row of raw.days) {
    const problem = dayProblem(row, items)
    if (problem !== null) return unreadable(problem)
  }
  for (const row of raw.events) {
    const problem = eventProblem(row, items)
    if (problem !== null) return unreadable(problem)
  }
  return raw as Tables
}

function isValue(item: Trackable | undefined, record: 'answer' | 'event', value: unknown): boolean {
  if (item === undefined || kindOf(item).record !== record) return isPlain(value) && value !== null
  return kindOf(item).read(value, item) !== null
}

function dayProblem(row: unknown, items: ReadonlyMap<string, Trackable>): string | null {
  if (!isRecord(row) || !isDay(row['day'])) return 'a day without a date'
  const { day, answers, stamps, skipped = [] } = row as Row
  if (!isRecord(answers) || !isRecord(stamps) || !listOf(isId)(skipped)) return `the day ${String(day)}`
  const stamp = Object.entries(stamps).find(([id, each]) => !isId(id) || !isStamp(each))
  if (stamp !== undefined) return `when something was answered on ${String(day)}`
  const answer = Object.entries(answers).find(([id, value]) => !isId(id) || !isValue(items.get(id), 'answer', value))
  if (answer === undefined) return null
  const [id] = answer
  return `“${items.get(id)?.name ?? (isId(id) ? id : 'something')}” on ${String(day)}`
}

function eventProblem(row: unknown, items: ReadonlyMap<string, Trackable>): string | null {
  if (!isRecord(row) || !isDay(row['day'])) return 'an event without a day'
  const { id, day, at, trackable, value, stamp, deleted } = row
  const isPlaced = isId(id) && id.startsWith(`${day}/`) && isId(trackable) && isStamp(stamp)
  const isTimed = at === undefined || (typeof at === 'string' && MOMENT.test(at))
  const isFilled =
    deleted === undefined
      ? isId(trackable) && isValue(items.get(trackable), 'event', value)
      : deleted === true && value === undefined
  return isPlaced && isTimed && isFilled ? null : `an event on ${day}`
}
