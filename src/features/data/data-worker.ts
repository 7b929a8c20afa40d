/** The long work on files, away from the page. It reads and writes the diary itself. */
import { expose } from 'comlink'
import { addToSurvey, dailyTable, emptySurvey } from '#domain/csv/daily.ts'
import { longTable } from '#domain/csv/long.ts'
import { previewOf, type ImportWrites } from '#domain/csv/merge.ts'
import { readLong, type Refused } from '#domain/csv/read-long.ts'
import { csvFileName, csvParts, type Stretch } from '#domain/csv/table.ts'
import type { Day } from '#domain/day.ts'
import { useDiary, type DiaryName } from '#storage/diary.ts'
import { findHeld, findStretches, saveImport } from '#storage/entries.ts'
import { failureText } from '#storage/failure.ts'
import { findItems } from '#storage/items.ts'
import { takeSnapshot } from '#storage/take-snapshot.ts'
import { backupWork } from './backup-work.ts'

/** long: the entries, which Import reads back. daily: a line for each day. */
export type CsvKind = 'long' | 'daily'

export interface MadeFile {
  file: File
  rows: number
}

export interface ImportSummary {
  is: 'preview'
  read: number
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

export interface Unreadable {
  is: 'foreign'
  message: string
}

/** Hears which share of the work is done, 0–1. */
export type Progress = (share: number) => void

const SHOWN_REFUSALS = 20
/** Ten full years are about 10 MB. */
const MAX_BYTES = 200_000_000

let waiting: ImportWrites | null = null

const jobs = {
  ...backupWork,

  /** The file; null where nothing is recorded yet. */
  async exportCsv(diary: DiaryName, kind: CsvKind, excel: boolean, onProgress: Progress): Promise<MadeFile | null> {
    useDiary(diary)
    const items = await findItems()
    const seen = emptySurvey()
    const surveyed = async function* (stretches: AsyncIterable<Stretch>) {
      for await (const stretch of stretches) {
        addToSurvey(seen, stretch, items)
        yield stretch
      }
    }
    let stretches = surveyed(findStretches((share) => onProgress(kind === 'long' ? share : share / 2)))
    if (kind === 'daily') {
      // Which columns there are shows only at the end: the diary is gone through twice.
      while (!(await stretches.next()).done);
      stretches = findStretches((share) => onProgress(0.5 + share / 2))
    }
    const parts: string[] = []
    let rows = 0
    const table = kind === 'long' ? longTable(items) : dailyTable(items, seen)
    for await (const part of csvParts(table, stretches, { excel })) {
      parts.push(part.text)
      rows += part.rows
    }
    if (seen.span === null) return null
    const name = csvFileName(kind === 'long' ? 'entries' : 'daily', seen.span, excel)
    return { file: new File(parts, name, { type: 'text/csv;charset=utf-8' }), rows }
  },

  /** Says what importing the file would do, and changes nothing. */
  async previewImport(
    diary: DiaryName,
    file: File,
    today: Day,
    onProgress: Progress
  ): Promise<ImportSummary | Unreadable> {
    useDiary(diary)
    waiting = null
    if (file.size > MAX_BYTES) {
      return { is: 'foreign', message: 'This file is far larger than any diary. Choose one that “Export CSV” made.' }
    }
    const bytes = new Uint8Array(await file.arrayBuffer())
    onProgress(0.1)
    const read = readLong(bytes, { items: await findItems(), today })
    if (read.is === 'foreign') return read
    onProgress(0.7)
    const days = read.entries.map(({ day }) => day).sort()
    const held = await findHeld(days[0] ?? today, days.at(-1) ?? today)
    onProgress(0.8)
    const { writes, refused, ...counts } = previewOf(held, read)
    waiting = writes
    onProgress(1)
    return {
      is: 'preview',
      ...counts,
      items: writes.items.map(({ own }) => own.name),
      refused: refused.slice(0, SHOWN_REFUSALS),
      refusedLines: refused.reduce((sum, { lines }) => sum + lines.length, 0),
      moreRefused: Math.max(0, refused.length - SHOWN_REFUSALS)
    }
  },

  /** Puts in what was previewed last, after a snapshot; resolves with why it could not, or null. */
  async applyImport(today: Day): Promise<string | null> {
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
  }
}

export type Jobs = typeof jobs

expose(jobs)
