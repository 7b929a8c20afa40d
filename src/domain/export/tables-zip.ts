/** The zip of all tables. */
import { strToU8, zipSync } from 'fflate'
import type { Tables } from '#domain/backup/tables.ts'
import { addToSurvey, dailyTable, emptySurvey } from '#domain/csv/daily.ts'
import { longTable } from '#domain/csv/long.ts'
import { BYTE_ORDER_MARK, type CsvTable, type Span } from '#domain/csv/table.ts'
import type { Day } from '#domain/day.ts'
import { readme } from './readme.ts'
import { sheetsOf, sheetText } from './sheets.ts'
import { spanOf, wholeDiary, type WholeDiary } from './whole-diary.ts'

export interface TableFile {
  name: string
  text: string
}

const ABOUT_LONG =
  'Every answer and every event, a line for each of its values. This is the file that “Import” reads back.'
const ABOUT_DAILY =
  'A line for each day, recorded or not, and a column for each item, named by its id. n_stools is the number of bowel movements, pct_type_1_2, pct_type_3_5 and pct_type_6_7 the shares of their forms in per cent.'

function dayTables(diary: WholeDiary): { about: string; file: string; table: CsvTable }[] {
  const seen = emptySurvey()
  addToSurvey(seen, diary, diary.items)
  return [
    { file: 'entries_long.csv', about: ABOUT_LONG, table: longTable(diary.items) },
    { file: 'daily_wide.csv', about: ABOUT_DAILY, table: dailyTable(diary.items, seen) }
  ]
}

/** The files of the zip, the README first; null where nothing is recorded. */
export function tableFiles(tables: Tables, today: Day): { files: TableFile[]; span: Span } | null {
  const diary = wholeDiary(tables)
  const span = spanOf(diary)
  if (span === null) return null
  const daily = dayTables(diary)
  const sheets = sheetsOf(diary, today)
  const stretch = { from: span.first, to: span.last, days: diary.days, events: diary.events }
  return {
    span,
    files: [
      { name: 'README.txt', text: readme(span, [...daily, ...sheets]) },
      ...daily.map(({ file, table }) => ({ name: file, text: table.header + table.lines(stretch).join('') })),
      ...sheets.map((one) => ({ name: one.file, text: sheetText(one) }))
    ]
  }
}

/** `made`: the time that the files carry, in milliseconds. */
export function zipped(files: readonly TableFile[], made: number, { excel = false } = {}): Uint8Array<ArrayBuffer> {
  const bytes = zipSync(
    Object.fromEntries(
      files.map(({ name, text }) => [name, strToU8(`${excel && name.endsWith('.csv') ? BYTE_ORDER_MARK : ''}${text}`)])
    ),
    { mtime: made }
  )
  return new Uint8Array(bytes)
}
