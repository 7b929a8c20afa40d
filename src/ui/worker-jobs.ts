import { ownScript } from './trusted.ts'

/** What a job that was stopped rejects with. */
export class Stopped extends Error {}

/** A worker of one's own for one piece of work. Close it when done; closing it early stops it. */
export class WorkerJobs {
  static readonly #open = new Set<WorkerJobs>()
  protected readonly worker: Worker
  readonly #ended: Promise<never>
  #end: (reason: Error) => void = () => undefined

  constructor(url: string) {
    this.worker = new Worker(ownScript(url), { type: 'module' })
    this.#ended = new Promise<never>((_, reject) => (this.#end = reject))
    // Nobody may be waiting when it ends.
    this.#ended.catch(() => undefined)
    this.worker.addEventListener('error', ({ message }) => this.#end(new Error(message)))
    WorkerJobs.#open.add(this)
  }

  /** The answer, or why the worker ended before it came. */
  protected answer<P extends Promise<unknown>>(answer: P): Promise<Awaited<P>> {
    return Promise.race([answer, this.#ended]) as Promise<Awaited<P>>
  }

  /** The same, with word of the progress until the answer is there: one message of a worker may overtake another. */
  protected async answerWith<D, P extends Promise<unknown>>(
    onProgress: (done: D) => void,
    ask: (tell: (done: D) => void) => P
  ): Promise<Awaited<P>> {
    let isOver = false
    try {
      return await this.answer(ask((done) => isOver || onProgress(done)))
    } finally {
      isOver = true
    }
  }

  /** Stops all work that this page has in hand. */
  static closeAll(): void {
    WorkerJobs.#open.forEach((jobs) => jobs.close())
  }

  close(): void {
    WorkerJobs.#open.delete(this)
    this.worker.terminate()
    this.#end(new Stopped())
  }
}
