/**
 * Reading the long CSV back. Nothing is guessed: an entry is read whole or refused with its lines and a reason, and a
 * file that is not Mend's, or was cut off, is refused as a whole.
 */
import Papa from 'papaparse'
import type { Day } from '#domain/day.ts'
import type { OwnDefinition } from '#domain/tracked.ts'
import type { Trackable } from '#domain/trackable.ts'
import { COLUMNS, type LongRow } from './long.ts'
import { EntryReader, short, type ReadEntry } from './read-entry.ts'

/** Lines (the header is line 1) of one entry that was not read, and why, as a sentence. */
export interface Refused {
  lines: number[]
  reason: string
}

export interface OwnItem {
  id: string
  own: OwnDefinition
}

export interface ReadFile {
  is: 'read'
  /** Lines with something in them, without the header. */
  rows: number
  entries: ReadEntry[]
  refused: Refused[]
  /** Items of the person's own that the entries need and the diary does not have. */
  items: OwnItem[]
}

/** A file that cannot be read at all, and a sentence for the person. */
export interface ForeignFile {
  is: 'foreign'
  message: string
}

interface Known {
  items: readonly Trackable[]
  today: Day
}

const foreign = (message: string): ForeignFile => ({ is: 'foreign', message })
const CHOOSE = 'Choose a file that “Export CSV” made.'
const NO_TEXT = foreign(`This is not a CSV file. ${CHOOSE}`)

/** Reads the bytes of a file, or its text. Never throws. */
export function readLong(file: Uint8Array | string, known: Known): ReadFile | ForeignFile {
  const text = typeof file === 'string' ? file.replace(/^\uFEFF/, '') : decoded(file)
  if (text === null || text.includes('\0')) return NO_TEXT
  if (text.trim() === '') return foreign(`This file is empty. ${CHOOSE}`)

  // Texts in a diary have no carriage returns, so all that are here belong to line ends.
  const { data, errors } = Papa.parse<string[]>(text.replace(/\r\n?/g, '\n'), { delimiter: ',', newline: '\n' })
  const [header = [], ...records] = data
  const names = header.map((name) => name.trim())
  const missing = COLUMNS.filter(({ name, use }) => use === 'needed' && !names.includes(name)).map(({ name }) => name)
  if (missing.length > 0) return foreign(whatElse(names, missing))

  const rows = numbered(records)
  const broken = errors.find(({ type }) => type === 'Quotes')
  const last = rows.at(-1)
  if (broken !== undefined) {
    // Papa counts the header as row 0.
    const line = rows.find(({ index }) => index + 1 === (broken.row ?? 0))?.line ?? 1
    return foreign(`A quotation mark on line ${line} has no partner: the file is damaged or cut off. Export it again.`)
  }
  if (last !== undefined && last.fields.length < fewest(names)) {
    return foreign(
      `The file breaks off in line ${last.line}. Export it again, or fetch it again from where it is kept.`
    )
  }
  return readRows(rows, names, known)
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null // not UTF-8: the caller says so
  }
}

function whatElse(names: readonly string[], missing: readonly string[]): string {
  if (names.includes('logged') && names.includes('weekday')) {
    return `This is Mend's daily table, which is made for spreadsheets. ${CHOOSE}`
  }
  if (names.length === 1 && names[0]?.includes(';')) {
    return 'The columns of this file are parted by semicolons. Save it again with commas between them.'
  }
  if (missing.length > 3) return `This is not a CSV file from Mend. ${CHOOSE}`
  return `This file has no column ${missing.map((name) => `“${name}”`).join(', ')} any more. ${CHOOSE}`
}

interface Numbered {
  /** Among the records after the header. */
  index: number
  /** Physical line on which the record begins: a text with line breaks takes up several. */
  line: number
  fields: string[]
}

function numbered(records: readonly string[][]): Numbered[] {
  let line = 2
  return records.flatMap((fields, index) => {
    const at = line
    line += 1 + fields.reduce((sum, field) => sum + (field.includes('\n') ? field.split('\n').length - 1 : 0), 0)
    // Spreadsheets leave lines of nothing but commas.
    return fields.every((field) => field.trim() === '') ? [] : [{ index, line: at, fields }]
  })
}

/** The fewest fields a line can have: up to the last column that a file must have. */
const fewest = (names: readonly string[]): number =>
  1 + Math.max(...COLUMNS.filter(({ use }) => use === 'needed').map(({ name }) => names.indexOf(name)))

interface Group {
  lines: number[]
  rows: LongRow[]
  problem?: string
}

function readRows(rows: readonly Numbered[], names: readonly string[], { items, today }: Known): ReadFile {
  const refused: Refused[] = []
  const groups = new Map<string, Group>()
  const readRow = rowReader(names)
  for (const { line, fields } of rows) {
    const { row, problem } = readRow(fields)
    if (row.entry_id === undefined) {
      const reason = problem ?? 'This line has no entry_id, so Mend cannot tell what it belongs to.'
      refused.push({ lines: [line], reason })
      continue
    }
    const group: Group = groups.get(row.entry_id) ?? { lines: [], rows: [] }
    group.lines.push(line)
    group.rows.push(row)
    if (problem !== undefined) group.problem ??= problem
    groups.set(row.entry_id, group)
  }

  const reader = new EntryReader(items, today)
  const entries: ReadEntry[] = []
  for (const [id, { lines, rows, problem }] of groups) {
    const entry = problem ?? reader.read(id, rows)
    if (typeof entry === 'string') refused.push({ lines, reason: entry })
    else entries.push(entry)
  }
  refused.sort((a, b) => (a.lines[0] ?? 0) - (b.lines[0] ?? 0))
  const used = new Set(entries.map(({ item }) => item.id))
  const own = [...reader.own].filter(([id]) => used.has(id)).map(([id, definition]) => ({ id, own: definition }))
  return { is: 'read', rows: rows.length, entries, refused, items: own }
}

/** Reads the fields of a line into its columns, wherever those stand; the last problem found is a sentence. */
function rowReader(names: readonly string[]): (fields: readonly string[]) => { row: LongRow; problem?: string } {
  const columns = COLUMNS.filter(({ use }) => use !== 'derived').map(({ name, read }) => ({
    name,
    read,
    at: names.indexOf(name)
  }))
  const least = fewest(names)
  return (fields) => {
    const row: Record<string, string | number | boolean> = {}
    let problem: string | undefined
    for (const { name, read, at } of columns) {
      const field = fields[at]?.trim() ?? ''
      if (field === '') continue
      const value = read(field)
      if (value === null) problem = unreadable(name, field)
      else row[name] = value
    }
    if (fields.length < least) problem = `This line has only ${fields.length} of ${names.length} fields.`
    return { row: row as LongRow, ...(problem !== undefined && { problem }) }
  }
}

const unreadable = (column: string, field: string): string =>
  column === 'updated_at'
    ? `“${short(field)}” is not a time as Mend writes it, like 2026-11-23T06:40:00.000Z.`
    : column === 'skipped'
      ? `“${short(field)}” stands in the column skipped, which is true, false or empty.`
      : `“${short(field)}” is not a number that Mend can read. Numbers look like 1.5.`
