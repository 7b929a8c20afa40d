/**
 * Two copies of a diary put together: the newest of two wins, answer by answer within a day, row by row elsewhere, and
 * what was cleared or removed wins by the same rule. Of the same age, the removal wins, then the greater as text: so
 * that it never matters which of the two copies is merged into the other, or how often.
 */
import { partsOf, saidOn, type AnswerValue, type DayRecord, type Said, type Stamp } from '#domain/record.ts'
import { canonicalJson } from './canonical.ts'
import { keyOf, TABLES, type Tables } from './tables.ts'

export function mergedTables(a: Tables, b: Tables): Tables {
  const rows = TABLES.map((table) => [
    table,
    mergedRows<unknown>(
      a[table],
      b[table],
      (row) => keyOf(table, row),
      (one, two) => (table === 'days' ? mergedDay(one as DayRecord, two as DayRecord) : newerRow(one, two))
    )
  ])
  return Object.fromEntries(rows) as Tables
}

function mergedRows<R>(a: readonly R[], b: readonly R[], key: (row: R) => string, merge: (a: R, b: R) => R): R[] {
  const rows = new Map(a.map((row) => [key(row), row]))
  for (const row of b) {
    const held = rows.get(key(row))
    rows.set(key(row), held === undefined ? row : merge(held, row))
  }
  return [...rows].sort(([one], [two]) => (one < two ? -1 : 1)).map(([, row]) => row)
}

/** `value` is null where the item was skipped. */
interface Entry {
  stamp?: Stamp
  value?: AnswerValue | null
}

function mergedDay(a: DayRecord, b: DayRecord): DayRecord {
  const [inA, inB] = [saidOn(a), saidOn(b)]
  const ids = [inA, a.stamps, inB, b.stamps].flatMap((each) => Object.keys(each))
  const entries = [...new Set(ids)].map((id): [string, Entry] => [
    id,
    newerEntry(entryOf(inA, a.stamps, id), entryOf(inB, b.stamps, id))
  ])
  return {
    day: a.day,
    ...partsOf(Object.fromEntries(entries.map(([id, { value }]) => [id, value]))),
    stamps: Object.fromEntries(entries.flatMap(([id, { stamp }]) => (stamp === undefined ? [] : [[id, stamp]])))
  }
}

function entryOf(said: Said, stamps: DayRecord['stamps'], id: string): Entry | null {
  const stamp = Object.hasOwn(stamps, id) ? stamps[id] : undefined
  const value = Object.hasOwn(said, id) ? said[id] : undefined
  if (stamp === undefined && value === undefined) return null
  return { ...(stamp !== undefined && { stamp }), ...(value !== undefined && { value }) }
}

function newerEntry(a: Entry | null, b: Entry | null): Entry {
  if (a === null || b === null) return a ?? b ?? {}
  return isNewer(b, a, b.value === undefined, a.value === undefined) ? b : a
}

function newerRow<R>(a: R, b: R): R {
  const isGone = (row: R) => 'deleted' in (row as object)
  return isNewer(b as Entry, a as Entry, isGone(b), isGone(a)) ? b : a
}

/** A total order, so that the order of merging does not matter. */
function isNewer(one: Entry, other: Entry, oneIsGone: boolean, otherIsGone: boolean): boolean {
  const [stamp, than] = [one.stamp ?? -1, other.stamp ?? -1]
  if (stamp !== than) return stamp > than
  if (oneIsGone !== otherIsGone) return oneIsGone
  return canonicalJson(one) > canonicalJson(other)
}
