/**
 * Their diary and what the person chose, into entries of ours. Ids are made from what an entry is, so that the same
 * file makes the same entries each time; one stamp marks all of an import, so that it can be taken back.
 */
import { Temporal } from 'temporal-polyfill'
import type { Held, ImportWrites } from '#domain/csv/merge.ts'
import type { OwnItem } from '#domain/csv/read-long.ts'
import { answerEntryId } from '#domain/csv/long.ts'
import type { ReadEntry } from '#domain/csv/read-entry.ts'
import { dayAfter, type Day } from '#domain/day.ts'
import { kindOf } from '#domain/kinds/index.ts'
import { cleanText, isRecord } from '#domain/kinds/kind.ts'
import { sleepMinutes } from '#domain/kinds/sleep.ts'
import type { DayRecord, EventRow, SleepValue, Stamp, Value } from '#domain/record.ts'
import { resolveSleep } from '#domain/sleep-times.ts'
import type { Trackable } from '#domain/trackable.ts'
import { ownTrackable } from '#domain/tracked.ts'
import { hashOf } from './hash.ts'
import type { ForeignDiary, ForeignEntry, ForeignItem, RefusedLine } from './importer.ts'
import { ownIdOf, waysTo, type Choice } from './suggest.ts'
import { short } from './table.ts'
import { combiningOf, type Way } from './ways.ts'

export interface ApplyTo {
  /** The diary's items, archived ones included. */
  items: readonly Trackable[]
  today: Day
  /** IANA zone in which clock times are read. */
  zone: string
  /** Of the import as a whole: later than every stamp of the diary. */
  stamp: Stamp
}

export interface ItemCount {
  /** Entries of theirs that became part of ours, and that did not. */
  taken: number
  refused: number
}

export interface Applied extends ImportWrites {
  refused: RefusedLine[]
  /** By the id of their item. */
  counts: Map<string, ItemCount>
}

interface Route {
  from: ForeignItem
  to: Trackable
  way: Way
}

/** Choices by the id of their item; what has none is left out. */
export function applied(diary: ForeignDiary, choices: ReadonlyMap<string, Choice>, context: ApplyTo): Applied {
  const own: OwnItem[] = []
  const routes = new Map<string, Route>()
  for (const from of diary.items) {
    const route = routeOf(from, choices.get(from.id) ?? { to: 'leave-out' }, diary.app.id, context.items, own)
    if (route !== null) routes.set(from.id, route)
  }
  const refused: RefusedLine[] = []
  const counts = new Map<string, ItemCount>()
  const days = new Map<string, { day: Day; to: Trackable; parts: Part[] }>()
  const seen = new Set<string>()
  const latest = dayAfter(context.today, 1)
  for (const entry of diary.entries) {
    const route = routes.get(entry.item)
    if (route === undefined) continue
    const { to } = route
    const count = counts.get(entry.item) ?? { taken: 0, refused: 0 }
    counts.set(entry.item, count)
    // The same thing at the same time, once more in the file, is the same entry.
    const same = JSON.stringify([entry.day, entry.time, entry.item, entry.value])
    if (entry.time !== undefined && seen.has(same)) continue
    seen.add(same)
    const value = entry.day > latest ? null : valueOf(entry, route, context.zone)
    if (value === null) {
      count.refused++
      refused.push({ line: entry.line, why: whyNot(entry, route, latest) })
      continue
    }
    count.taken++
    const key = `${entry.day} ${to.id}`
    const bag = days.get(key) ?? { day: entry.day, to, parts: [] }
    days.set(key, bag)
    bag.parts.push({ entry, value, from: route.from })
  }
  const entries = [...days.values()].flatMap(({ day, to, parts }) =>
    kindOf(to).record === 'event'
      ? events(day, to, parts, diary.app.id, context)
      : answer(day, to, parts, context, refused)
  )
  const used = new Set(entries.map(({ item }) => item.id))
  return { entries, items: own.filter(({ id }) => used.has(id)), refused, counts }
}

interface Part {
  entry: ForeignEntry
  value: Value
  from: ForeignItem
}

