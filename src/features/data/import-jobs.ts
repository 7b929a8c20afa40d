import { proxy, wrap } from 'comlink'
import type { Day } from '#domain/day.ts'
import type { TableColumns } from '#domain/import/any-csv/index.ts'
import type { Refusal } from '#domain/import/importer.ts'
import type { Stamp } from '#domain/record.ts'
import { diaryName } from '#storage/diary.ts'
import type { TakenBack } from '#storage/imports.ts'
import { WorkerJobs } from '#ui/worker-jobs.ts'
import type {
  Choices,
  ForeignFile,
  ForeignPreview,
  Imported,
  Jobs,
  OwnPreview,
  Progress,
  ReadDiary
} from './import-worker.ts'
import workerUrl from './import-worker.ts?worker&url'

export type { Choices, ForeignFile, ForeignPreview, Imported, OwnPreview, ReadDiary }

/** A worker of one's own for one file to import. It keeps what it read; closing it early stops it and changes nothing. */
export class ImportJobs extends WorkerJobs {
  readonly #jobs = wrap<Jobs>(this.worker)

  constructor() {
    super(workerUrl)
  }

  open(file: File, today: Day, onProgress: Progress): Promise<OwnPreview | ForeignFile | Refusal> {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    return this.answerWith(onProgress, (tell) => this.#jobs.open(diaryName(), file, today, zone, proxy(tell)))
  }

  readAs(app: string, onProgress: Progress): Promise<ForeignFile> {
    return this.answerWith(onProgress, (tell) => this.#jobs.readAs(app, proxy(tell)))
  }

  readColumns(columns: TableColumns): Promise<ForeignFile> {
    return this.answer(this.#jobs.readColumns(columns))
  }

  preview(choices: Choices): Promise<ForeignPreview> {
    return this.answer(this.#jobs.preview(choices))
  }

  importForeign(choices: Choices): Promise<Imported> {
    return this.answer(this.#jobs.importForeign(choices))
  }

  importOwn(today: Day): Promise<string | null> {
    return this.answer(this.#jobs.importOwn(today))
  }

  undo(batch: Stamp): Promise<TakenBack | null> {
    return this.answer(this.#jobs.undo(diaryName(), batch))
  }
}
