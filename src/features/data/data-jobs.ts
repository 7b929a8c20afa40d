import { proxy, wrap } from 'comlink'
import type { Day } from '#domain/day.ts'
import type { Refusal } from '#domain/backup/refusal.ts'
import type { Difference } from '#domain/backup/difference.ts'
import type { Stamp } from '#domain/record.ts'
import type { RestoreMode } from '#storage/backup.ts'
import { diaryName } from '#storage/diary.ts'
import type { Taken } from '#storage/take-snapshot.ts'
import type { LockedBackup, MadeBackup, OpenedBackup, Restored } from './backup-work.ts'
import type { CsvKind, Jobs, MadeFile, Progress } from './data-worker.ts'
import type { ExportKind, ExportOptions, MadeExport } from './export-work.ts'

export type { CsvKind, ExportKind, OpenedBackup, Restored }

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

  exportAll(options: ExportOptions, onProgress: Progress): Promise<MadeExport | null> {
    return Promise.race([this.#jobs.exportAll(diaryName(), options, proxy(onProgress)), this.#ended])
  }

  makeBackup(today: Day, passphrase: string | null): Promise<MadeBackup> {
    return Promise.race([this.#jobs.makeBackup(diaryName(), today, passphrase), this.#ended])
  }

  openBackup(file: File, passphrase: string | null): Promise<OpenedBackup | LockedBackup | Refusal> {
    return Promise.race([this.#jobs.openBackup(diaryName(), file, passphrase), this.#ended])
  }

  rememberCheck(today: Day): Promise<void> {
    return Promise.race([this.#jobs.rememberCheck(today), this.#ended])
  }

  applyBackup(mode: RestoreMode, today: Day): Promise<Restored> {
    return Promise.race([this.#jobs.applyBackup(mode, today), this.#ended])
  }

  takeSnapshot(why: 'daily' | 'erase', today: Day): Promise<Taken> {
    return Promise.race([this.#jobs.takeSnapshot(diaryName(), why, today), this.#ended])
  }

  compareSnapshot(id: Stamp): Promise<Difference | null> {
    return Promise.race([this.#jobs.compareSnapshot(diaryName(), id), this.#ended])
  }

  goBack(id: Stamp, today: Day): Promise<Restored> {
    return Promise.race([this.#jobs.goBack(diaryName(), id, today), this.#ended])
  }

  close(): void {
    this.#worker.terminate()
    this.#end(new Stopped())
  }
}
