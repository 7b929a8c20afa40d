import { proxy, wrap } from 'comlink'
import type { Day } from '#domain/day.ts'
import type { Refusal } from '#domain/backup/refusal.ts'
import type { Difference } from '#domain/backup/difference.ts'
import type { Stamp } from '#domain/record.ts'
import type { RestoreMode } from '#storage/backup.ts'
import { diaryName } from '#storage/diary.ts'
import type { Taken } from '#storage/take-snapshot.ts'
import { WorkerJobs } from '#ui/worker-jobs.ts'
import type { LockedBackup, MadeBackup, OpenedBackup, Restored } from './backup-work.ts'
import type { CsvKind, Jobs, MadeFile, Progress } from './data-worker.ts'
import workerUrl from './data-worker.ts?worker&url'
import type { ExportKind, ExportOptions, MadeExport } from './export-work.ts'

export type { CsvKind, ExportKind, OpenedBackup, Restored }

/** A worker of one's own for one piece of work on this page's diary. Close it when done; closing it early stops it. */
export class DataJobs extends WorkerJobs {
  readonly #jobs = wrap<Jobs>(this.worker)

  constructor() {
    super(workerUrl)
  }

  exportCsv(kind: CsvKind, excel: boolean, onProgress: Progress): Promise<MadeFile | null> {
    return this.answerWith(onProgress, (tell) => this.#jobs.exportCsv(diaryName(), kind, excel, proxy(tell)))
  }

  exportAll(options: ExportOptions, onProgress: Progress): Promise<MadeExport | null> {
    return this.answerWith(onProgress, (tell) => this.#jobs.exportAll(diaryName(), options, proxy(tell)))
  }

  makeBackup(today: Day, passphrase: string | null): Promise<MadeBackup> {
    return this.answer(this.#jobs.makeBackup(diaryName(), today, passphrase))
  }

  openBackup(file: File, passphrase: string | null): Promise<OpenedBackup | LockedBackup | Refusal> {
    return this.answer(this.#jobs.openBackup(diaryName(), file, passphrase))
  }

  rememberCheck(today: Day): Promise<void> {
    return this.answer(this.#jobs.rememberCheck(today))
  }

  applyBackup(mode: RestoreMode, today: Day): Promise<Restored> {
    return this.answer(this.#jobs.applyBackup(mode, today))
  }

  takeSnapshot(why: 'daily' | 'erase', today: Day): Promise<Taken> {
    return this.answer(this.#jobs.takeSnapshot(diaryName(), why, today))
  }

  compareSnapshot(id: Stamp): Promise<Difference | null> {
    return this.answer(this.#jobs.compareSnapshot(diaryName(), id))
  }

  goBack(id: Stamp, today: Day): Promise<Restored> {
    return this.answer(this.#jobs.goBack(diaryName(), id, today))
  }
}
