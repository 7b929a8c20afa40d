import { createSubscriber } from 'svelte/reactivity'

/** What can be watched: it says its answer now, and again whenever it changes. */
interface Observable<T> {
  subscribe(next: (value: T) => void, error: (error: unknown) => void): { unsubscribe(): void }
}

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
      const subscription = source.subscribe(
        (value) => {
          const isNews = known === undefined || JSON.stringify(known) !== JSON.stringify(value)
          known = undefined
          if (!isNews) return
          this.#current = value
          this.#error = undefined
          update()
        },
        (error) => {
          this.#error = error
          update()
        }
      )
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
