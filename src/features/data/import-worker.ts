/** Reading files of other apps and of Mend, away from the page. It reads and writes the diary itself. */
import { expose } from 'comlink'
import { previewOf, type Held, type ImportWrites } from '#domain/csv/merge.ts'
import { readLong, type Refused } from '#domain/csv/read-long.ts'
import type { Day } from '#domain/day.ts'
import { guessTable, readTable, type TableColumns, type TableGuess } from '#domain/import/any-csv/index.ts'
import { applied, importPreview, type Applied, type ItemCount } from '#domain/import/apply.ts'
import { detected, IMPORTERS } from '#domain/import/detect.ts'
import { fileOfBlob, headOf, textOf } from '#domain/import/files.ts'
import {
  refusal,
  Unreadable,
  type ForeignDiary,
  type Importer,
  type ImportFile,
  type RefusedLine,
  type Refusal
} from '#domain/import/importer.ts'
import { suggestionsFor, type Choice, type Suggestion } from '#domain/import/suggest.ts'
import type { Tracked } from '#domain/tracked.ts'
import { useDiary, type DiaryName } from '#storage/diary.ts'
import { findHeld, saveImport } from '#storage/entries.ts'
import { failureText } from '#storage/failure.ts'
import { findUndone, saveForeignImport, undoImport, type ImportBatch, type TakenBack } from '#storage/imports.ts'
import { findItems } from '#storage/items.ts'
import { takeSnapshot } from '#storage/take-snapshot.ts'

/** Hears which share of the work is done, 0–1. */
export type Progress = (share: number) => void

/** What importing a file that Mend wrote would do. */
export interface OwnPreview {
  is: 'own'
  read: number
  /** On which something would come in or change. */
  days: number
  new: number
  changed: number
  unchanged: number
  kept: number
  /** Names of the own items that come along. */
  items: string[]
  /** The first of them; `refusedLines` counts them all, `moreRefused` those not listed. */
  refused: Refused[]
  refusedLines: number
  moreRefused: number
}

export interface AppName {
  id: string
  name: string
}

/** What another app's file holds. */
export interface ReadDiary {
  is: 'read'
  suggestions: Suggestion[]
  notes: string[]
  entries: number
  days: number
  /** null where nothing could be read. */
  period: { first: Day; last: Day } | null
  refused: RefusedLine[]
  refusedLines: number
}

/** A file that was recognised as another app's. */
export interface ForeignFile {
  is: 'foreign'
  app: AppName
  isSure: boolean
  /** Apps that could have written it as well. */
  others: AppName[]
  /** Of any other table: its columns, and which of them were taken for what. */
  table: { guess: TableGuess; columns: TableColumns | null } | null
  diary: ReadDiary | Refusal
  /** The diary's own items. */
  items: Tracked[]
}

/** What the choices would do. */
export interface ForeignPreview {
  days: number
  new: number
  unchanged: number
  kept: number
  removed: number
  /** How many of the person's own items would be made. */
  made: number
  /** Items of the diary that are off, and would get entries. */
  off: number
  refused: RefusedLine[]
  refusedLines: number
  counts: [item: string, ItemCount][]
}

export interface Choices {
  choices: [item: string, choice: Choice][]
  /** Bring back what was removed. */
  again: boolean
  /** Ask about what comes in on Today, and show it in Trends. */
  follow: boolean
}

export type Imported =
  | { is: 'imported'; preview: Omit<ForeignPreview, 'counts'>; batch: ImportBatch | null }
  | { is: 'failed'; message: string }

/** Rows that cannot be read are listed up to here. */
export const SHOWN_REFUSALS = 20
/** Ten full years are about 10 MB. */
const OWN_MAX_BYTES = 200_000_000
const SURE = 0.9

interface Open {
  file: ImportFile
  importer: Importer
  others: Importer[]
  isSure: boolean
  text: string | null
  diary: ForeignDiary | null
  items: Tracked[]
  held: Held
  today: Day
}

let waiting: ImportWrites | null = null
let open: Open | null = null

const nameOf = ({ id, name }: AppName): AppName => ({ id, name })

