/**
 * What a read file would do to a diary. The newest of two wins, answer by answer; the same value changes nothing, so
 * that a file may be imported any number of times.
 */
import { kindOf } from '#domain/kinds/index.ts'
import { isRecord } from '#domain/kinds/kind.ts'
import {
  partsOf,
  saidOn,
  type AnswerValue,
  type DayRecord,
  type EventRecord,
  type EventRow,
  type EventValue,
  type Said,
  type Stamp
} from '#domain/record.ts'
import type { Day } from '#domain/day.ts'
import type { ReadEntry } from './read-entry.ts'
import type { OwnItem, ReadFile, Refused } from './read-long.ts'

/** What the diary has for the days of the file, removed events included. */
export interface Held {
  days: readonly DayRecord[]
  events: readonly EventRow[]
}

/** What an import writes. */
export interface ImportWrites {
  entries: ReadEntry[]
  items: OwnItem[]
}

export interface Preview {
  /** Lines read. */
  read: number
  /** Entries: answers and events. */
  new: number
  changed: number
  unchanged: number
  /** What the diary has is newer than the file. */
  kept: number
  refused: Refused[]
  writes: ImportWrites
}

/** Gives a stamp of now, later than the given one. */
export type StampAfter = (before: Stamp) => Stamp

type Outcome = 'new' | 'changed' | 'unchanged' | 'kept'

export function previewOf(held: Held, file: ReadFile): Preview {
  const before = heldIn(held)
  const counts = { new: 0, changed: 0, unchanged: 0, kept: 0 }
  const entries = file.entries.filter((entry) => {
    const outcome = outcomeOf(before(entry), entry)
    counts[outcome]++
    return outcome === 'new' || outcome === 'changed'
  })
  return { read: file.rows, ...counts, refused: file.refused, writes: { entries, items: file.items } }
}

/** The rows that have to be put for the entries to be in the diary; what has become newer there meanwhile stays. */
export function merged(
  held: Held,
  entries: readonly ReadEntry[],
  after: StampAfter
): { days: DayRecord[]; events: EventRecord[] } {
  const before = heldIn(held)
  const days = new Map(held.days.map((row) => [row.day, row]))
  const touched = new Map<Day, { said: Said; stamps: DayRecord['stamps'] }>()
  const events: EventRecord[] = []
  for (const entry of entries) {
    const had = before(entry)
    const outcome = outcomeOf(had, entry)
    if (outcome === 'unchanged' || outcome === 'kept') continue
    const isNewest = entry.stamp !== undefined && (had.stamp === undefined || entry.stamp > had.stamp)
    const stamp = isNewest && entry.stamp !== undefined ? entry.stamp : after(had.stamp ?? 0)
    const { id, day, item, value, at } = entry
    if (kindOf(item).record === 'event') {
      const record = { id, day, trackable: item.id, value: value as EventValue, stamp }
      events.push(at === undefined ? record : { ...record, at })
      continue
    }
    let row = touched.get(day)
    if (row === undefined) {
      const old = days.get(day)
      row = { said: old ? saidOn(old) : {}, stamps: { ...old?.stamps } }
      touched.set(day, row)
    }
    row.said[item.id] = value as AnswerValue | null
    row.stamps[item.id] = stamp
  }
  return { days: [...touched].map(([day, { said, stamps }]) => ({ day, ...partsOf(said), stamps })), events }
}

/** What stands in the diary at the entry's place. A stamp without content is something that was taken away. */
interface Had {
  stamp?: Stamp
  content?: unknown
}

function heldIn({ days, events }: Held): (entry: ReadEntry) => Had {
  const dayRows = new Map(days.map((row) => [row.day, { said: saidOn(row), stamps: row.stamps }]))
  const eventRows = new Map(events.map((row) => [row.id, row]))
  return ({ id, day, item }) => {
    if (kindOf(item).record === 'event') {
      const row = eventRows.get(id)
      if (row === undefined) return {}
      return 'deleted' in row ? { stamp: row.stamp } : { stamp: row.stamp, content: contentOf(row.trackable, row) }
    }
    const row = dayRows.get(day)
    const stamp = row?.stamps[item.id]
    const value = row?.said[item.id]
    return {
      ...(stamp !== undefined && { stamp }),
      ...(value !== undefined && { content: contentOf(item.id, { value }) })
    }
  }
}

const contentOf = (item: string, { value, at }: { value: unknown; at?: string | undefined }) => [item, value, at]

function outcomeOf(had: Had, { item, value, at, stamp }: ReadEntry): Outcome {
  if (had.stamp === undefined && had.content === undefined) return 'new'
  if (isSame(had.content, contentOf(item.id, { value, at }))) return 'unchanged'
  return stamp !== undefined && (had.stamp ?? 0) > stamp ? 'kept' : 'changed'
}

/** Equal as stored values are: plain, and whatever the order of their keys. */
function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((each, i) => isSame(each, b[i]))
  if (!isRecord(a) || !isRecord(b)) return Object.is(a, b)
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && isSame(a[key], b[key]))
}
