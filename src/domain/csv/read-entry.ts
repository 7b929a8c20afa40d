/** One entry of the long CSV: its lines in, an answer or event out, or a sentence that says why not. */
import { dayAfter, dayNumber, isDay, type Day } from '#domain/day.ts'
import { kindOf } from '#domain/kinds/index.ts'
import { cellOf, cellsOf, rawOf, type Cell } from './cells.ts'
import { SCALE_MAX } from '#domain/kinds/scale.ts'
import type { Value } from '#domain/record.ts'
import type { Trackable } from '#domain/trackable.ts'
import { readOwnDefinition } from '#domain/own-definition.ts'
import { ownTrackable, type OwnDefinition } from '#domain/tracked.ts'
import { numberText } from '#domain/units.ts'
import { answerEntryId, type Entry, type LongRow } from './long.ts'

export interface ReadEntry extends Entry {
  item: Trackable
  /** null: the item was skipped. */
  value: Value | null
}

/** The longest id an event may have; 'day/uuid' has 47 characters. */
const ID_MAX = 100
const OWN_ID = /^own-[\w-]{1,80}$/
const LOCAL_TIME = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d[+-](0\d|1[0-8]):[0-5]\d$/

class Refusal extends Error {}

function refuse(reason: string): never {
  throw new Refusal(reason)
}

export class EntryReader {
  /** Items of the person's own that the file brings along. */
  readonly own = new Map<string, OwnDefinition>()
  readonly #items: Map<string, Trackable>
  readonly #latest: Day
  /** Days found good: a file names each of them many times. */
  readonly #days = new Set<Day>()

  constructor(items: readonly Trackable[], today: Day) {
    this.#items = new Map(items.map((item) => [item.id, item]))
    // Somebody who flew in from the east may be a day ahead.
    this.#latest = dayAfter(today, 1)
  }

  /** The entry that the lines make, or why they make none. */
  read(id: string, rows: readonly LongRow[]): ReadEntry | string {
    try {
      const [row = {}] = rows
      for (const name of ['day', 'item_id', 'instant', 'updated_at'] as const) {
        if (rows.some((other) => other[name] !== row[name]))
          refuse(`The lines of this entry do not have the same ${name}.`)
      }
      const day = this.#day(row.day)
      const item = this.#item(row)
      const at = row.instant
      if (kindOf(item).record === 'answer') checkAnswer(id, day, item)
      else checkEvent(id, day, at)
      const value = rows.some(({ skipped }) => skipped === true) ? skippedOf(rows, item) : valueOf(rows, item)
      return { id, day, at, item, value, stamp: row.updated_at }
    } catch (error) {
      if (error instanceof Refusal) return error.message
      throw error
    }
  }

  #day(day: string | undefined): Day {
    if (day === undefined) refuse('This line has no day.')
    if (this.#days.has(day)) return day
    if (!isDay(day)) refuse(`“${short(day)}” is not a day that Mend can read. Days look like 2026-11-23.`)
    if (day > this.#latest) refuse(`${day} is in the future.`)
    this.#days.add(day)
    return day
  }

  #item(row: LongRow): Trackable {
    const id = row.item_id ?? refuse('This line has no item_id.')
    const item = this.#items.get(id) ?? this.#ownItem(id, row) ?? refuse(`Mend does not know the item “${short(id)}”.`)
    if (row.kind !== undefined && row.kind !== item.kind) {
      refuse(`${item.name} is kept as “${item.kind}” in your diary and as “${short(row.kind)}” in this file.`)
    }
    return item
  }

  #ownItem(id: string, { item_label: name, category, kind, item_unit: unit }: LongRow): Trackable | null {
    const own = OWN_ID.test(id) ? readOwnDefinition({ name, category, kind, unit }) : null
    if (own === null) return null
    const item = ownTrackable(id, own)
    this.own.set(id, own)
    this.#items.set(id, item)
    return item
  }
}

