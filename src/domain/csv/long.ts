/**
 * The tidy long CSV, the one that Mend reads back: an entry is one answer or one event, and has a line for each cell of
 * its value, or a single one without a value where an item was skipped. `COLUMNS` is the whole format; writing and reading both follow it.
 */
import type { Day } from '#domain/day.ts'
import { cellsOf, type Cell } from './cells.ts'
import { saidOn, type EventRecord, type Stamp, type Value } from '#domain/record.ts'
import type { Trackable } from '#domain/trackable.ts'
import { unguarded } from './guard.ts'
import { lineOf, textField, type CsvTable } from './table.ts'

/** An answer or an event, as the file names it. */
export interface Entry {
  /** 'day/item' for an answer, the event's own id for an event. */
  id: string
  day: Day
  /** Local date and time with offset; absent for answers and for events whose time was not noted. */
  at?: string | undefined
  /** The item was left out on purpose that day: there is no value. */
  skipped?: boolean | undefined
  /** Absent only in a line that somebody added by hand. */
  stamp?: Stamp | undefined
}

/** A way of writing a value as a field. `read` gives null where the field (never an empty one) is no such value. */
interface Form<T> {
  write(value: T): string
  read(field: string): T | null
}

const TEXT: Form<string> = { write: textField, read: unguarded }
const NUMBER: Form<number> = {
  write: String,
  read: (field) => (/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(field) ? Number(field) : null)
}
const FLAG: Form<boolean> = {
  write: String,
  read: (field) => (/^(true|false)$/i.test(field) ? field.toLowerCase() === 'true' : null)
}
/** UTC with milliseconds: '2026-11-23T06:40:00.000Z'. */
const MOMENT: Form<Stamp> = {
  write: (stamp) => new Date(stamp).toISOString(),
  read: (field) => {
    const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(field) ? Date.parse(field) : NaN
    return Number.isNaN(time) ? null : time
  }
}

/** needed: without this column a file cannot be imported. read: where it is there. derived: for people, never read. */
type Use = 'needed' | 'read' | 'derived'

/** A column says something about the entry, about its item, or about one cell of its value. */
const about =
  <From, Of extends string>(of: Of) =>
  <N extends string, T>(name: N, form: Form<T>, from: (source: From) => T | undefined, use: Use = 'needed') => ({
    name,
    of,
    use,
    write: (source: From): string => {
      const value = from(source)
      return value === undefined ? '' : form.write(value)
    },
    read: form.read
  })
const ofEntry = about<Entry, 'entry'>('entry')
const ofItem = about<Trackable, 'item'>('item')
const ofCell = about<Cell, 'cell'>('cell')

export const COLUMNS = [
  ofEntry('entry_id', TEXT, ({ id }) => id),
  ofEntry('day', TEXT, ({ day }) => day),
  ofEntry('instant', TEXT, ({ at }) => at),
  ofEntry('timezone', TEXT, ({ at }) => at && `UTC${at.slice(16)}`, 'derived'),
  ofItem('item_id', TEXT, ({ id }) => id),
  ofItem('item_label', TEXT, ({ name }) => name, 'read'),
  ofItem('category', TEXT, ({ category }) => category, 'read'),
  ofItem('kind', TEXT, ({ kind }) => kind, 'read'),
  // What a supplement is counted in, so that one of the person's own can be made again from a day it was only ticked.
  ofItem('item_unit', TEXT, (item) => ('unit' in item ? item.unit : undefined), 'read'),
  ofCell('field', TEXT, ({ field }) => field),
  ofCell('value_num', NUMBER, ({ num }) => num),
  ofCell('value_text', TEXT, ({ text }) => text),
  ofCell('unit', TEXT, ({ unit }) => unit, 'read'),
  ofEntry('skipped', FLAG, ({ skipped }) => skipped, 'read'),
  ofEntry('updated_at', MOMENT, ({ stamp }) => stamp)
] as const

type Column = (typeof COLUMNS)[number]
/** A line of the file, read: what each column holds; nothing where the field is empty. */
export type LongRow = { -readonly [C in Column as C['name']]?: NonNullable<ReturnType<C['read']>> }

export const answerEntryId = (day: Day, item: string): string => `${day}/${item}`

/** Day by day: the answers in the order of `items`, then the events as they happened. */
export function longTable(items: readonly Trackable[]): CsvTable {
  const known = new Map(items.map((item, rank) => [item.id, { item, rank, fields: itemFields(item) }]))
  const write = (lines: string[], entry: Entry, id: string, value: Value | null) => {
    const of = known.get(id)
    if (of !== undefined) writeEntry(lines, entry, of.item, value, of.fields)
  }
  const byRank = (a: string, b: string) => (known.get(a)?.rank ?? 0) - (known.get(b)?.rank ?? 0)
  return {
    header: lineOf(COLUMNS.map(({ name }) => name)),
    lines: ({ days, events }) => {
      const lines: string[] = []
      const waiting = [...events].sort(byTime)
      let next = 0
      const writeEvents = (before?: Day) => {
        for (
          let event = waiting[next];
          event && (before === undefined || event.day < before);
          event = waiting[++next]
        ) {
          write(lines, event, event.trackable, event.value)
        }
      }
      for (const row of days) {
        const { day, stamps } = row
        writeEvents(day)
        const said = saidOn(row)
        for (const id of Object.keys(said).sort(byRank)) {
          const value = said[id]
          if (value === undefined) continue
          const entry = { id: answerEntryId(day, id), day, stamp: stamps[id] }
          write(lines, value === null ? { ...entry, skipped: true } : entry, id, value)
        }
      }
      writeEvents()
      return lines
    }
  }
}

/** What all lines about the item share; empty in the other columns. */
const itemFields = (item: Trackable): string[] =>
  COLUMNS.map((column) => (column.of === 'item' ? column.write(item) : ''))

function writeEntry(
  lines: string[],
  entry: Entry,
  item: Trackable,
  value: Value | null,
  ofItem: readonly string[]
): void {
  const fields = COLUMNS.map((column, i) => (column.of === 'entry' ? column.write(entry) : (ofItem[i] ?? '')))
  if (value === null) lines.push(lineOf(fields))
  else writeCells(lines, fields, cellsOf(value, item))
}

function writeCells(lines: string[], fields: string[], cells: readonly Cell[]): void {
  for (const cell of cells) {
    COLUMNS.forEach((column, i) => {
      if (column.of === 'cell') fields[i] = column.write(cell)
    })
    lines.push(lineOf(fields))
  }
}

const byTime = (a: EventRecord, b: EventRecord): number =>
  compare(a.day, b.day) || compare(a.at ?? '', b.at ?? '') || compare(a.id, b.id)
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
