import { proxy, wrap } from 'comlink'
import type { Day } from '#domain/day.ts'
import { diaryName } from '#storage/diary.ts'
import { WorkerJobs } from '#ui/worker-jobs.ts'
import type { InsightJobs, Kept, Reach } from './insight-worker.ts'
import workerUrl from './insight-worker.ts?worker&url'

export type { Kept, Reach }

/** A worker for one look. Close it when done; closing it early cancels. */
export class Look extends WorkerJobs {
  readonly #jobs = wrap<InsightJobs>(this.worker)

  constructor() {
    super(workerUrl)
  }

  fingerprint(reach: Reach, today: Day): Promise<string> {
    return this.answer(this.#jobs.fingerprint(diaryName(), reach, today))
  }

  look(reach: Reach, today: Day, onProgress: (share: number) => void): Promise<Kept> {
    return this.answerWith(onProgress, (tell) => this.#jobs.look(diaryName(), reach, today, proxy(tell)))
  }
}
