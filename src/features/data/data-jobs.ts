import { proxy, wrap } from 'comlink'
import type { Day } from '#domain/day.ts'
import { diaryName } from '#storage/database.ts'
import type { CsvKind, ImportSummary, Jobs, MadeFile, Progress, Unreadable } from './data-worker.ts'

export type { CsvKind, ImportSummary, MadeFile }

/** What a job that was stopped rejects with. */
export class Stopped extends Error {}

/** A worker of one's own for one piece of work on this page's diary. Close it when done; closing it early stops it. */
export class DataJobs {
  readonly #worker = new Worker(new URL('./data-worker.ts', import.meta.url), { type: 'module' })
  readonly #jobs = wrap<Jobs>(this.#worker)
  readonly #ended: Promise<never>
  #end: (reason: Error) => void = () => undefined

  constructor() {
    this.#ended = new Promise<never>((_, reject) => (this.#end = reject))
    // Nobody may be waiting when it ends.
    this.#ended.catch(() => undefined)
    this.#worker.addEventListener('error', ({ message }) => this.#end(new Error(message)))
  }

  exportCsv(kind: CsvKind, excel: boolean, onProgress: Progress): Promise<MadeFile | null> {
    return Promise.race([this.#jobs.exportCsv(diaryName(), kind, excel, proxy(onProgress)), this.#ended])
  }

  previewImport(file: File, today: Day, onProgress: Progress): Promise<ImportSummary | Unreadable> {
    return Promise.race([this.#jobs.previewImport(diaryName(), file, today, proxy(onProgress)), this.#ended])
  }

  applyImport(): Promise<string | null> {
    return Promise.race([this.#jobs.applyImport(), this.#ended])
  }

  close(): void {
    this.#worker.terminate()
    this.#end(new Stopped())
  }
}