function checkAnswer(id: string, day: Day, item: Trackable): void {
  const right = answerEntryId(day, item.id)
  if (id !== right) refuse(`The entry_id “${short(id)}” does not fit its day and item: ${right}.`)
}

function checkEvent(id: string, day: Day, at: string | undefined): void {
  if (!id.startsWith(`${day}/`) || id.length <= day.length + 1 || id.length > ID_MAX) {
    refuse(`The entry_id “${short(id)}” does not fit its day: it begins with ${day}/ and goes on.`)
  }
  if (at === undefined) return
  const date = LOCAL_TIME.exec(at)?.[1]
  if (!isDay(date)) refuse(`“${short(at)}” is not a time that Mend can read. Times look like 2026-11-23T07:40+01:00.`)
  // A day begins some hours after midnight, so its small hours have the next date.
  if (Math.abs(dayNumber(date) - dayNumber(day)) > 1) refuse(`The time ${at} is not on the day ${day}.`)
}

function skippedOf(rows: readonly LongRow[], item: Trackable): null {
  if (kindOf(item).record === 'event') refuse(`${item.name} happens at a time, so it cannot be skipped.`)
  if (rows.some(({ value_num: num, value_text: text }) => num !== undefined || text !== undefined)) {
    refuse(`${item.name} is skipped here and has a value. Keep one of the two.`)
  }
  return null
}

function valueOf(rows: readonly LongRow[], item: Trackable): Value {
  const cells = rows.map(({ field = '', value_num: num, value_text: text }): Cell => {
    if (num !== undefined) return text === undefined ? { field, num } : { field, num, text }
    return text === undefined ? refuse('This entry has a line without a value.') : { field, text }
  })
  if (new Set(cells.map(({ field }) => field)).size < cells.length) {
    refuse('This entry is in the file twice. Keep one of the two.')
  }
  const value =
    wholeValue(cells, item) ??
    wholeValue(cells.map(withSmallBoolean), item) ??
    refuse(`${item.name} cannot be ${shown(cells)}.${limits(item)}`)
  checkUnits(rows, item, value)
  return value
}

/** The value, where it takes up every cell: nothing that stands in the file is passed over. */
function wholeValue(cells: readonly Cell[], item: Trackable): Value | null {
  const kind = kindOf(item)
  const value = kind.read(rawOf(cells, item), item)
  if (value === null) return null
  const written = cellsOf(value, item)
  return cells.every(({ field }) => cellOf(written, field) !== undefined) ? value : null
}

function checkUnits(rows: readonly LongRow[], item: Trackable, value: Value): void {
  const written = cellsOf(value, item)
  for (const { field = '', unit } of rows) {
    const right = cellOf(written, field)?.unit
    if (unit !== undefined && unit !== right) {
      refuse(`${item.name} is kept in ${right ?? 'no unit'}, not in “${short(unit)}”.`)
    }
  }
}

/** Spreadsheets write true as TRUE. */
const withSmallBoolean = (cell: Cell): Cell =>
  cell.text === 'TRUE' || cell.text === 'FALSE' ? { ...cell, text: cell.text.toLowerCase() } : cell

const shown = (cells: readonly Cell[]): string =>
  cells.map(({ field, num, text }) => `${field} “${short(text ?? String(num))}”`.trim()).join(', ')

function limits(item: Trackable): string {
  if (item.kind === 'scale') return ` It goes from 0 to ${SCALE_MAX}.`
  if (item.kind === 'count' || item.kind === 'amount' || item.kind === 'duration') {
    return ` It goes from ${numberText(item.bounds.min)} to ${numberText(item.bounds.max)}.`
  }
  return ''
}

/** Enough of a text to find it again. */
export function short(text: string): string {
  const points = Array.from(text.replace(/\s+/g, ' '))
  return points.length > 40 ? `${points.slice(0, 40).join('')}…` : points.join('')
}
