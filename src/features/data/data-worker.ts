/** The long work on files, away from the page. It reads and writes the diary itself. */
import { expose } from 'comlink'
import { addToSurvey, dailyTable, emptySurvey } from '#domain/csv/daily.ts'
import { longTable } from '#domain/csv/long.ts'
import { csvFileName, csvParts, type Stretch } from '#domain/csv/table.ts'
import { useDiary, type DiaryName } from '#storage/diary.ts'
import { findStretches } from '#storage/entries.ts'
import { findItems } from '#storage/items.ts'
import { backupWork } from './backup-work.ts'
import { exportWork } from './export-work.ts'

/** long: the entries, which Import reads back. daily: a line for each day. */
export type CsvKind = 'long' | 'daily'

export interface MadeFile {
  file: File
  rows: number
}

/** Hears which share of the work is done, 0–1. */
export type Progress = (share: number) => void

const jobs = {
  ...backupWork,
  ...exportWork,

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
  }
}

export type Jobs = typeof jobs

expose(jobs)
