import { createSubscriber } from 'svelte/reactivity'

/** What can be watched: it says its answer now, and again whenever it changes. */
interface Observable<T, K> {
  subscribe(next: (value: T) => void, error: (error: unknown) => void, known?: K): { unsubscribe(): void }
}

/**
 * What an observable last said, as a value that components read. Make a new one when the question changes:
 * `const record = $derived(new Live(watchDays(day, day)))`, then `record.current`. Until the first answer comes it is undefined,
 * so that one day's answer is never shown under another day's heading.
 */
export class Live<T, K extends { value: T } = { value: T }> {
  #current: T | undefined
  #error: unknown
  readonly #subscribe: () => void

  /** `known` is an answer read before: the source says whether it still holds. */
  constructor(source: Observable<T, K>, known?: K) {
    this.#current = known?.value
    this.#subscribe = createSubscriber((update) => {
      const subscription = source.subscribe(
        (value) => {
          this.#current = value
          this.#error = undefined
          update()
        },
        (error) => {
          this.#error = error
          update()
        },
        known
      )
      known = undefined
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
