import { proxy, wrap } from 'comlink'
import type { Day } from '#domain/day.ts'
import type { TableColumns } from '#domain/import/any-csv/index.ts'
import type { Refusal } from '#domain/import/importer.ts'
import type { Stamp } from '#domain/record.ts'
import { diaryName } from '#storage/diary.ts'
import type { TakenBack } from '#storage/imports.ts'
import { Stopped } from './data-jobs.ts'
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

export type { Choices, ForeignFile, ForeignPreview, Imported, OwnPreview, ReadDiary }

/** A worker of one's own for one file to import. It keeps what it read; closing it early stops it and changes nothing. */
export class ImportJobs {
  readonly #worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' })
  readonly #jobs = wrap<Jobs>(this.#worker)
  readonly #ended: Promise<never>
  #end: (reason: Error) => void = () => undefined

  constructor() {
    this.#ended = new Promise<never>((_, reject) => (this.#end = reject))
    // Nobody may be waiting when it ends.
    this.#ended.catch(() => undefined)
    this.#worker.addEventListener('error', ({ message }) => this.#end(new Error(message)))
  }

  open(file: File, today: Day, onProgress: Progress): Promise<OwnPreview | ForeignFile | Refusal> {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    return Promise.race([this.#jobs.open(diaryName(), file, today, zone, proxy(onProgress)), this.#ended])
  }

  readAs(app: string, onProgress: Progress): Promise<ForeignFile> {
    return Promise.race([this.#jobs.readAs(app, proxy(onProgress)), this.#ended])
  }

  readColumns(columns: TableColumns): Promise<ForeignFile> {
    return Promise.race([this.#jobs.readColumns(columns), this.#ended])
  }

  preview(choices: Choices): Promise<ForeignPreview> {
    return Promise.race([this.#jobs.preview(choices), this.#ended])
  }

  importForeign(choices: Choices): Promise<Imported> {
    return Promise.race([this.#jobs.importForeign(choices), this.#ended])
  }

  importOwn(today: Day): Promise<string | null> {
    return Promise.race([this.#jobs.importOwn(today), this.#ended])
  }

  undo(batch: Stamp): Promise<TakenBack | null> {
    return Promise.race([this.#jobs.undo(diaryName(), batch), this.#ended])
  }

  close(): void {
    this.#worker.terminate()
    this.#end(new Stopped())
  }
}
