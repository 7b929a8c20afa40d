/**
 * What every CSV file of Mend has in common: RFC 4180 (comma, CRLF, a header, quotes where they are needed), UTF-8, a
 * decimal point, and an empty field for what was not recorded. Files are made stretch by stretch, so that ten years are
 * never held as one text.
 */
import Papa from 'papaparse'
import type { Day } from '#domain/day.ts'
import type { Diary } from '#domain/record.ts'
import { guarded } from './guard.ts'

/** What was recorded from one day to another, both included. */
export interface Stretch extends Diary {
  from: Day
  to: Day
}

export interface CsvTable {
  /** The first line, with its line end; so are the lines. */
  header: string
  lines(stretch: Stretch): string[]
}

export interface CsvPart {
  text: string
  /** Lines in it that are not the header. */
  rows: number
}

/** Without this mark Excel takes UTF-8 for something else; with it, simpler programs stumble over the first column. */
export const BYTE_ORDER_MARK = '\uFEFF'
/** Ids, days, units and short words: what needs neither a guard nor quotes, and is spared the slower way. */
const PLAIN = /^[\w{](?:[\w ./:{}+-]*[\w}])?$/

/** A text as a field. */
export const textField = (text: string): string => (PLAIN.test(text) ? text : Papa.unparse([[guarded(text)]]))

/** Fields that are ready to be written, as one line. */
export const lineOf = (fields: readonly string[]): string => `${fields.join(',')}\r\n`

/** The file, part by part; joined they are its text. */
export async function* csvParts(
  table: CsvTable,
  stretches: AsyncIterable<Stretch> | Iterable<Stretch>,
  { excel = false } = {}
): AsyncGenerator<CsvPart> {
  yield { text: `${excel ? BYTE_ORDER_MARK : ''}${table.header}`, rows: 0 }
  for await (const stretch of stretches) {
    const lines = table.lines(stretch)
    yield { text: lines.join(''), rows: lines.length }
  }
}

/** 'mend-entries-2026-05-25-to-2026-11-23.csv' */
export const csvFileName = (what: 'entries' | 'daily', { first, last }: Span, excel: boolean): string =>
  `mend-${what}-${first}-to-${last}${excel ? '-excel' : ''}.csv`

/** The days on which anything stands recorded: a cleared answer leaves a row, and counts for nothing. */
export function recordedDays({ days, events }: Diary): Set<Day> {
  const recorded = new Set<Day>()
  for (const { day, answers } of days) if (Object.keys(answers).length > 0) recorded.add(day)
  for (const { day } of events) recorded.add(day)
  return recorded
}

export interface Span {
  first: Day
  last: Day
}

/** The span with the recorded days of some more of the diary in it; null while there are none. */
export function widened(span: Span | null, diary: Diary): Span | null {
  let [first, last] = [span?.first, span?.last]
  for (const day of recordedDays(diary)) {
    if (first === undefined || day < first) first = day
    if (last === undefined || day > last) last = day
  }
  return first === undefined || last === undefined ? null : { first, last }
}
