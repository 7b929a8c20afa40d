/**
 * Loop Habit Tracker's zip of CSV files. A habit's folder begins with its position, and that is what joins it to its
 * line in Habits.csv: names are cut and changed in folder names.
 */
import { isDay } from '#domain/day.ts'
import { Collect } from '#domain/import/collect.ts'
import { decoded, unzipped } from '#domain/import/files.ts'
import { importer, unreadable, type ForeignKind } from '#domain/import/importer.ts'
import { columnsOf, short, tableRows, under, type TableRow } from '#domain/import/table.ts'

const APP = { id: 'loop', name: 'Loop Habit Tracker' }
const MARKS = /(?:^|\/)(\d{1,4})[^/]*\/Checkmarks\.csv$/
const LIST = /(?:^|\/)Habits\.csv$/

interface Habit {
  id: string
  name: string
  isNumber: boolean
  unit: string
}

/** In numbered habits the words stand for the raw values 0 to 3, a thousandth each: a plain 0 is written as NO. */
const RAW: Record<string, number> = { NO: 0, YES_AUTO: 0.001, YES_MANUAL: 0.002 }
/** -1 and UNKNOWN are days without an entry; YES_AUTO is filled in by the app, not by the person. */
const NOTHING = ['UNKNOWN', 'SKIP', '-1', '3', '']

export const loop = importer({
  ...APP,
  detect: ({ names }) =>
    names.some((name) => LIST.test(name)) ? (names.some((name) => /Checkmarks\.csv$/.test(name)) ? 1 : 0.6) : 0,
  async read(file, onProgress) {
    const files = await unzipped(file, (name) => LIST.test(name) || /(^|\/)Checkmarks\.csv$/.test(name))
    const list = [...files].find(([name]) => LIST.test(name))?.[1]
    if (list === undefined)
      unreadable('This zip has no Habits.csv. In Loop, choose “Export as CSV” and take that file.')
    const habits = habitsIn(decoded(list))
    const collect = new Collect()
    const folders = [...files].filter(([name]) => MARKS.test(name))
    folders.forEach(([name, bytes], i) => {
      onProgress(i / folders.length)
      const habit = habits.get(Number(MARKS.exec(name)?.[1]))
      if (habit === undefined) collect.refuse(1, `Habits.csv has no line for the folder of ${short(name)}.`)
      else marks(collect, habit, tableRows(decoded(bytes)))
    })
    if (folders.length === 0) {
      const matrix = [...files].find(([name]) => /(^|\/)Checkmarks\.csv$/.test(name))?.[1]
      if (matrix !== undefined) wide(collect, [...habits.values()], tableRows(decoded(matrix)))
    }
    return collect.diary(APP)
  }
})

function habitsIn(text: string): Map<number, Habit> {
  const [head, ...rows] = tableRows(text, { strict: true, separator: ',' })
  const column = columnsOf(head?.cells ?? [])
  return new Map(
    rows.map((row, i) => {
      const position = Number(column(row, 'position') || i + 1)
      const type = column(row, 'type').toUpperCase()
      const name = column(row, 'name')
      return [
        position,
        { id: `${position} ${name}`, name, isNumber: /NUM/.test(type) || type === '1', unit: column(row, 'unit') }
      ]
    })
  )
}

function marks(collect: Collect, habit: Habit, rows: readonly TableRow[]): void {
  for (const { line, cells } of rows) {
    const [day = '', value = '', note = ''] = cells
    if (line === 1 && day.toLowerCase() === 'date') continue
    mark(collect, habit, day, value, line)
    if (note !== '' && isDay(day)) {
      const what = { id: `note ${habit.id}`, name: `${habit.name}: notes`, kind: 'text', group: 'note' } as const
      collect.add(what, { day, line }, note)
    }
  }
}

/** The table of all habits; each line ends in a comma, so that there is an empty column more. */
function wide(collect: Collect, habits: readonly Habit[], [head, ...rows]: readonly TableRow[]): void {
  if (head === undefined) return
  const columns = head.cells.slice(1).map((name, i) => habits.find((habit) => habit.name === name) ?? habits[i])
  for (const { line, cells } of rows) {
    columns.forEach(
      (habit, i) => habit && cells[i + 1] && mark(collect, habit, cells[0] ?? '', cells[i + 1] ?? '', line)
    )
  }
}

function mark(collect: Collect, habit: Habit, day: string, value: string, line: number): void {
  const { id, name, isNumber, unit } = habit
  const kind: ForeignKind = isNumber ? 'number' : 'yes-no'
  const what = { id, name, kind, group: 'habit', ...(isNumber && unit !== '' && { unit }) } as const
  if (!isDay(day)) return collect.refuse(line, `“${short(day)}” is not a day of ${short(name)} that Mend can read.`)
  const when = { day, line }
  const word = value.toUpperCase()
  if (NOTHING.includes(word) && !(isNumber && word === '3')) return
  if (isNumber) {
    const number = under(RAW, word) ?? (/^\d{1,12}$/.test(word) ? Number(word) / 1000 : null)
    if (number === null) collect.refuse(line, `“${short(value)}” is not a value of ${short(name)}.`)
    else collect.add(what, when, number)
  } else if (word === 'YES_MANUAL' || word === '2') collect.add(what, when, true)
  // Older versions write 0 for every day without a mark; only the word is a no that somebody gave.
  else if (word === 'NO') collect.add(what, when, false)
  else if (word !== 'YES_AUTO' && word !== '1' && word !== '0') {
    collect.refuse(line, `“${short(value)}” is not a value of ${short(name)}.`)
  }
}
