/** The files for other programs, as the data worker makes them. */
import { fhirBundle } from '#domain/export/fhir/bundle.ts'
import { jsonExport } from '#domain/export/json.ts'
import { tableFiles, zipped } from '#domain/export/tables-zip.ts'
import { exportFileName, spanOf, wholeDiary } from '#domain/export/whole-diary.ts'
import { dayOf } from '#domain/day.ts'
import { findTables } from '#storage/backup.ts'
import { useDiary, type DiaryName } from '#storage/diary.ts'
import { findSettings } from '#storage/settings.ts'
import { nextStamp } from '#storage/stamp.ts'

/** tables: a zip of CSV files · fhir: a FHIR R4 Bundle · json: everything, explained. */
export type ExportKind = 'tables' | 'fhir' | 'json'

export interface ExportOptions {
  kind: ExportKind
  /** tables: with the mark that Excel needs. */
  excel: boolean
  /** fhir: with the foods that are likely reacted to. */
  withReactions: boolean
}

/** A file, and how many of its parts there are: files in the zip, resources, days and events. */
export interface MadeExport {
  file: File
  count: number
}

export const exportWork = {
  /** The file; null where nothing is recorded yet. */
  async exportAll(
    diary: DiaryName,
    { kind, excel, withReactions }: ExportOptions,
    onProgress: (share: number) => void
  ): Promise<MadeExport | null> {
    useDiary(diary)
    const [tables, { dayStart }] = [await findTables(), await findSettings()]
    const span = spanOf(wholeDiary(tables))
    if (span === null) return null
    const at = nextStamp()
    const today = dayOf(new Date(at), dayStart)
    const made = new Date(at).toISOString()
    onProgress(0.1)
    if (kind === 'tables') {
      const files = tableFiles(tables, today)?.files ?? []
      onProgress(0.7)
      const name = exportFileName('tables', span, excel ? '-excel.zip' : '.zip')
      return { file: new File([zipped(files, at, { excel })], name, { type: 'application/zip' }), count: files.length }
    }
    if (kind === 'fhir') {
      const bundle = await fhirBundle(tables, { made, today, withReactions }, (share) => onProgress(0.1 + 0.8 * share))
      return { file: jsonFile(bundle, exportFileName('fhir', span, '.json')), count: bundle.entry.length }
    }
    const all = jsonExport(tables, span, made)
    const count = all.tables.days.length + all.tables.events.length
    return { file: jsonFile(all, exportFileName('all', span, '.json'), 1), count }
  }
}

const jsonFile = (value: unknown, name: string, indent?: number): File =>
  new File([JSON.stringify(value, null, indent)], name, { type: 'application/json' })
