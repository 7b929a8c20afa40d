/** Nomie: the backups of versions 3 to 6 and its CSV tables. What was written is in notes: '#mood(4) #coffee text'. */
import { isDay } from '#domain/day.ts'
import { Collect, keyOf, type When } from '#domain/import/collect.ts'
import { localTime } from '#domain/import/dates.ts'
import { parsedJson, textOf } from '#domain/import/files.ts'
import { importer, unreadable, type ForeignDiary } from '#domain/import/importer.ts'
import { columnsOf, numberOf, short, tableRows } from '#domain/import/table.ts'
import { isRecord } from '#domain/kinds/kind.ts'

const APP = { id: 'nomie', name: 'Nomie' }
const BOOKS = /books[-_/](?!.*_last)/

interface Tracker {
  tag: string
  label: string
  type: string
  uom: string
  min: number
  max: number
}

const words = (raw: unknown): string => (typeof raw === 'string' ? raw : '')
const records = (raw: unknown) => (Array.isArray(raw) ? raw : isRecord(raw) ? Object.values(raw) : []).filter(isRecord)

/** Nomie's table of days: newest first, and a number in every cell. */
function isMatrix([header = [], ...rows]: readonly (readonly string[])[]): boolean {
  const days = rows.map(([day = '']) => day.slice(0, 10))
  return (
    header[0] === 'date' &&
    header.length > 1 &&
    header.slice(1).every((name) => /^[\p{Ll}\p{N}_-]+$/u.test(name)) &&
    days.length > 1 &&
    days.every((day, i) => isDay(day) && (i === 0 || day < (days[i - 1] ?? ''))) &&
    rows.every((cells) => cells.slice(1).every((cell) => cell === 'NaN' || numberOf(cell) !== null))
  )
}
const isDetailed = (header: readonly string[]) =>
  ['epoch', 'start', 'end', 'offset', 'note'].every((name) => header.includes(name))