function routeOf(
  from: ForeignItem,
  choice: Choice,
  app: string,
  items: readonly Trackable[],
  own: OwnItem[]
): Route | null {
  if (choice.to === 'leave-out') return null
  const id = choice.to === 'new' ? ownIdOf(app, from, choice.own) : choice.item
  const held = items.find((item) => item.id === id)
  const to = held ?? (choice.to === 'new' ? ownTrackable(id, choice.own) : undefined)
  if (to === undefined) return null
  const way = waysTo(from, to, app).find((each) => each.id === choice.way)
  if (way === undefined) return null
  if (held === undefined && choice.to === 'new') own.push({ id, own: choice.own })
  return { from, to, way }
}

function valueOf(entry: ForeignEntry, { to, way }: Route, zone: string): Value | null {
  const raw = way.convert(entry.value)
  if (to.kind === 'sleep') return nightOf(entry, zone)
  if (to.kind === 'text' && typeof raw === 'string') return kindOf(to).read(cleanText(raw), to)
  return kindOf(to).read(raw, to)
}

function nightOf({ day, value }: ForeignEntry, zone: string): SleepValue | null {
  const [bed = '', wake = ''] = String(value).split('-')
  try {
    return kindOf({ kind: 'sleep' } as Trackable).read(resolveSleep({ wakeDay: day, bed, wake, zone }).sleep, {
      kind: 'sleep'
    } as Trackable) as SleepValue | null
  } catch {
    return null // no such time or zone: refused with its line
  }
}

function whyNot({ day, value }: ForeignEntry, { from, to }: Route, latest: Day): string {
  if (day > latest) return `${day} is in the future.`
  return `${short(from.name)} “${short(String(value))}” is not something that ${to.name} can be.`
}

/** Several values of a day as the one answer that a day has. */
function answer(
  day: Day,
  to: Trackable,
  parts: readonly Part[],
  { stamp }: ApplyTo,
  refused: RefusedLine[]
): ReadEntry[] {
  const value = kindOf(to).read(combined(to, parts), to)
  if (value === null) {
    const [first] = parts
    refused.push({ line: first?.entry.line ?? 1, why: `Together, what ${day} has is more than ${to.name} can be.` })
    return []
  }
  return [{ id: answerEntryId(day, to.id), day, at: undefined, item: to, value, stamp }]
}

function combined(to: Trackable, parts: readonly Part[]): unknown {
  const values = parts.map(({ value }) => value)
  if (values.length === 1) return values[0]
  const numbers = values.map(Number)
  const total = () => Math.round(numbers.reduce((sum, n) => sum + n, 0) * 1e6) / 1e6
  switch (combiningOf(to).id) {
    case 'worst':
      return Math.max(...numbers)
    case 'mean':
      return to.kind === 'scale'
        ? Math.round(total() / numbers.length)
        : Math.round((100 * total()) / numbers.length) / 100
    case 'any':
      return to.kind === 'yes-no' ? values.includes(true) : Math.max(...numbers)
    case 'sum':
      return to.kind === 'dose' ? doses(values) : total()
    case 'last':
      return values.reduce((a, b) => (sleepMinutes(b as SleepValue) > sleepMinutes(a as SleepValue) ? b : a))
    case 'all':
      return cleanText([...new Set(values)].join('\n'))
  }
}

function doses(values: readonly Value[]): unknown {
  const taken = values.filter((value) => isRecord(value) && value['taken'] === true)
  const amounts = taken.flatMap((value) =>
    isRecord(value) && typeof value['amount'] === 'number' ? [value['amount']] : []
  )
  const amount = Math.round(amounts.reduce((sum, n) => sum + n, 0) * 1e6) / 1e6
  return { taken: taken.length > 0, ...(amounts.length > 0 && { amount }) }
}

