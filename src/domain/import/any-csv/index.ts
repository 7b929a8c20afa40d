/**
 * Any other table. Which column says what is guessed from the cells and shown; the person may say otherwise
 * (`readTable` with columns of their choice).
 */
import { isDay, type Day } from '#domain/day.ts'
import { cleanText } from '#domain/kinds/kind.ts'
import { Collect, keyOf } from '#domain/import/collect.ts'
import { clockFrom, digitDay, orderOf, wordDay, type Order } from '#domain/import/dates.ts'
import { textOf } from '#domain/import/files.ts'
import { importer, unreadable, type ForeignDiary, type ForeignKind } from '#domain/import/importer.ts'
import { numberOf, short, tableRows, type TableRow } from '#domain/import/table.ts'

const APP = { id: 'any-csv', name: 'CSV table' }

/** Columns by their place, the first being 0. */
export interface TableColumns {
  day: number
  /** How days of digits are written. */
  order: Order
  time?: number
  /** One column per item, or one column that names the item and one that has its value. */
  items: { are: 'columns'; at: number[] } | { are: 'rows'; name: number; value: number }
  /** The first line is an entry already. */
  bare?: boolean
}

/** What the person chooses columns from. */
export interface TableGuess {
  /** What stands in the first line, or 'Column 2' where nothing does. */
  header: string[]
  /** The first rows under it. */
  sample: string[][]
  /** null where no column has days. */
  columns: TableColumns | null
  /** Day and month could stand in either order: ask. */
  isOrderUnclear: boolean
}

/** Code points of a cell that are shown; one can hold a whole letter. */
const SHOWN_MAX = 200

const DATE_NAME = /^(date|day|datum|tag|fecha|día|dia|jour|when|timestamp|datetime|time ?stamp|created|data)\b/i
const TIME_NAME = /^(time|zeit|uhrzeit|hora|heure|clock)\b/i
const ITEM_NAME = /^(item|name|what|symptom|tracker|category|habit|feature|activity|trackable|question)s?\b/i
const VALUE_NAME = /^(value|amount|score|rating|severity|level|answer|result|intensity|wert|valor|valeur)s?\b/i

const anyDay = (cell: string, order: Order): Day | null => {
  const first = isDay(cell.slice(0, 10)) ? cell.slice(0, 10) : digitDay(cell, order)
  return first ?? (/\d{4}/.test(cell) && /\p{L}{3}/u.test(cell) && cell.length < 40 ? wordDay(cell) : null)
}

const isDayLike = (cell: string) => anyDay(cell, 'dmy') !== null || anyDay(cell, 'mdy') !== null

export function guessTable(text: string): TableGuess {
  return guessRows(tableRows(text))
}

function guessRows(rows: readonly TableRow[]): TableGuess {
  const [first, ...rest] = rows
  const header = (first?.cells ?? []).map((cell, i) => cleanText(cell, SHOWN_MAX) || `Column ${i + 1}`)
  const sample = rest.slice(0, 200).map(({ cells }) => cells)
  const cellsOf = (i: number) => sample.map((cells) => cells[i] ?? '').filter((cell) => cell !== '')
  const share = (i: number, is: (cell: string) => boolean) => {
    const cells = cellsOf(i)
    return cells.length === 0 ? 0 : cells.filter(is).length / cells.length
  }
  const at = header.map((_, i) => i)
  const score = (i: number) => share(i, isDayLike) + (DATE_NAME.test(header[i] ?? '') ? 0.2 : 0)
  const day = at.reduce((best, i) => (score(i) > score(best) ? i : best), 0)
  const shown = sample.slice(0, 5).map((cells) => cells.map((cell) => cleanText(cell, SHOWN_MAX)))
  const guess = { header, sample: shown, columns: null, isOrderUnclear: false }
  if (share(day, isDayLike) < 0.5) return guess
  const order = orderOf(rest.map(({ cells }) => cells[day] ?? ''))
  const isTime = (cell: string) => clockFrom(cell) !== null
  const time = at.find((i) => i !== day && TIME_NAME.test(header[i] ?? '') && share(i, isTime) > 0.5)
  const free = at.filter((i) => i !== day && i !== time)
  const name = free.find((i) => ITEM_NAME.test(header[i] ?? ''))
  const value = free.find((i) => i !== name && VALUE_NAME.test(header[i] ?? ''))
  return {
    ...guess,
    isOrderUnclear: order === 'unclear' || order === null,
    columns: {
      day,
      order: order === 'unclear' || order === null ? 'dmy' : order,
      ...(isDayLike(header[day] ?? '') && { bare: true }),
      ...(time !== undefined && { time }),
      items: name !== undefined && value !== undefined ? { are: 'rows', name, value } : { are: 'columns', at: free }
    }
  }
}

