import { dayOf, type Day } from '#domain/day.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { DEFAULT_SETTINGS, type Settings } from '#domain/settings.ts'
import type { Tracked } from '#domain/tracked.ts'
import { onTrouble, useDiary, type Trouble } from '#storage/database.ts'
import { watchItems } from '#storage/items.ts'
import { watchPlan } from '#storage/plans.ts'
import { watchSettings } from '#storage/settings.ts'
import { Live } from '#ui/live.svelte.ts'

const HOUR_MS = 3_600_000

/** What every page needs: the person's items, settings and plan, and today's date. The only reader of the clock. */
class App {
  readonly #items = new Live(watchItems())
  readonly #settings = new Live(watchSettings())
  readonly #plan = new Live(watchPlan())
  #now = $state.raw(new Date())
  #trouble = $state.raw<Trouble | null>(null)
  #holds = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #today = $derived(dayOf(this.#now, this.settings.dayStart))

  get items(): readonly Tracked[] | undefined {
    return this.#items.current
  }

  get settings(): Settings {
    return this.#settings.current ?? DEFAULT_SETTINGS
  }

  get plan(): Plan | null {
    return this.#plan.current ?? null
  }

  /** Everything a page is drawn from has been read once. */
  get isReady(): boolean {
    return this.#items.current !== undefined && this.#settings.current !== undefined && this.#plan.current !== undefined
  }

  get error(): unknown {
    return this.#items.error ?? this.#settings.error ?? this.#plan.error
  }

  get trouble(): Trouble | null {
    return this.#trouble
  }

  /** The day being lived. While something is held open it stays what it was. */
  get today(): Day {
    return this.#today
  }

  /** Starts the clock and listens to the database; call once, in the browser. Returns how to stop. */
  start(): () => void {
    const sample = readFlag() === 'sample'
    useDiary(sample ? 'sample' : 'own')
    const stopTrouble = onTrouble((trouble) => (this.#trouble = trouble))
    const look = () => document.visibilityState === 'visible' && this.#tick()
    document.addEventListener('visibilitychange', look)
    this.#tick()
    return () => {
      stopTrouble()
      clearTimeout(this.#timer)
      document.removeEventListener('visibilitychange', look)
    }
  }

  /** Keeps the app on its day until the returned function is called. */
  hold(): () => void {
    this.#holds++
    let held = true
    return () => {
      if (!held) return
      held = false
      this.#holds--
      // Whoever lets go finishes first: the page may be another one right after.
      queueMicrotask(() => this.#tick())
    }
  }

  #tick(): void {
    const now = new Date()
    if (this.#holds === 0) this.#now = now
    clearTimeout(this.#timer)
    // A new day begins at a full hour of some clock; a second later it surely has.
    this.#timer = setTimeout(() => this.#tick(), HOUR_MS - (now.getTime() % HOUR_MS) + 1000)
  }
}

function readFlag(): string | null {
  try {
    return localStorage.getItem('mend.diary')
  } catch {
    return null // storage is switched off: there is no sample to be in
  }
}

export const app = new App()
