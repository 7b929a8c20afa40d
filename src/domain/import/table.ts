/** Tables as other programs write them: any of three separators, any line end, with or without a header. */
import Papa from 'papaparse'
import { unreadable } from './importer.ts'

export interface TableRow {
  /** The line on which it begins; the first is 1. */
  line: number
  cells: string[]
}

const SEPARATORS = [',', ';', '\t'] as const

/** The separator that parts the first lines most evenly. */
export function separatorOf(text: string): string {
  const sample = text.split('\n', 20).join('\n')
  const scored = SEPARATORS.map((separator) => {
    const widths = Papa.parse<string[]>(sample, { delimiter: separator, newline: '\n' }).data.map(
      ({ length }) => length
    )
    const most = widths[0] ?? 1
    return { separator, score: most > 1 ? most * (widths.filter((n) => n === most).length / widths.length) : 0 }
  })
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).separator
}

/** The rows with something in them. A quotation mark without a partner refuses the file only where `strict`. */
export function tableRows(raw: string, { strict = false, separator }: { strict?: boolean; separator?: string } = {}) {
  const text = raw.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: separator ?? separatorOf(text), newline: '\n' })
  let line = 1
  const rows: TableRow[] = []
  for (const cells of data) {
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells: cells.map((cell) => cell.trim()) })
    line += 1 + cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0)
  }
  const broken = strict ? errors.find(({ type }) => type === 'Quotes') : undefined
  if (broken !== undefined) {
    unreadable(
      `A quotation mark near line ${rows.at(-1)?.line ?? 1} has no partner: the file is damaged or cut off. Export it again.`
    )
  }
  return rows
}

export type Columns = (row: TableRow, name: string) => string

/** Cells by the name of their column, wherever it stands; '' where there is none. */
export function columnsOf(header: readonly string[]): Columns {
  const at = new Map(header.map((name, i) => [name.trim().toLowerCase(), i]))
  return ({ cells }, name) => cells[at.get(name) ?? -1] ?? ''
}

/** What a list has under a key that came from a file: 'constructor' and the like have nothing. */
export const under = <T>(list: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(list, key) ? list[key] : undefined

/** Enough of a text to find it again. */
export function short(text: string): string {
  const points = Array.from(text.replace(/\s+/g, ' '))
  return points.length > 40 ? `${points.slice(0, 40).join('')}…` : points.join('')
}

/** A number as people and programs write it: '1.5', '1,5', '-3'. null for anything else. */
export function numberOf(text: string): number | null {
  return /^-?\d{1,12}([.,]\d{1,9})?$/.test(text) ? Number(text.replace(',', '.')) : null
}

/** The names in a list like 'Coffee | Tea'. */
export const listOf = (text: string, separator: string): string[] => [
  ...new Set(
    text
      .split(separator)
      .map((part) => part.trim())
      .filter((part) => part !== '')
  )
]
