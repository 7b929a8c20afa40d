/** Flaredown: the long table of its data set (one person's lines of it) and the wide one that a person exports. */
import { isDay, type Day } from '#domain/day.ts'
import { Collect, keyOf } from '#domain/import/collect.ts'
import { textOf } from '#domain/import/files.ts'
import { importer, unreadable } from '#domain/import/importer.ts'
import { columnsOf, listOf, numberOf, short, tableRows, type TableRow } from '#domain/import/table.ts'

const APP = { id: 'flaredown', name: 'Flaredown' }
const LONG = ['checkin_date', 'trackable_type', 'trackable_name', 'trackable_value']
const SCALE = { min: 0, max: 4, better: 'lower', origin: 'Flaredown, 0 none to 4 extreme' } as const
const FIXED = ['Tags', 'Foods', 'Weather summary']

const lower = (cells: readonly string[]) => cells.map((cell) => cell.toLowerCase())
type When = { day: Day; line: number }

export const flaredown = importer({
  ...APP,
  detect: ({ rows }) => {
    const header = rows[0] ?? []
    if (LONG.every((name) => lower(header).includes(name))) return 1
    return header[0] === 'Date' && FIXED.every((name) => header.includes(name)) ? 1 : 0
  },
  async read(file, onProgress) {
    const [head, ...rows] = tableRows(await textOf(file), { strict: true, separator: ',' })
    const header = head?.cells ?? []
    const collect = new Collect()
    const each = LONG.every((name) => lower(header).includes(name))
      ? long(collect, header, rows)
      : wide(collect, header, rows)
    rows.forEach((row, i) => {
      if (i % 5000 === 0) onProgress(i / rows.length)
      each(row)
    })
    return collect.diary(APP)
  }
})

function long(collect: Collect, header: readonly string[], rows: readonly TableRow[]): (row: TableRow) => void {
  const column = columnsOf(header)
  const people = new Set(rows.map((row) => column(row, 'user_id')))
  if (people.size > 1) {
    unreadable(
      `This file holds the diaries of ${people.size} people. Keep only the lines of one user_id and import it again.`
    )
  }
  return (row) => {
    const on = dayOf(collect, row, column(row, 'checkin_date'))
    if (on === null) return
    const name = column(row, 'trackable_name')
    const value = column(row, 'trackable_value')
    const type = column(row, 'trackable_type').toLowerCase()
    if (type === 'condition' || type === 'symptom') rated(collect, on, name, value)
    else if (type === 'treatment') treatment(collect, on, name, value)
    else if (type === 'tag' || type === 'food') present(collect, on, type, name)
    else if (type === 'weather' || type === 'hbi') {
      const id = `${type}:${keyOf(name)}`
      const number = numberOf(value)
      const kind = number === null ? 'text' : 'number'
      collect.add(
        { id: `${id} ${kind}`, name: `${type === 'hbi' ? 'HBI' : 'Weather'}: ${name}`, kind, group: 'other' },
        on,
        number ?? value
      )
    } else collect.refuse(row.line, `Mend does not know the type “${short(type)}” of Flaredown.`)
  }
}

/** Between the day and the tags stand conditions, symptoms and treatments; their cells tell which is which. */
function wide(collect: Collect, header: readonly string[], rows: readonly TableRow[]): (row: TableRow) => void {
  const last = header.indexOf('Tags')
  const sorts = header.map((_, i) => {
    const cells = rows.map(({ cells }) => cells[i] ?? '').filter((cell) => cell !== '')
    return cells.every((cell) => /^[0-4]$/.test(cell)) ? rated : treatment
  })
  return (row) => {
    const on = dayOf(collect, row, row.cells[0] ?? '')
    if (on === null) return
    row.cells.forEach((cell, i) => {
      const name = header[i] ?? ''
      if (i === 0 || cell === '') return
      if (i < last) sorts[i]?.(collect, on, name, cell)
      else if (name === 'Tags' || name === 'Foods') {
        for (const each of listOf(cell, ';')) present(collect, on, name === 'Tags' ? 'tag' : 'food', each)
      } else if (/^weather/i.test(name)) {
        const number = numberOf(cell)
        const kind = number === null ? 'text' : 'number'
        collect.add({ id: `${keyOf(name)} ${kind}`, name, kind, group: 'other' }, on, number ?? cell)
      } else collect.refuse(row.line, `This line has more cells than the header has names: “${short(cell)}”.`)
    })
  }
}

function dayOf(collect: Collect, row: TableRow, text: string): When | null {
  const day = text.slice(0, 10)
  if (isDay(day)) return { day, line: row.line }
  collect.refuse(row.line, `“${short(text)}” is not a day that Mend can read. Days look like 2026-11-23.`)
  return null
}

function rated(collect: Collect, when: When, name: string, value: string): void {
  const number = numberOf(value)
  if (number === null) return collect.refuse(when.line, `“${short(value)}” is not a rating of ${short(name)}.`)
  collect.add({ id: `rated:${keyOf(name)}`, name, kind: 'scale', group: 'symptom', scale: SCALE }, when, number)
}

/** '8.0 mg', '3 x 5mg', 'Taken', 'Not Taken'; several joined by '; '. An amount that is not plain is only "taken". */
function treatment(collect: Collect, when: When, name: string, value: string): void {
  for (const each of value === '' ? [''] : listOf(value, ';')) {
    const [, times = '1', amount = '', unit = ''] =
      /^(?:(\d{1,2})\s*x\s*)?(\d+(?:[.,]\d+)?)\s*([\p{L}µ]+)$/iu.exec(each) ?? []
    const id = `treatment:${keyOf(name)} ${unit.toLowerCase()}`.trim()
    const number = numberOf(amount)
    const took = number === null ? !/^not taken$/i.test(each) : Number(times) * number
    collect.add({ id, name, kind: 'dose', group: 'medicine', ...(unit !== '' && { unit }) }, when, took)
  }
}

function present(collect: Collect, when: When, type: 'tag' | 'food', name: string): void {
  const group = type === 'food' ? 'food' : 'other'
  collect.add({ id: `${type}:${keyOf(name)}`, name, kind: 'yes-no', group }, when, true)
}
