/** Daylio: its CSV with any of its headers or none, in any language, and its backup. */
import { isDay, type Day } from '#domain/day.ts'
import { Collect, keyOf, withoutTags } from '#domain/import/collect.ts'
import { clockFrom, minutesFrom, wordDay } from '#domain/import/dates.ts'
import { decoded, parsedJson, textOf, unzipped } from '#domain/import/files.ts'
import { importer, unreadable, type ForeignDiary, type ImportFile } from '#domain/import/importer.ts'
import { columnsOf, listOf, numberOf, short, tableRows, type TableRow } from '#domain/import/table.ts'
import { isRecord } from '#domain/kinds/kind.ts'

const APP = { id: 'daylio', name: 'Daylio' }

/** Worst to best. Names that Daylio gives its five moods; people may rename them. */
const MOODS = [
  ['awful', 'bad', 'meh', 'good', 'rad'],
  ['mies|lausig', 'schlecht', 'lala|so lala|okay', 'gut', 'super'],
  ['horrible|fatal', 'mal', 'regular|meh|normal', 'bien', 'genial|increíble'],
  ['horrible', 'mauvais', 'bof|moyen', 'bien', 'super|génial']
].map((levels) => levels.map((names) => names.split('|')))
const SCALE = { min: 1, max: 5, better: 'higher', origin: 'Daylio, 1 worst to 5 best mood' } as const
const MOOD = { id: 'mood', name: 'Mood', kind: 'scale', group: 'other', scale: SCALE } as const
const MOOD_WORD = { id: 'mood words', name: 'Mood, in words', kind: 'text', group: 'other' } as const
const NOTE = { id: 'note', name: 'Note', kind: 'text', group: 'note' } as const

const BARE = ['full_date', 'date', 'weekday', 'time', 'mood', 'activities']
const BEHIND: Record<number, string[]> = {
  7: ['note'],
  8: ['note_title', 'note'],
  9: ['scales', 'note_title', 'note']
}
const hasHeader = (cells: readonly string[]) =>
  ['date', 'time', 'mood', 'activities'].every((name) => cells.includes(name))
const lower = (cells: readonly string[]) => cells.map((cell) => cell.toLowerCase())

/** A first line that is an entry already: somebody took the header out. */
const isBare = (cells: readonly string[]) =>
  cells.length in BEHIND &&
  (isDay(cells[0]) || /^20\d\d$/.test(cells[0] ?? '')) &&
  /^\d{1,2}[:.]\d{2}/.test(cells[3] ?? '')

const nameOf = (raw: unknown): string => (typeof raw === 'string' ? raw : '')

export const daylio = importer({
  ...APP,
  detect: ({ rows, names }) => {
    if (names.includes('backup.daylio')) return 1
    const first = lower(rows[0] ?? [])
    return hasHeader(first) ? (first.includes('weekday') ? 1 : 0.7) : isBare(first) ? 0.9 : 0
  },
  read: async (file, onProgress) => {
    const start = await file.slice(0, 4)
    return start[0] === 0x50 && start[1] === 0x4b ? backup(file) : table(await textOf(file), onProgress)
  }
})

/** The language whose names cover all moods; null where the person has names of their own. */
function languageOf(moods: ReadonlySet<string>): readonly (readonly string[])[] | null {
  return MOODS.find((levels) => [...moods].every((mood) => levels.some((names) => names.includes(mood)))) ?? null
}

function table(text: string, onProgress: (share: number) => void): ForeignDiary {
  const all = tableRows(text, { strict: true })
  const first = lower(all[0]?.cells ?? [])
  const bare = !hasHeader(first)
  if (bare && !isBare(first)) unreadable('The first line of this file is not Daylio’s. Export it from Daylio again.')
  const rows = bare ? all : all.slice(1)
  const dated = isDay(first[0]) ? 'full_date' : 'year'
  const header = bare ? [dated, ...BARE.slice(1), ...(BEHIND[first.length] ?? [])] : first
  const column = columnsOf(header)
  const names = languageOf(new Set(rows.map((row) => column(row, 'mood').toLowerCase()).filter((mood) => mood !== '')))
  const collect = new Collect()
  if (names === null) {
    collect.notes.push(
      'The moods have names of your own, and a CSV file does not say which is best. A Daylio backup does.'
    )
  }
  rows.forEach((row, i) => {
    if (i % 5000 === 0) onProgress(i / rows.length)
    const day = dayIn(row, column)
    if (day === null) {
      const written = column(row, 'full_date') || column(row, 'date')
      collect.refuse(row.line, `“${short(written)}” is not a day that Mend can read. Days look like 2026-11-23.`)
      return
    }
    if (row.cells.length < header.length - 2) {
      collect.refuse(row.line, `This line has only ${row.cells.length} of ${header.length} fields: it was cut off.`)
      return
    }
    const when = { day, time: clockFrom(column(row, 'time')), line: row.line }
    const mood = column(row, 'mood')
    const level = names?.findIndex((level) => level.includes(mood.toLowerCase())) ?? -1
    if (level >= 0) collect.add(MOOD, when, level + 1)
    else if (mood !== '') collect.add(MOOD_WORD, when, mood)
    activities(collect, when, listOf(column(row, 'activities'), '|'))
    for (const part of listOf(column(row, 'scales'), '|')) scale(collect, when, part)
    note(collect, when, column(row, 'note_title'), column(row, 'note'))
  })
  return collect.diary(APP)
}

