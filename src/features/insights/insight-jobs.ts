import { proxy, wrap } from 'comlink'
import type { Day } from '#domain/day.ts'
import { diaryName } from '#storage/diary.ts'
import type { InsightJobs, Kept, Reach } from './insight-worker.ts'

export type { Kept, Reach }

/** What a look that was cancelled rejects with. */
export class Cancelled extends Error {}

/** A worker for one look. Close it when done; closing it early cancels. */
export class Look {
  readonly #worker = new Worker(new URL('./insight-worker.ts', import.meta.url), { type: 'module' })
  readonly #jobs = wrap<InsightJobs>(this.#worker)
  readonly #ended: Promise<never>
  #end: (reason: Error) => void = () => undefined

  constructor() {
    this.#ended = new Promise<never>((_, reject) => (this.#end = reject))
    // Nobody may be waiting when it ends.
    this.#ended.catch(() => undefined)
    this.#worker.addEventListener('error', ({ message }) => this.#end(new Error(message)))
  }

  fingerprint(reach: Reach, today: Day): Promise<string> {
    return Promise.race([this.#jobs.fingerprint(diaryName(), reach, today), this.#ended])
  }

  look(reach: Reach, today: Day, onProgress: (share: number) => void): Promise<Kept> {
    return Promise.race([this.#jobs.look(diaryName(), reach, today, proxy(onProgress)), this.#ended])
  }

  close(): void {
    this.#worker.terminate()
    this.#end(new Cancelled())
  }
}
