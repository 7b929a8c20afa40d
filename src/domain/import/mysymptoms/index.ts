/**
 * mySymptoms' CSV: lines of any length, `date, time, event, …`. A line without a date goes with the one before it.
 * What a food is made of is not told apart from the food itself in the file, so each name is one item.
 */
import type { Day } from '#domain/day.ts'
import { Collect, keyOf, type When } from '#domain/import/collect.ts'
import { clockFrom, digitDay, orderOf } from '#domain/import/dates.ts'
import { textOf } from '#domain/import/files.ts'
import { importer, type ForeignGroup } from '#domain/import/importer.ts'
import { numberOf, short } from '#domain/import/table.ts'

const APP = { id: 'mysymptoms', name: 'mySymptoms' }
const DATE = /^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$/
const MEALS = ['breakfast', 'lunch', 'dinner', 'supper', 'snack', 'snacks', 'drink', 'drinks', 'meal', 'brunch', 'food']
const MEDICINES = ['medication', 'medications', 'supplement', 'supplements', 'medicine']
const EVENTS = [
  ...MEALS,
  ...MEDICINES,
  'symptom',
  'symptoms',
  'exercise',
  'stress',
  'sleep',
  'mood',
  'energy',
  'bowel movement',
  'bowel movements',
  'stool',
  'environment',
  'note',
  'notes',
  'other'
]
const QUANTITY = /^\[\s*(.*?)\s*\]$/
const SCALE = { min: 0, max: 10, better: 'lower', origin: 'mySymptoms, intensity 0 to 10' } as const

/** Cells of a line; blanks before a quotation mark belong to the comma, and a lone mark is a character. */
function cellsOf(line: string): string[] {
  return [...line.matchAll(/\s*(?:"((?:[^"]|"")*)"(?=\s*(?:,|$))|([^,]*))\s*(?:,|$)/gy)]
    .map(([, quoted, bare]) => (quoted?.replaceAll('""', '"') ?? bare ?? '').trim())
    .slice(0, 500)
}

const isEvent = (cell: string | undefined) => EVENTS.includes((cell ?? '').toLowerCase())
const isEntry = (cells: readonly string[]) => DATE.test(cells[0] ?? '') && clockFrom(cells[1] ?? '') !== null

export const mySymptoms = importer({
  ...APP,
  detect: ({ is, text }) => {
    if (is !== 'text') return 0
    const lines = text.split(/\r\n?|\n/, 40).map(cellsOf)
    const entries = lines.filter(isEntry)
    const known = entries.filter(([, , event]) => isEvent(event)).length
    return known > 0 && known >= entries.length / 2 ? 0.95 : 0
  },
  async read(file, onProgress) {
    const lines = (await textOf(file)).split(/\r\n?|\n/).map(cellsOf)
    const order = orderOf(lines.map(([date = '']) => date))
    const collect = new Collect()
    // The app writes the month first where the file does not show otherwise.
    if (order === 'unclear') collect.notes.push('The dates were read as month/day/year, as mySymptoms writes them.')
    let at: { day: Day | null; time: string | null } = { day: null, time: null }
    lines.forEach((cells, i) => {
      if (i % 5000 === 0) onProgress(i / lines.length)
      const line = i + 1
      if (cells.every((cell) => cell === '')) return
      if (!DATE.test(cells[0] ?? '')) {
        if (isEvent(cells[0])) read(collect, { ...at, line }, cells)
        else if (line > 1)
          collect.refuse(line, `“${short(cells[0] ?? '')}” is neither a date nor an event of mySymptoms.`)
        return
      }
      at = { day: digitDay(cells[0] ?? '', order === 'dmy' ? 'dmy' : 'mdy'), time: clockFrom(cells[1] ?? '') }
      if (at.day === null) collect.refuse(line, `“${short(cells[0] ?? '')}” is not a day that Mend can read.`)
      else read(collect, { ...at, line }, cells.slice(2))
    })
    return collect.diary(APP)
  }
})

function read(collect: Collect, when: When, [event = '', ...rest]: readonly string[]): void {
  const word = event.toLowerCase()
  const cells = rest.filter((cell) => cell !== '')
  if (when.day === null) collect.refuse(when.line, 'This line has no date, and none of the lines before it had one.')
  else if (word === 'note' || word === 'notes') {
    collect.add({ id: 'note', name: 'Notes', kind: 'text', group: 'note' }, when, cells.join(', '))
  } else if (word.startsWith('symptom')) rated(collect, when, cells, 'symptom')
  else if (MEALS.includes(word)) named(collect, when, cells, 'food')
  else if (MEDICINES.includes(word)) named(collect, when, cells, 'medicine')
  else if (cells.some((cell) => /^intensity\s*:/i.test(cell)))
    rated(collect, when, cells[0]?.includes(':') ? [event, ...cells] : cells, 'other')
  else if (isEvent(event)) named(collect, when, cells.length > 0 ? cells : [event], 'other')
  else collect.refuse(when.line, `Mend does not know the event “${short(event)}” of mySymptoms.`)
}

/** `Nausea, Intensity: 1, Duration: 0:30, Symptom, Heartburn, Intensity: 1` */
function rated(collect: Collect, when: When, cells: readonly string[], group: ForeignGroup): void {
  let name = ''
  let isRated = true
  const refuse = () => !isRated && collect.refuse(when.line, `${short(name)} has no intensity in this line.`)
  for (const cell of cells) {
    const [, key = '', value = ''] = /^(intensity|duration)\s*:\s*(.*)$/i.exec(cell) ?? []
    if (key === '') {
      if (/^symptoms?$/i.test(cell) || QUANTITY.test(cell)) continue
      refuse()
      name = cell
      isRated = false
    } else if (key.toLowerCase() === 'intensity') {
      isRated = true
      const id = `${group}:${keyOf(name)}`
      const intensity = numberOf(value)
      if (intensity === null) collect.refuse(when.line, `“${short(value)}” is not an intensity of ${short(name)}.`)
      else collect.add({ id, name, kind: 'scale', group, scale: SCALE }, when, intensity)
    }
  }
  refuse()
  if (cells.length === 0) collect.refuse(when.line, 'This line names no symptom.')
}

/** A quantity in brackets belongs to the name before it; only medicines keep it. */
function named(collect: Collect, when: When, cells: readonly string[], group: ForeignGroup): void {
  const names = cells.filter((cell) => !QUANTITY.test(cell) && !/^(intensity|duration)\s*:/i.test(cell))
  if (names.length === 0) collect.refuse(when.line, 'This line names nothing that was eaten, taken or done.')
  cells.forEach((name, i) => {
    if (!names.includes(name)) return
    const [, amount = '', unit = ''] =
      /^([\d.,]+)\s*(\p{L}+)$/u.exec(QUANTITY.exec(cells[i + 1] ?? '')?.[1] ?? '') ?? []
    if (group !== 'medicine') collect.add({ id: `${group}:${keyOf(name)}`, name, kind: 'yes-no', group }, when, true)
    else {
      const id = `medicine:${keyOf(name)} ${unit}`.trim()
      collect.add({ id, name, kind: 'dose', group, ...(unit !== '' && { unit }) }, when, numberOf(amount) ?? true)
    }
  })
}