function dayIn(row: TableRow, column: ReturnType<typeof columnsOf>): Day | null {
  const full = column(row, 'full_date')
  if (isDay(full)) return full
  const year = column(row, 'year')
  const date = column(row, 'date')
  return isDay(date) ? date : /^\d{4}$/.test(year) ? wordDay(date, Number(year)) : null
}

type When = { day: Day; time: string | null; line: number }

function activities(collect: Collect, when: When, names: readonly string[]): void {
  for (const name of names) {
    collect.add({ id: `activity:${keyOf(name)}`, name, kind: 'yes-no', group: 'other' }, when, true)
  }
}

/** 'Sleep Quality: 8/10 points', 'Sleep Time: 8:00' */
function scale(collect: Collect, when: When, part: string): void {
  const colon = part.indexOf(':')
  const name = part.slice(0, colon).trim()
  const written = part.slice(colon + 1).trim()
  const key = keyOf(name)
  const [, points = '', most = ''] = /^(\d+(?:[.,]\d+)?)\s*\/\s*(\d+)/.exec(written) ?? []
  const minutes = minutesFrom(written)
  const number = /^(\S+)\s*(.*)$/.exec(written)
  const value = numberOf(number?.[1] ?? '')
  if (name === '' || colon < 0) collect.refuse(when.line, `“${short(part)}” is not a scale that Mend can read.`)
  else if (points !== '') {
    const origin = `Daylio, up to ${most} points`
    const of = { min: 0, max: Number(most), better: 'unknown', origin } as const
    collect.add(
      { id: `of ${most}:${key}`, name, kind: 'scale', group: 'other', scale: of },
      when,
      numberOf(points) ?? NaN
    )
  } else if (minutes !== null) {
    collect.add({ id: `time:${key}`, name, kind: 'number', group: 'other', unit: 'min' }, when, minutes)
  } else if (value !== null) {
    const unit = number?.[2] ?? ''
    collect.add(
      { id: `in ${unit}:${key}`, name, kind: 'number', group: 'other', ...(unit !== '' && { unit }) },
      when,
      value
    )
  } else collect.refuse(when.line, `“${short(part)}” is not a scale that Mend can read.`)
}

function note(collect: Collect, when: When, title: string, text: string): void {
  const whole = [title, text].map(withoutTags).filter((part) => part !== '')
  if (whole.length > 0) collect.add(NOTE, when, whole.join('\n'))
}

const CUT = 'This Daylio backup is damaged or was cut off. Make a new one in Daylio, or export a CSV file.'

/** backup.daylio is base64 of JSON; months count from 0, and mood groups from best (1) to worst (5). */
async function backup(file: ImportFile): Promise<ForeignDiary> {
  const bytes = (await unzipped(file, (name) => name === 'backup.daylio')).get('backup.daylio')
  if (bytes === undefined) unreadable(CUT)
  const json = parsedJson(fromBase64(decoded(bytes)))
  const list = (key: string) => {
    const found = isRecord(json) ? json[key] : undefined
    return Array.isArray(found) ? found.filter(isRecord) : []
  }
  if (!isRecord(json) || !Array.isArray(json['dayEntries'])) unreadable(CUT)
  const moods = new Map(list('customMoods').map((mood) => [mood['id'], Number(mood['mood_group_id'])]))
  const tags = new Map(list('tags').map((tag) => [tag['id'], nameOf(tag['name'])]))
  const collect = new Collect()
  list('dayEntries').forEach((entry, i) => {
    const line = i + 1
    const [year, month, date, hour, minute] = ['year', 'month', 'day', 'hour', 'minute'].map((key) =>
      Number(entry[key])
    )
    const two = (n = NaN) => String(n).padStart(2, '0')
    const day = `${year}-${two((month ?? NaN) + 1)}-${two(date)}`
    if (!isDay(day)) return collect.refuse(line, `Entry ${line} has no day that Mend can read.`)
    const when = { day, time: clockFrom(`${hour}:${two(minute)}`), line }
    const group = moods.get(entry['mood']) ?? NaN
    if (group >= 1 && group <= 5) collect.add(MOOD, when, 6 - group)
    else collect.refuse(line, `Entry ${line} has a mood that the backup does not explain.`)
    const ids = Array.isArray(entry['tags']) ? entry['tags'] : []
    activities(collect, when, [...new Set(ids.map((id) => tags.get(id) ?? '').filter((name) => name !== ''))])
    note(collect, when, nameOf(entry['note_title']), nameOf(entry['note']))
  })
  return collect.diary(APP)
}

function fromBase64(text: string): string {
  try {
    return decoded(Uint8Array.from(atob(text.replace(/\s/g, '')), (char) => char.charCodeAt(0)))
  } catch {
    return unreadable(CUT)
  }
}