function events(day: Day, to: Trackable, parts: readonly Part[], app: string, { zone, stamp }: ApplyTo): ReadEntry[] {
  const times = new Map<string, number>()
  return parts.map(({ entry, value }) => {
    const what = JSON.stringify([entry.item, entry.time, entry.value])
    const nth = times.get(what) ?? 0
    times.set(what, nth + 1)
    const at = entry.time === undefined ? undefined : zonedText(day, entry.time, zone)
    return { id: `${day}/${app}-${hashOf(`${what} ${nth}`)}`, day, at, item: to, value, stamp }
  })
}

/** '2026-11-23T07:40+01:00'; a time that the clock skipped that night is as much later as was skipped. */
function zonedText(day: Day, time: string, zone: string): string | undefined {
  try {
    const at = Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone)
    return `${at.toPlainDateTime().toString({ smallestUnit: 'minute' })}${at.offset.slice(0, 6)}`
  } catch {
    return undefined
  }
}

export interface ImportPreview {
  new: number
  /** Already in the diary, just so. */
  unchanged: number
  /** The diary has something else there: that stays. */
  kept: number
  /** Was in the diary and was taken out: it stays out unless `again`. */
  removed: number
  writes: ImportWrites
}

export interface ImportAgain {
  /** Also what the person took out of the diary. */
  again?: boolean
  /** The stamps with which imports were taken back: what bears one may come in again. */
  undone?: ReadonlySet<Stamp>
}

/** What the entries would do to a diary: they fill what is empty, and change nothing that stands there. */
export function importPreview(
  held: Held,
  { entries, items }: ImportWrites,
  { again = false, undone = new Set() }: ImportAgain = {}
): ImportPreview {
  const days = new Map(held.days.map((row) => [row.day, row]))
  const rows = new Map(held.events.map((row) => [row.id, row]))
  const counts = { new: 0, unchanged: 0, kept: 0, removed: 0 }
  const writes = entries.filter((entry) => {
    const outcome = outcomeOf(entry, days.get(entry.day), rows.get(entry.id), undone)
    counts[outcome]++
    return outcome === 'new' || (again && outcome === 'removed')
  })
  const used = new Set(writes.map(({ item }) => item.id))
  return { ...counts, writes: { entries: writes, items: items.filter(({ id }) => used.has(id)) } }
}

function outcomeOf(
  { item, value, at }: ReadEntry,
  day: DayRecord | undefined,
  row: EventRow | undefined,
  undone: ReadonlySet<Stamp>
) {
  if (kindOf(item).record === 'event') {
    if (row === undefined) return 'new'
    if ('deleted' in row) return undone.has(row.stamp) ? 'new' : 'removed'
    return row.at === at && isSame(row.value, value) ? 'unchanged' : 'kept'
  }
  const had = day?.answers[item.id]
  if (had === undefined) {
    const gone = day?.stamps[item.id]
    return gone === undefined || undone.has(gone) ? 'new' : 'removed'
  }
  return isSame(had, value) ? 'unchanged' : 'kept'
}

function isSame(a: unknown, b: unknown): boolean {
  if (!isRecord(a) || !isRecord(b)) return Object.is(a, b)
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && isSame(a[key], b[key]))
}

/**
 * The rows that take an import back: what still bears its stamp. What the person changed since has another one, and
 * stays. `after` gives a stamp of now, later than the given one.
 */
export function takenBack(
  held: Held,
  stamp: Stamp,
  after: (before: Stamp) => Stamp
): { days: DayRecord[]; events: EventRow[] } {
  const days = held.days.flatMap((row) => {
    const gone = Object.keys(row.answers).filter((id) => row.stamps[id] === stamp)
    if (gone.length === 0) return []
    const answers = Object.fromEntries(Object.entries(row.answers).filter(([id]) => !gone.includes(id)))
    return [{ ...row, answers, stamps: { ...row.stamps, ...Object.fromEntries(gone.map((id) => [id, after(stamp)])) } }]
  })
  const events = held.events.flatMap((row): EventRow[] => {
    if ('deleted' in row || row.stamp !== stamp) return []
    return [{ id: row.id, day: row.day, trackable: row.trackable, stamp: after(stamp), deleted: true }]
  })
  return { days, events }
}