/** Written by Mend itself: its own reader says more about it than any other. */
const isOwnHeader = (header: readonly string[]): boolean =>
  ['entry_id', 'item_id'].some((name) => header.includes(name)) ||
  (header[0] === 'day' && header.includes('weekday') && header.includes('logged'))

const isBackup = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0x1f && bytes[1] === 0x8b) || new TextDecoder().decode(bytes).startsWith('age-encryption.org/')

async function openOwn(file: File, today: Day, onProgress: Progress): Promise<OwnPreview | Refusal> {
  if (file.size > OWN_MAX_BYTES) {
    return refusal('This file is far larger than any diary. Choose one that “Export CSV” made.')
  }
  const bytes = new Uint8Array(await file.arrayBuffer())
  onProgress(0.1)
  const read = readLong(bytes, { items: await findItems(), today })
  if (read.is === 'foreign') return refusal(read.message)
  onProgress(0.7)
  const days = read.entries.map(({ day }) => day).sort()
  const held = await findHeld(days[0] ?? today, days.at(-1) ?? today)
  onProgress(0.8)
  const { writes, refused, ...counts } = previewOf(held, read)
  waiting = writes
  onProgress(1)
  return {
    is: 'own',
    ...counts,
    days: new Set(writes.entries.map(({ day }) => day)).size,
    items: writes.items.map(({ own }) => own.name),
    refused: refused.slice(0, SHOWN_REFUSALS),
    refusedLines: refused.reduce((sum, { lines }) => sum + lines.length, 0),
    moreRefused: Math.max(0, refused.length - SHOWN_REFUSALS)
  }
}

async function withDiary(
  at: Open,
  diary: ForeignDiary | Refusal,
  table: ForeignFile['table'] = null
): Promise<ForeignFile> {
  at.diary = diary.is === 'diary' ? diary : null
  const days = at.diary === null ? [] : [...new Set(at.diary.entries.map(({ day }) => day))].sort()
  const [first, last] = [days[0], days.at(-1)]
  at.held = first === undefined || last === undefined ? { days: [], events: [] } : await findHeld(first, last)
  return {
    is: 'foreign',
    app: nameOf(at.importer),
    isSure: at.isSure,
    others: at.others.map(nameOf),
    table,
    items: at.items,
    diary:
      diary.is === 'refusal'
        ? diary
        : {
            is: 'read',
            suggestions: suggestionsFor(diary, at.items),
            notes: diary.notes,
            entries: diary.entries.length,
            days: days.length,
            period: first === undefined || last === undefined ? null : { first, last },
            refused: diary.refused.slice(0, SHOWN_REFUSALS),
            refusedLines: diary.refused.length
          }
  }
}

async function readWith(at: Open, onProgress: Progress): Promise<ForeignFile> {
  if (at.importer.id !== 'any-csv') return withDiary(at, await at.importer.read(at.file, onProgress))
  return orRefusal(at, async () => {
    at.text = await textOf(at.file)
    return readColumnsOf(at, guessTable(at.text).columns)
  })
}

/** A table by its columns; without any, the person has to say. */
function readColumnsOf(at: Open, columns: TableColumns | null): Promise<ForeignFile> {
  const text = at.text ?? ''
  const guess = guessTable(text)
  const table = { guess, columns }
  return orRefusal(at, () => withDiary(at, readTable(text, columns ?? undefined), table), table)
}

async function orRefusal(
  at: Open,
  read: () => Promise<ForeignFile>,
  table: ForeignFile['table'] = null
): Promise<ForeignFile> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof Unreadable) return withDiary(at, refusal(error.message), table)
    throw error
  }
}

function opened(): Open & { diary: ForeignDiary } {
  if (open === null || open.diary === null) throw new Error('No file is open.')
  return { ...open, diary: open.diary }
}

function appliedTo({ diary, items, today, file }: Open & { diary: ForeignDiary }, { choices }: Choices): Applied {
  // The stamp is given when it is saved.
  return applied(diary, new Map(choices), { items, today, zone: file.zone, stamp: 0 })
}

const offIn = (items: readonly Tracked[], { entries }: ImportWrites): string[] => {
  const used = new Set(entries.map(({ item }) => item.id))
  return items.filter((item) => used.has(item.id) && !item.active).map(({ id }) => id)
}

