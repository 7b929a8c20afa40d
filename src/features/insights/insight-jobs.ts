import { proxy, wrap, type Remote } from 'comlink'
import type { Day } from '#domain/day.ts'
import { diaryName } from '#storage/diary.ts'
import { WorkerJobs } from '#ui/worker-jobs.ts'
import type { InsightJobs, Kept, Reach } from './insight-worker.ts'

export type { Kept, Reach }

/** A worker for one look. Close it when done; closing it early cancels. */
export class Look extends WorkerJobs {
  readonly #jobs: Remote<InsightJobs>

  constructor() {
    const worker = new Worker(new URL('./insight-worker.ts', import.meta.url), { type: 'module' })
    super(worker)
    this.#jobs = wrap<InsightJobs>(worker)
  }

  fingerprint(reach: Reach, today: Day): Promise<string> {
    return this.answer(this.#jobs.fingerprint(diaryName(), reach, today))
  }

  look(reach: Reach, today: Day, onProgress: (share: number) => void): Promise<Kept> {
    return this.answer(this.#jobs.look(diaryName(), reach, today, proxy(onProgress)))
  }
}