const YES = /^(yes|y|true|x|✓|✔|ja|wahr|sí|si|oui|vrai|done)$/i
const NO = /^(no|n|false|nein|falsch|non|faux)$/i

/** Numbers, yes and no, or words: what all cells of an item agree on. */
function kindOfCells(cells: readonly string[]): ForeignKind {
  if (cells.every((cell) => numberOf(cell) !== null)) return 'number'
  return cells.every((cell) => YES.test(cell) || NO.test(cell)) ? 'yes-no' : 'text'
}

export function readTable(text: string, columns?: TableColumns): ForeignDiary {
  const rows = tableRows(text, { strict: true })
  const guess = guessRows(rows)
  if (guess.header.length < 2) unreadable('This file is not a table: its lines have no columns. Choose a CSV file.')
  const chosen = columns ?? guess.columns
  if (chosen === null) {
    return unreadable(
      'None of the columns of this file holds days, so Mend cannot tell when anything was. Choose a file with a column of dates, such as 2026-11-23.'
    )
  }
  const collect = new Collect()
  const { day, order, time, items, bare = false } = chosen
  const nameOf = (i: number) => (bare ? `Column ${i + 1}` : (guess.header[i] ?? ''))
  if (columns === undefined && guess.isOrderUnclear) {
    collect.notes.push('Day and month could stand in either order. They were read as day, then month: check the dates.')
  }
  const body = bare ? rows : rows.slice(1)
  const cellsIn = new Map<string, string[]>()
  const found = body.flatMap(({ line, cells }) => {
    const pairs =
      items.are === 'rows'
        ? [[cells[items.name] ?? '', cells[items.value] ?? ''] as const]
        : items.at.map((i) => [nameOf(i), cells[i] ?? ''] as const)
    const written = cells[day] ?? ''
    const on = anyDay(written, order)
    if (on === null) {
      collect.refuse(line, `“${short(written)}” is not a day that Mend can read. Days look like 2026-11-23.`)
      return []
    }
    const clock = time === undefined ? / ?[T ](\d{1,2}:\d{2}.*)$/.exec(written)?.[1]?.slice(0, 5) : cells[time]
    return pairs
      .filter(([name, value]) => value !== '' && name !== '')
      .map(([name, value]) => {
        const key = keyOf(name)
        const list = cellsIn.get(key) ?? []
        cellsIn.set(key, list)
        list.push(value)
        return { name, key, value, when: { day: on, time: clockFrom(clock ?? ''), line } }
      })
  })
  const kinds = new Map([...cellsIn].map(([key, cells]) => [key, kindOfCells(cells)]))
  for (const { name, key, value, when } of found) {
    const kind = kinds.get(key) ?? 'text'
    const read = kind === 'number' ? (numberOf(value) ?? NaN) : kind === 'yes-no' ? YES.test(value) : value
    collect.add({ id: key, name, kind, group: 'other' }, when, read)
  }
  return collect.diary(APP)
}

export const anyCsv = importer({
  ...APP,
  detect: ({ is, rows }) => (is === 'text' && rows.length > 1 && (rows[0]?.length ?? 0) > 1 ? 0.1 : 0),
  read: async (file) => readTable(await textOf(file))
})
