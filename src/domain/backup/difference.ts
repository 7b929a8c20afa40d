/** What a diary holds, and how two states of it differ: what a person is told before and after a restore. */
import type { Day } from '#domain/day.ts'
import { saidOn } from '#domain/record.ts'
import { canonicalJson } from './canonical.ts'
import { keyOf, TABLES, type TableName, type Tables } from './tables.ts'

export interface Contents {
  /** Days with anything recorded, the first and the last of them. */
  days: number
  first: Day | null
  last: Day | null
  /** Answers and events. */
  answers: number
  /** Newest change in it; 0 in an empty one. */
  newest: number
}

export interface Difference {
  /** Days on which anything is added, changed or taken away. */
  days: number
  /** Answers and events. */
  added: number
  changed: number
  gone: number
  /** Rows that are neither: choices, settings, plan, eliminations, comparisons. */
  others: number
}

/** Every answer (null where it was skipped) and event by its place: 'day/item' or the event's id. */
function entriesOf({ days, events }: Pick<Tables, 'days' | 'events'>): Map<string, { day: Day; content: string }> {
  const entries = new Map<string, { day: Day; content: string }>()
  for (const row of days) {
    for (const [id, value] of Object.entries(saidOn(row))) {
      entries.set(`answer ${row.day}/${id}`, { day: row.day, content: canonicalJson(value) })
    }
  }
  for (const event of events) {
    if ('deleted' in event) continue
    const { id, day, at, trackable, value } = event
    entries.set(`event ${id}`, { day, content: canonicalJson([at ?? null, trackable, value]) })
  }
  return entries
}

export function contentsOf(tables: Tables): Contents {
  // What was skipped is nothing recorded.
  const entries = entriesOf({ ...tables, days: tables.days.map(({ skipped: _, ...row }) => row) })
  const days = [...new Set([...entries.values()].map(({ day }) => day))].sort()
  let newest = 0
  for (const { stamps } of tables.days) for (const stamp of Object.values(stamps)) newest = Math.max(newest, stamp)
  for (const table of TABLES) {
    if (table === 'days') continue
    for (const { stamp } of tables[table]) newest = Math.max(newest, stamp)
  }
  return { days: days.length, first: days[0] ?? null, last: days.at(-1) ?? null, answers: entries.size, newest }
}

export function differenceOf(before: Tables, after: Tables): Difference {
  const had = entriesOf(before)
  const has = entriesOf(after)
  const days = new Set<Day>()
  const counts = { added: 0, changed: 0, gone: 0 }
  for (const [place, { day, content }] of has) {
    const old = had.get(place)
    if (old?.content === content) continue
    counts[old === undefined ? 'added' : 'changed']++
    days.add(day)
  }
  for (const [place, { day }] of had) {
    if (has.has(place)) continue
    counts.gone++
    days.add(day)
  }
  return { days: days.size, ...counts, others: otherRows(before, after) }
}

function otherRows(before: Tables, after: Tables): number {
  const contents = (tables: Tables) =>
    new Map(
      TABLES.filter((table: TableName) => table !== 'days' && table !== 'events').flatMap((table) =>
        tables[table].map((row) => {
          const { stamp: _, ...content } = row
          return [`${table} ${keyOf(table, row)}`, 'deleted' in row ? null : canonicalJson(content)] as const
        })
      )
    )
  const had = contents(before)
  const has = contents(after)
  return [...new Set([...had.keys(), ...has.keys()])].filter(
    (place) => (had.get(place) ?? null) !== (has.get(place) ?? null)
  ).length
}

export const isSameDiary = ({ added, changed, gone, others }: Difference): boolean =>
  added + changed + gone + others === 0

/** Days of the backup on which the diary here has something newer, once both are merged. */
export function newerHere(backup: Tables, merged: Tables): number {
  const inBackup = new Set([...entriesOf(backup).values()].map(({ day }) => day))
  const ofBackup = entriesOf(backup)
  const ofMerged = entriesOf(merged)
  const days = new Set<Day>()
  for (const [place, { day, content }] of ofMerged) {
    if (inBackup.has(day) && ofBackup.get(place)?.content !== content) days.add(day)
  }
  for (const [place, { day }] of ofBackup) if (!ofMerged.has(place)) days.add(day)
  return days.size
}