export const nomie = importer({
  ...APP,
  detect: ({ is, text, rows }) => {
    if (is === 'json') {
      if (/^\{\s*"nomie"\s*:/.test(text.trimStart())) return 1
      if (/"files"\s*:/.test(text) && /"(trackers\.json|data\/books)/.test(text)) return 1
      return /"nomie"\s*:\s*\{/.test(text) && /"(trackers|events)"\s*:/.test(text) ? 0.9 : 0
    }
    const header = rows[0] ?? []
    // The whole of the head but its last line, which may be cut.
    return isDetailed(header) ? 1 : isMatrix(rows.length > 3 ? rows.slice(0, -1) : rows) ? 0.3 : 0
  },
  async read(file, onProgress) {
    const text = await textOf(file)
    return /^\s*\{/.test(text) ? backup(parsedJson(text), file.zone, onProgress) : table(text, file.zone)
  }
})

function backup(json: unknown, zone: string, onProgress: (share: number) => void): ForeignDiary {
  if (!isRecord(json)) return unreadable('This is not a backup of Nomie. Make one under Settings, Data in Nomie.')
  const files = isRecord(json['files']) ? json['files'] : null
  const events = files
    ? Object.entries(files).flatMap(([name, book]) => (BOOKS.test(name) ? records(book) : []))
    : records(json['events'])
  const trackers = trackersIn(files ? files['trackers.json'] : json['trackers'])
  if (events.length === 0)
    unreadable('This Nomie file has trackers but nothing recorded with them. Choose a full backup.')
  const collect = new Collect()
  events.forEach((event, i) => {
    if (i % 5000 === 0) onProgress(i / events.length)
    const line = i + 1
    const end = typeof event['end'] === 'number' ? event['end'] : Date.parse(words(event['end']))
    const at = localTime(end, zone)
    if (at === null) return collect.refuse(line, `Entry ${line} has no time that Mend can read.`)
    const notes = event['note'] ?? event['notes']
    note(collect, trackers, { ...at, line }, words(notes))
  })
  return collect.diary(APP)
}

function trackersIn(raw: unknown): Map<string, Tracker> {
  const list = Array.isArray(raw) ? raw.map((each) => ['', each] as const) : isRecord(raw) ? Object.entries(raw) : []
  return new Map(
    list.flatMap(([key, each]) => {
      if (!isRecord(each)) return []
      const tag = words(each['tag']) || key
      const tracker: Tracker = {
        tag,
        label: words(each['label']) || tag,
        type: words(each['type']),
        uom: words(each['uom']),
        min: Number(each['min']),
        max: Number(each['max'])
      }
      return [[keyOf(tag), tracker]]
    })
  )
}

/** `#tag`, `#tag(value)`, `@person`, `+context` and words between them. */
function note(collect: Collect, trackers: ReadonlyMap<string, Tracker>, when: When, text: string): void {
  const rest = text.replace(
    /([#@+])([\p{L}\p{N}_-]+)(?:\(([^()]*)\))?/gu,
    (whole, mark: string, tag: string, value: string | undefined, at: number) => {
      if (at > 0 && !/\s/.test(text[at - 1] ?? '')) return whole
      if (mark === '#') tracked(collect, trackers.get(keyOf(tag)), tag, value?.trim() ?? '', when)
      else
        collect.add({ id: `${mark}${keyOf(tag)}`, name: `${mark}${tag}`, kind: 'yes-no', group: 'other' }, when, true)
      return ''
    }
  )
  const words = rest.replace(/[^\S\n]+/g, ' ').trim()
  if (words !== '') collect.add({ id: 'note', name: 'Notes', kind: 'text', group: 'note' }, when, words)
}

/** A bare tag is one of it. Timers count seconds. */
function tracked(collect: Collect, tracker: Tracker | undefined, tag: string, written: string, when: When): void {
  const name = tracker?.label ?? tag
  const type = tracker?.type ?? ''
  const value = numberOf(written)
  const id = `${keyOf(tag)}`
  if (written !== '' && value === null) {
    return collect.refuse(when.line, `“${short(written)}” is not a number for ${short(name)}.`)
  }
  if (type === 'timer') {
    return collect.add(
      { id: `${id} timer`, name, kind: 'number', group: 'other', unit: 'min' },
      when,
      (value ?? 0) / 60
    )
  }
  const { min = NaN, max = NaN, uom = '' } = tracker ?? {}
  if (type === 'range' && max > min && value !== null) {
    const scale = { min, max, better: 'unknown', origin: `Nomie, ${min} to ${max}` } as const
    return collect.add({ id: `${id} range`, name, kind: 'scale', group: 'other', scale }, when, value)
  }
  if (type === 'tick' || (type === '' && value === null)) {
    return collect.add({ id: `${id} tick`, name, kind: 'yes-no', group: 'other' }, when, value !== 0)
  }
  const unit = uom !== '' && uom !== 'num' && { unit: uom }
  collect.add({ id: `${id} value`, name, kind: 'number', group: 'other', ...unit }, when, value ?? 1)
}

function table(text: string, zone: string): ForeignDiary {
  const [head, ...rows] = tableRows(text, { strict: true, separator: ',' })
  const header = head?.cells ?? []
  const column = columnsOf(header)
  const collect = new Collect()
  if (isDetailed(header)) {
    const done = new Set<string>()
    for (const row of rows) {
      const epoch = Number(column(row, 'epoch'))
      const at = localTime(epoch < 1e11 ? epoch * 1000 : epoch, zone)
      // Up to version 5 an entry has a line for each of its trackers, with the whole note on each.
      const whole = `${column(row, 'epoch')} ${column(row, 'note')}`
      if (at === null) collect.refuse(row.line, `“${short(column(row, 'epoch'))}” is not a time that Mend can read.`)
      else if (!done.has(whole)) note(collect, new Map(), { ...at, line: row.line }, column(row, 'note'))
      done.add(whole)
    }
    return collect.diary(APP)
  }
  collect.notes.push(
    'This table has 0 for every day without a value, so its zeros were left out. A backup tells them apart.'
  )
  for (const row of rows) {
    const day = (row.cells[0] ?? '').slice(0, 10)
    if (!isDay(day)) {
      collect.refuse(
        row.line,
        `“${short(row.cells[0] ?? '')}” is not a day that Mend can read. Days look like 2026-11-23.`
      )
      continue
    }
    header.slice(1).forEach((tag, i) => {
      const cell = row.cells[i + 1] ?? ''
      if (cell !== '' && cell !== '0' && cell !== 'NaN') tracked(collect, undefined, tag, cell, { day, line: row.line })
    })
  }
  return collect.diary(APP)
}