type Counts = Pick<ForeignPreview, 'new' | 'unchanged' | 'kept' | 'removed'> & { writes: ImportWrites }

function summary(at: Open & { diary: ForeignDiary }, rows: Applied, { writes, ...counts }: Counts) {
  const refused = [...at.diary.refused, ...rows.refused].sort((a, b) => a.line - b.line)
  return {
    days: new Set(writes.entries.map(({ day }) => day)).size,
    new: counts.new,
    unchanged: counts.unchanged,
    kept: counts.kept,
    removed: counts.removed,
    made: writes.items.length,
    off: offIn(at.items, writes).length,
    refused: refused.slice(0, SHOWN_REFUSALS),
    refusedLines: refused.length
  }
}

const jobs = {
  /** Says what a file is and what importing it would do. Changes nothing. */
  async open(
    diary: DiaryName,
    file: File,
    today: Day,
    zone: string,
    onProgress: Progress
  ): Promise<OwnPreview | ForeignFile | Refusal> {
    useDiary(diary)
    waiting = open = null
    const source = fileOfBlob(file, zone)
    const head = await headOf(source)
    if (isOwnHeader(head.rows[0] ?? [])) return openOwn(file, today, onProgress)
    if (isBackup(await source.slice(0, 40))) {
      return refusal('This looks like a backup of Mend. Choose it under “Restore”.')
    }
    const found = await detected(source)
    if (found.is === 'refusal') return found
    const { importer, others, confidence } = found
    const items = await findItems()
    const held = { days: [], events: [] }
    open = { ...found, importer, others, isSure: confidence >= SURE, text: null, diary: null, items, held, today }
    const read = await readWith(open, onProgress)
    // Where nothing else can be tried, the reason is all there is to say.
    return read.diary.is === 'refusal' && read.others.length === 0 && read.table === null ? read.diary : read
  },

  /** Reads the same file as another app's. */
  async readAs(app: string, onProgress: Progress): Promise<ForeignFile> {
    const importer = IMPORTERS.find(({ id }) => id === app)
    if (open === null || importer === undefined) throw new Error('No file is open.')
    open.others = [open.importer, ...open.others].filter((each) => each !== importer)
    open.importer = importer
    return readWith(open, onProgress)
  },

  /** Reads the table by other columns. */
  async readColumns(columns: TableColumns): Promise<ForeignFile> {
    if (open === null) throw new Error('No file is open.')
    return readColumnsOf(open, columns)
  },

  async preview(choices: Choices): Promise<ForeignPreview> {
    const at = opened()
    const rows = appliedTo(at, choices)
    const undone = await findUndone()
    const preview = importPreview(at.held, rows, { again: choices.again, undone })
    return { ...summary(at, rows, preview), counts: [...rows.counts] }
  },

  /** Puts in what was chosen, after a snapshot. */
  async importForeign(choices: Choices): Promise<Imported> {
    const at = opened()
    try {
      const writes = appliedTo(at, choices)
      await takeSnapshot('import', at.today)
      const { preview, batch } = await saveForeignImport({
        app: at.importer.name,
        day: at.today,
        writes,
        again: choices.again,
        switchOn: choices.follow ? offIn(at.items, writes) : [],
        switchOnMade: choices.follow
      })
      return { is: 'imported', preview: summary(at, writes, preview), batch }
    } catch (error) {
      return { is: 'failed', message: failureText(error) }
    }
  },

  /** Puts in what Mend's own file would change, after a snapshot; resolves with why it could not, or null. */
  async importOwn(today: Day): Promise<string | null> {
    try {
      if (waiting !== null) {
        await takeSnapshot('import', today)
        await saveImport(waiting)
      }
      waiting = null
      return null
    } catch (error) {
      return failureText(error)
    }
  },

  /** Takes an earlier import back; null where it is not remembered any more. */
  async undo(diary: DiaryName, batch: number): Promise<TakenBack | null> {
    useDiary(diary)
    return undoImport(batch)
  }
}

export type Jobs = typeof jobs

expose(jobs)
