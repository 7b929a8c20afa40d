import { findTries, saveTries, type Tries } from '#storage/lock.ts'
import { now } from './clock.ts'
import { waitLeft } from './timing.ts'

const TICK_MS = 250

/** Counts wrong passphrases, also over loading the page again, and says how long to wait. */
export class WrongTries {
  #tries: Tries = { count: 0, last: 0 }
  #wait = $state(0)
  #timer: ReturnType<typeof setInterval> | undefined

  /** Seconds until the next try. */
  get wait(): number {
    return this.#wait
  }

  get count(): number {
    return this.#tries.count
  }

  async read(): Promise<void> {
    this.#tries = await findTries()
    this.#tick()
  }

  async add(): Promise<void> {
    this.#tries = { count: this.#tries.count + 1, last: now() }
    this.#tick()
    await saveTries(this.#tries)
  }

  async clear(): Promise<void> {
    this.stop()
    if (this.#tries.count > 0) await saveTries({ count: 0, last: 0 })
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  #tick(): void {
    this.#wait = waitLeft(this.#tries, now())
    clearInterval(this.#timer)
    if (this.#wait > 0) this.#timer = setInterval(() => this.#tick(), TICK_MS)
  }
}
