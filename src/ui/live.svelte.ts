import type { Observable } from 'dexie'
import { createSubscriber } from 'svelte/reactivity'

/**
 * What an observable last said, as a value that components read. Make a new one when the question changes:
 * `const record = $derived(new Live(watchDays(day, day)))`, then `record.current`. Until the first answer comes it is undefined,
 * so that one day's answer is never shown under another day's heading.
 */
export class Live<T> {
  #current: T | undefined
  #error: unknown
  readonly #subscribe: () => void

  /** `known` is an answer read before; hearing the same again changes nothing. */
  constructor(source: Observable<T>, known?: T) {
    this.#current = known
    this.#subscribe = createSubscriber((update) => {
      const subscription = source.subscribe({
        next: (value) => {
          const isNews = known === undefined || JSON.stringify(known) !== JSON.stringify(value)
          known = undefined
          if (!isNews) return
          this.#current = value
          this.#error = undefined
          update()
        },
        error: (error: unknown) => {
          this.#error = error
          update()
        }
      })
      return () => subscription.unsubscribe()
    })
  }

  get current(): T | undefined {
    this.#subscribe()
    return this.#current
  }

  /** Why there is no answer, where the question failed. */
  get error(): unknown {
    this.#subscribe()
    return this.#error
  }
}
